/** A request's report through the reader: so many bodies in memory, so many at work and waiting; nothing kept, nothing logged. */
import type { ReaderResult } from '@readingscan/reader';
import type { Context } from 'hono';
import { drain, MOST_BYTES, readBody } from './body.ts';
import { budget } from './budget.ts';
import { FAULTS, type Fault } from './problem.ts';
import type { Asked } from './request.ts';
import { type Load, turnstile } from './turnstile.ts';

export type Answer<T> =
  | { readonly kind: 'fault'; readonly fault: Fault }
  | { readonly kind: 'result'; readonly result: ReaderResult<T>; readonly text: string };

export type AskedWell = Extract<Asked, { ok: true }>;

export interface Readings {
  /** `asks`: what the body asks for; `job`: what is done with it when it is its turn. */
  take<T>(
    c: Context,
    asks: (contentType: string, bytes: Uint8Array<ArrayBuffer>) => Promise<Asked>,
    job: (asked: AskedWell) => Promise<ReaderResult<T>>,
  ): Promise<Answer<T>>;
  /** jobs at work and waiting */
  load(): Readonly<Record<'files' | 'text', Load>>;
}

/** Bodies held in memory at one time; jobs at work and waiting. Reading a picture takes seconds, reading a text milliseconds. */
const BODY_BYTES = 192 * 1024 * 1024;
const FILE_JOBS = { atOnce: 2, waiting: 24 };
const TEXT_JOBS = { waiting: 1000 };

/** `texts`: read at one time. */
export function readings(texts = 2): Readings {
  const bodies = budget(BODY_BYTES);
  const jobs = {
    files: turnstile(FILE_JOBS.atOnce, FILE_JOBS.waiting),
    text: turnstile(texts, TEXT_JOBS.waiting),
  };
  return {
    load: () => ({ files: jobs.files.load(), text: jobs.text.load() }),
    async take(c, asks, job) {
      const leave = bodies.spend(expectedBytes(c));
      if (!leave) {
        await drain(c.req.raw);
        return { kind: 'fault', fault: FAULTS.busy };
      }
      try {
        const body = await readBody(c.req.raw);
        if (body.kind === 'too-large') return { kind: 'fault', fault: FAULTS.tooLarge };
        const asked = await asks(c.req.header('content-type') ?? '', body.bytes);
        if (!asked.ok) return { kind: 'fault', fault: asked.fault };
        const turn = jobs[asked.inputs[0].kind].enter();
        if (!turn) return { kind: 'fault', fault: FAULTS.busy };
        const done = await turn;
        try {
          // whoever asked has gone: nobody would read the answer
          if (c.req.raw.signal.aborted) return { kind: 'fault', fault: FAULTS.busy };
          return { kind: 'result', result: await job(asked), text: asked.text };
        } finally {
          done();
        }
      } finally {
        leave();
      }
    },
  };
}

/** What a request says it will send; one that does not say may send all there may be. */
function expectedBytes(c: Context): number {
  const declared = Number(c.req.header('content-length') ?? Number.NaN);
  return Number.isFinite(declared) ? Math.min(declared, MOST_BYTES) : MOST_BYTES;
}
