/** Saved reports over HTTP, for the pages of this site: one's own alone. What is another's is answered as what is not there. */
import { Hono } from 'hono';
import { problemOf, problemResponse } from '../problem.ts';
import { changeFrom, reportFrom } from './asked.ts';
import type { Asked, SavedExchange } from './exchange.ts';
import { SAVED_FAULTS } from './faults.ts';
import { dayOf } from './keeping-time.ts';
import type { Saved, Shown } from './saved.ts';

const AT = '/api/account/reports';
const SCHEMA = 'readingscan.saved/1';

export interface SavedRouteDeps {
  readonly saved: Saved;
  /** one for all routes of an account's reports: bodies and turns are counted together */
  readonly take: SavedExchange;
}

export function savedRoutes({ saved, take }: SavedRouteDeps): Hono<{ Bindings: Asked['env'] }> {
  const routes = new Hono<{ Bindings: Asked['env'] }>();
  const refused = (fault: (typeof SAVED_FAULTS)[keyof typeof SAVED_FAULTS]): Response =>
    problemResponse(problemOf(fault));

  routes.get(AT, (c) =>
    take(c, 'look', async ({ owner }) => {
      const { reports, broken, next } = await saved.page(owner, c.req.query('after') ?? null);
      const isWhole = c.req.query('words') !== undefined;
      const list = reports.map((one) => (isWhole ? { ...summaryOf(one), ...wordsOf(one) } : summaryOf(one)));
      return c.json({ schema: SCHEMA, reports: list, broken, next, ...(await saved.overview(owner.userId)) });
    }),
  );
  routes.post(AT, (c) =>
    take(c, 'change', async ({ owner, bytes }) => {
      const whole = await reportFrom(c.req.header('content-type') ?? '', bytes);
      if (!whole) return refused(SAVED_FAULTS.shape);
      const { added, known } = await saved.save(owner, whole);
      return c.json({ schema: SCHEMA, id: whole.report.id, added, known }, added === 0 ? 200 : 201);
    }),
  );
  routes.delete(AT, (c) =>
    take(c, 'change', async ({ owner }) => c.json({ schema: SCHEMA, removed: await saved.removeAll(owner) })),
  );

  // before what is named by an id
  routes.get(`${AT}/archive`, (c) =>
    take(c, 'file', async ({ owner }) => {
      const { file, missing } = await saved.takeOut(owner);
      // seen where it is saved, before it is opened
      const name = `readingscan-reports-${dayOf(Date.now())}${missing > 0 ? '-incomplete' : ''}.zip`;
      return new Response(file, {
        headers: { 'Content-Type': 'application/zip', 'Content-Disposition': `attachment; filename="${name}"` },
      });
    }),
  );
  routes.post(`${AT}/archive`, (c) =>
    take(c, 'file', async ({ owner, bytes }) => c.json({ schema: SCHEMA, ...(await saved.bringIn(owner, bytes)) })),
  );

  routes.get(`${AT}/:id`, (c) =>
    take(c, 'look', async ({ owner }) => {
      const one = await saved.get(owner, c.req.param('id'));
      return one ? c.json({ schema: SCHEMA, ...summaryOf(one), ...wordsOf(one) }) : refused(SAVED_FAULTS.none);
    }),
  );
  routes.patch(`${AT}/:id`, (c) =>
    take(c, 'change', async ({ owner, bytes }) => {
      const change = changeFrom(bytes);
      if (!change) return refused(SAVED_FAULTS.change);
      const one = await saved.change(owner, c.req.param('id'), change);
      return one ? c.json({ schema: SCHEMA, ...summaryOf(one) }) : refused(SAVED_FAULTS.none);
    }),
  );
  routes.delete(`${AT}/:id`, (c) =>
    take(c, 'change', async ({ owner }) =>
      (await saved.remove(owner, c.req.param('id'))) ? new Response(null, { status: 204 }) : refused(SAVED_FAULTS.none),
    ),
  );
  routes.get(`${AT}/:id/originals/:original`, (c) =>
    take(c, 'look', async ({ owner }) => {
      const bytes = await saved.original(owner, c.req.param('id'), c.req.param('original'));
      // whatever it says it is: a page shows it, no window opens it
      return bytes
        ? new Response(bytes, {
            headers: { 'Content-Type': 'application/octet-stream', 'Content-Disposition': 'attachment' },
          })
        : refused(SAVED_FAULTS.none);
    }),
  );
  return routes;
}

function summaryOf({ report: { id, kept, person, tags, originals }, savedOn, bytes, until }: Shown) {
  return { id, kept, person, tags, originals, savedOn, bytes, until };
}

const wordsOf = ({ report: { source, warnings } }: Shown) => ({ source, warnings });
