/** The jobs of the reader over HTTP, for programs: whoever is let in gets a document, or a problem that says what to do. */
import type { ProgramReader, ReaderResult } from '@readingscan/reader';
import { API, API_JOB_NAMES, API_JOBS, type ApiJob } from '@readingscan/web';
import { Hono } from 'hono';
import { drain } from '../body.ts';
import { FAULTS, type Fault, problemOf, problemOfResult, problemResponse } from '../problem.ts';
import type { Answer, AskedWell, Readings } from '../readings.ts';
import { askedBy } from '../request.ts';
import type { Access, Caller } from './access.ts';

interface Deps {
  readonly reader: ProgramReader;
  readonly readings: Readings;
  readonly access: Access;
}

export function jobRoutes({ reader, readings, access }: Deps): Hono<{ Bindings: Caller['env'] }> {
  const routes = new Hono<{ Bindings: Caller['env'] }>();
  for (const job of API_JOB_NAMES) {
    routes.post(`${API}/${job}`, async (c) => {
      const admitted = await access.admit(c, API_JOBS[job]);
      if (!admitted.ok) {
        await drain(c.req.raw);
        return faultResponse(admitted.fault, admitted.headers);
      }
      const answered = await readings.take<object>(
        c,
        (type, bytes) => askedBy(type, bytes, { several: job === 'compare' }),
        (asked) => run(reader, job, asked, c.req.raw.signal),
      );
      return documentResponse(answered, admitted.headers);
    });
    routes.all(`${API}/${job}`, () => problemResponse(problemOf(FAULTS.method), { Allow: 'POST' }));
  }
  return routes;
}

type HeaderLines = Readonly<Record<string, string>>;

function documentResponse(answered: Answer<object>, headers: HeaderLines): Response {
  if (answered.kind === 'fault') return faultResponse(answered.fault, headers);
  const { result } = answered;
  return result.ok ? Response.json(result.document, { headers }) : problemResponse(problemOfResult(result), headers);
}

/** A server that has too much to do may be asked again soon. */
export const faultResponse = (fault: Fault, headers: HeaderLines): Response =>
  problemResponse(problemOf(fault), fault.code === 'busy' ? { ...headers, 'Retry-After': '5' } : headers);

function run(
  reader: ProgramReader,
  job: ApiJob,
  { inputs, options }: AskedWell,
  signal: AbortSignal,
): Promise<ReaderResult<object>> {
  const all = { ...options, signal };
  const [input] = inputs;
  switch (job) {
    case 'explain':
      return reader.explain(input, all);
    case 'read':
      return reader.read(input, all);
    case 'extract':
      return reader.extract(input, all);
    case 'deidentify':
      return reader.deidentify(input, all);
    case 'compare':
      return reader.compare(inputs, all);
    default:
      return job satisfies never;
  }
}
