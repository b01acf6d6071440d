/** The three jobs over HTTP, and the form for browsers without script: bounded, nothing kept, nothing logged. */
import type { Explanation } from '@readingscan/engine';
import type { ProgramReader, ReaderInput, ReaderOptions, ReaderResult } from '@readingscan/reader';
import { isLanguage, LANGUAGES, type Language } from '@readingscan/reader/languages';
import { hrefOf, renderProblem, renderResult, type SiteView } from '@readingscan/web';
import { type Context, Hono } from 'hono';
import { drain, MOST_BYTES, readBody } from './body.ts';
import { budget } from './budget.ts';
import { encodedOnce } from './encoding.ts';
import { FAULTS, type Fault, problemOf, problemOfResult, problemResponse } from './problem.ts';
import { type Asked, askedBy } from './request.ts';
import { turnstile } from './turnstile.ts';

interface Deps {
  readonly reader: ProgramReader;
  readonly site: (language: Language) => SiteView;
}

const TASKS = ['explain', 'read', 'extract', 'deidentify'] as const;
type Task = (typeof TASKS)[number];

/** Bodies held in memory at one time; jobs at work and waiting. Reading a picture takes seconds, reading a text milliseconds. */
const BODY_BYTES = 192 * 1024 * 1024;
const FILE_JOBS = { atOnce: 2, waiting: 24 };
const TEXT_JOBS = { atOnce: 2, waiting: 1000 };

type Answer<T> =
  | { readonly kind: 'fault'; readonly fault: Fault }
  | { readonly kind: 'result'; readonly result: ReaderResult<T>; readonly text: string };

export function readingRoutes({ reader, site }: Deps): Hono {
  const bodies = budget(BODY_BYTES);
  const jobs = {
    files: turnstile(FILE_JOBS.atOnce, FILE_JOBS.waiting),
    text: turnstile(TEXT_JOBS.atOnce, TEXT_JOBS.waiting),
  };
  const routes = new Hono();

  async function answer<T>(
    c: Context,
    job: (asked: Extract<Asked, { ok: true }>) => Promise<ReaderResult<T>>,
    { several = false } = {},
  ): Promise<Answer<T>> {
    const leave = bodies.spend(expectedBytes(c));
    if (!leave) {
      await drain(c.req.raw);
      return { kind: 'fault', fault: FAULTS.busy };
    }
    try {
      const body = await readBody(c.req.raw);
      if (body.kind === 'too-large') return { kind: 'fault', fault: FAULTS.tooLarge };
      const asked = await askedBy(c.req.header('content-type') ?? '', body.bytes, { several });
      if (!asked.ok) return { kind: 'fault', fault: asked.fault };
      const turn = jobs[asked.inputs[0].kind].enter();
      if (!turn) return { kind: 'fault', fault: FAULTS.busy };
      const done = await turn;
      try {
        return { kind: 'result', result: await job(asked), text: asked.text };
      } finally {
        done();
      }
    } finally {
      leave();
    }
  }

  for (const task of TASKS) {
    routes.post(`/api/v1/${task}`, async (c) =>
      documentResponse(await answer<object>(c, ({ inputs: [input], options }) => run(reader, task, input, options, c))),
    );
  }
  routes.post('/api/v1/compare', async (c) =>
    documentResponse(
      await answer<object>(
        c,
        ({ inputs, options }) => reader.compare(inputs, { ...options, signal: c.req.raw.signal }),
        { several: true },
      ),
    ),
  );
  for (const job of [...TASKS, 'compare'])
    routes.all(`/api/v1/${job}`, () => problemResponse(problemOf(FAULTS.method), { Allow: 'POST' }));

  for (const language of LANGUAGES)
    routes.post(hrefOf(language, '/explain'), async (c) => {
      const page = site(language);
      if (c.req.header('sec-fetch-site') === 'cross-site') {
        await drain(c.req.raw);
        return c.html(renderProblem(page, FAULTS.forbidden, ''), 403);
      }
      const answered = await answer<Explanation>(c, ({ inputs: [input], options }) =>
        reader.explain(input, { language, ...options, signal: c.req.raw.signal }),
      );
      if (answered.kind === 'fault') {
        const { status } = problemOf(answered.fault);
        return new Response(renderProblem(page, answered.fault, ''), { status, headers: HTML });
      }
      const { result, text } = answered;
      const explanation = result.document;
      if (explanation) {
        const told = explanation.language;
        return encodedOnce(renderResult(site(isLanguage(told) ? told : language), explanation), c, HTML);
      }
      if (result.ok) return c.html(renderProblem(page, FAULTS.internal, text), 500);
      const { status } = problemOf(result.error);
      return new Response(renderProblem(page, result.error, result.text ?? text), { status, headers: HTML });
    });
  return routes;
}

/** What a request says it will send; one that does not say may send all there may be. */
function expectedBytes(c: Context): number {
  const declared = Number(c.req.header('content-length') ?? Number.NaN);
  return Number.isFinite(declared) ? Math.min(declared, MOST_BYTES) : MOST_BYTES;
}

const HTML = { 'Content-Type': 'text/html; charset=UTF-8' };

function documentResponse(answered: Answer<object>): Response {
  if (answered.kind === 'fault') return faultResponse(answered.fault);
  const { result } = answered;
  return result.ok ? Response.json(result.document) : problemResponse(problemOfResult(result));
}

function faultResponse(fault: Fault): Response {
  return problemResponse(problemOf(fault), fault.code === 'busy' ? { 'Retry-After': '5' } : {});
}

function run(
  reader: ProgramReader,
  task: Task,
  input: ReaderInput,
  options: ReaderOptions,
  c: Context,
): Promise<ReaderResult<object>> {
  const all = { ...options, signal: c.req.raw.signal };
  switch (task) {
    case 'explain':
      return reader.explain(input, all);
    case 'read':
      return reader.read(input, all);
    case 'extract':
      return reader.extract(input, all);
    case 'deidentify':
      return reader.deidentify(input, all);
    default:
      return task satisfies never;
  }
}
