/** The jobs of the reader over HTTP, for programs: whoever is let in gets a document, or a problem that says what to do. */
import type { WrittenDocument } from '@readingscan/reader';
import { API, API_JOB_NAMES, API_JOBS } from '@readingscan/web';
import { Hono } from 'hono';
import { drain } from '../body.ts';
import { type Charging, contentOfWork } from '../credits/charging.ts';
import { orNotPaid } from '../credits/faults.ts';
import { FAULTS, type Fault, problemOf, problemOfResult, problemResponse } from '../problem.ts';
import type { Answer, Readings } from '../readings.ts';
import { askedBy } from '../request.ts';
import { readable, type Write } from '../written.ts';
import type { Access, Caller } from './access.ts';

interface Deps {
  /** null where nothing costs anything */
  readonly charging?: Charging | null;
  readonly write: Write;
  readonly readings: Readings;
  readonly access: Access;
}

export function jobRoutes({ write, readings, access, charging = null }: Deps): Hono<{ Bindings: Caller['env'] }> {
  const routes = new Hono<{ Bindings: Caller['env'] }>();
  for (const job of API_JOB_NAMES) {
    routes.post(`${API}/${job}`, async (c) => {
      const admitted = await access.admit(c, API_JOBS[job]);
      if (!admitted.ok) {
        await drain(c.req.raw);
        return faultResponse(admitted.fault, admitted.headers);
      }
      const { holder, headers } = admitted;
      const { signal } = c.req.raw;
      const name = c.req.header('Idempotency-Key') ?? null;
      return orNotPaid(
        async () => {
          const answered = await readings.take<WrittenDocument>(
            c,
            (type, bytes) => askedBy(type, bytes, { several: job === 'compare' }),
            ({ inputs, options }) => {
              // who has no key is a page of this site: it pays nothing
              if (!charging || !holder) return write(job, inputs, { ...options, signal });
              const content = contentOfWork(job, inputs, options);
              return charging.paid({ holder, name, content, texts: inputs.length, signal }, (how) =>
                write(job, inputs, { ...options, ...how }),
              );
            },
          );
          return documentResponse(answered, headers);
        },
        (problem) => problemResponse(problem, headers),
      );
    });
    routes.all(`${API}/${job}`, () => problemResponse(problemOf(FAULTS.method), { Allow: 'POST' }));
  }
  return routes;
}

type HeaderLines = Readonly<Record<string, string>>;

function documentResponse(answered: Answer<WrittenDocument>, headers: HeaderLines): Response {
  if (answered.kind === 'fault') return faultResponse(answered.fault, headers);
  const { result } = answered;
  return result.ok
    ? new Response(result.document, { headers: { ...headers, 'Content-Type': 'application/json' } })
    : problemResponse(problemOfResult(readable(result)), headers);
}

/** A server that has too much to do may be asked again soon. */
export const faultResponse = (fault: Fault, headers: HeaderLines): Response =>
  problemResponse(problemOf(fault), fault.code === 'busy' ? { ...headers, 'Retry-After': '5' } : headers);
