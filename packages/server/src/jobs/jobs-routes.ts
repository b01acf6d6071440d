/** Jobs over HTTP: a key leaves reports to be read, looks how far they are, takes what came of them, and deletes them. */
import { API } from '@readingscan/web';
import { Hono } from 'hono';
import type { Access, Caller } from '../api/access.ts';
import { ACCESS_FAULTS, SAVING_FAULTS } from '../api/faults.ts';
import { faultResponse } from '../api/job-routes.ts';
import { drain } from '../body.ts';
import { creditProblem } from '../credits/faults.ts';
import { FAULTS, type Fault, problemOf, problemResponse } from '../problem.ts';
import { atOnce } from '../saved/at-once.ts';
import { CannotOpen } from '../saved/master-keys.ts';
import { askedJob, costOfJob } from './asked-job.ts';
import { Late, piecesOf } from './body-pieces.ts';
import { JOB_FAULTS, LEFT_FAULTS } from './faults.ts';
import { type JobOwner, type JobView, SCOPE_OF } from './job.ts';
import { documentOf, listOf } from './job-document.ts';
import type { Jobs } from './jobs.ts';

interface Deps {
  readonly jobs: Jobs;
  readonly access: Access;
}

type HeaderLines = Readonly<Record<string, string>>;
type Act = (owner: JobOwner, headers: HeaderLines) => Promise<Response>;

const NAME = 'Idempotency-Key';
/** As callers choose it: visible signs. */
const FORM = /^[\x21-\x7e]{1,255}$/;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const LINES = 'application/x-ndjson';
/** Of one account, coming or going. */
const MOST_AT_ONCE = 2;
const PATH = `${API}/jobs`;

export function jobsRoutes({ jobs, access }: Deps): Hono<{ Bindings: Caller['env'] }> {
  const routes = new Hono<{ Bindings: Caller['env'] }>();
  const under = { coming: atOnce(MOST_AT_ONCE), going: atOnce(MOST_AT_ONCE) };

  /** Whoever has a key, for a point. */
  async function asOwner(c: Caller, act: Act): Promise<Response> {
    const admitted = await access.admit(c, null, { mustHaveKey: true, cost: 1 });
    if (!admitted.ok) return faultResponse(admitted.fault, admitted.headers);
    const { holder, headers } = admitted;
    if (!holder) return faultResponse(ACCESS_FAULTS.noKey, headers);
    return orFault(headers, () => act({ userId: holder.userId, keyId: holder.keyId }, headers));
  }
  const one = (c: Caller, act: (owner: JobOwner, id: string, headers: HeaderLines) => Promise<Response>) =>
    asOwner(c, async (owner, headers) => {
      const id = c.req.param('id') ?? '';
      return ID.test(id) ? act(owner, id, headers) : faultResponse(JOB_FAULTS.none, headers);
    });

  routes.post(PATH, async (c) => {
    const asked = askedJob(c.req.query(), c.req.header('content-type') ?? '');
    const scope = asked.ok ? SCOPE_OF[asked.job.task] : null;
    const admitted = await access.admit(c, scope, { mustHaveKey: true, cost: costOfJob(c.req.raw.headers) });
    const refuse = async (fault: Fault, headers: HeaderLines): Promise<Response> => {
      await drain(c.req.raw);
      return faultResponse(fault, headers);
    };
    if (!admitted.ok) return refuse(admitted.fault, admitted.headers);
    const { holder, headers } = admitted;
    if (!holder) return refuse(ACCESS_FAULTS.noKey, headers);
    if (!asked.ok) return refuse(asked.fault, headers);
    const name = c.req.header(NAME) ?? null;
    if (name !== null && !FORM.test(name)) return refuse(SAVING_FAULTS.name, headers);
    const { userId, keyId } = holder;
    const way = under.coming.enter(userId);
    if (!way) return refuse(JOB_FAULTS.already, headers);
    return orFault(headers, async () => {
      try {
        const left = await jobs.leave({ userId, keyId }, asked.job, name, piecesOf(c.req.raw));
        if (left.kind !== 'left') return await refuse(LEFT_FAULTS[left.kind], headers);
        const again = left.isAgain ? { 'Idempotency-Replayed': 'true' } : {};
        const place = { Location: `${PATH}/${left.job.id}` };
        return Response.json(documentOf(left.job), { status: 202, headers: { ...headers, ...again, ...place } });
      } finally {
        way();
      }
    });
  });
  routes.get(PATH, (c) =>
    asOwner(c, async (owner, headers) => {
      const after = c.req.query('after') ?? null;
      if (after !== null && !ID.test(after)) return faultResponse(JOB_FAULTS.none, headers);
      return Response.json(listOf(await jobs.page(owner, after)), { headers });
    }),
  );
  routes.get(`${PATH}/:id`, (c) =>
    one(c, async (owner, id, headers) => {
      const view = await jobs.get(owner, id);
      return view ? Response.json(documentOf(view), { headers }) : faultResponse(JOB_FAULTS.none, headers);
    }),
  );
  routes.delete(`${PATH}/:id`, (c) =>
    one(c, async (owner, id, headers) =>
      (await jobs.remove(owner, id))
        ? new Response(null, { status: 204, headers })
        : faultResponse(JOB_FAULTS.none, headers),
    ),
  );
  routes.get(`${PATH}/:id/results`, (c) =>
    one(c, async (owner, id, headers) => {
      const written = c.req.query('after') ?? '0';
      if (!/^\d{1,9}$/.test(written)) return faultResponse(JOB_FAULTS.after, headers);
      const way = under.going.enter(owner.userId);
      if (!way) return faultResponse(JOB_FAULTS.already, headers);
      let isGoing = false;
      try {
        const lines = await jobs.results(owner, id, Number(written));
        if (!lines) return faultResponse(JOB_FAULTS.none, headers);
        // what does not open is told before anything is sent
        const first = await lines.next();
        isGoing = true;
        return new Response(streamOf(first, lines, way), { headers: { ...headers, 'Content-Type': LINES } });
      } finally {
        if (!isGoing) way();
      }
    }),
  );
  const moved = (view: JobView | false | null, otherwise: Fault, headers: HeaderLines): Response => {
    if (view) return Response.json(documentOf(view), { headers });
    return faultResponse(view === false ? otherwise : JOB_FAULTS.none, headers);
  };
  routes.post(`${PATH}/:id/cancel`, (c) =>
    one(c, async (owner, id, headers) => moved(await jobs.cancel(owner, id), JOB_FAULTS.over, headers)),
  );
  routes.post(`${PATH}/:id/retry`, (c) =>
    one(c, async (owner, id, headers) => moved(await jobs.retry(owner, id), JOB_FAULTS.unfinished, headers)),
  );

  for (const [path, allowed] of [
    [PATH, 'GET, POST'],
    [`${PATH}/:id`, 'GET, DELETE'],
    [`${PATH}/:id/results`, 'GET'],
    [`${PATH}/:id/cancel`, 'POST'],
    [`${PATH}/:id/retry`, 'POST'],
  ] as const)
    routes.all(path, () => problemResponse(problemOf(FAULTS.method), { Allow: allowed }));
  return routes;
}

async function orFault(headers: HeaderLines, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CannotOpen) return faultResponse(JOB_FAULTS.sealed, headers);
    const problem = creditProblem(error);
    if (problem) return problemResponse(problem, headers);
    if (error instanceof Late) return faultResponse(JOB_FAULTS.late, { ...headers, Connection: 'close' });
    throw error;
  }
}

/** Chunk by chunk, as they are taken. */
function streamOf(
  first: IteratorResult<Uint8Array, unknown>,
  lines: AsyncGenerator<Uint8Array>,
  onEnd: () => void,
): ReadableStream<Uint8Array> {
  let next: IteratorResult<Uint8Array, unknown> | null = first;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = next ?? (await lines.next());
          next = null;
          if (!done) return controller.enqueue(value);
          onEnd();
          controller.close();
        } catch (error) {
          onEnd();
          throw error;
        }
      },
      async cancel() {
        onEnd();
        await lines.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
