/** One's own links over HTTP, for the pages of this site: made, listed, ended. What is another's is answered as what is not there. */
import { LINK_DAYS, LINK_ID } from '@readingscan/web';
import { Hono } from 'hono';
import { FAULTS, type Fault, problemOf, problemResponse } from '../problem.ts';
import type { Asked } from '../saved/exchange.ts';
import { SAVED_FAULTS } from '../saved/faults.ts';
import type { SavedRouteDeps } from '../saved/routes.ts';

const AT = '/api/account/links';
const SCHEMA = 'readingscan.links/1';
const REPORT_ID = /^[\da-f-]{36}$/;

export function ownLinkRoutes({ saved, take }: SavedRouteDeps): Hono<{ Bindings: Asked['env'] }> {
  const routes = new Hono<{ Bindings: Asked['env'] }>();

  routes.get(AT, (c) =>
    take(c, 'look', async ({ owner }) => c.json({ schema: SCHEMA, links: await saved.links.own(owner.userId) })),
  );
  // the id is the browser's, as it is sealed with what it names: the same request again makes nothing more
  routes.put(`${AT}/:id`, (c) =>
    take(c, 'share', async ({ owner, bytes }) => {
      const id = c.req.param('id');
      const { report = '', days: wanted, whole } = c.req.query();
      const days = LINK_DAYS.find((one) => String(one) === wanted);
      if (!LINK_ID.test(id) || !REPORT_ID.test(report) || days === undefined || bytes.length === 0)
        return refused(SAVED_FAULTS.link);
      const made = await saved.links.make(owner, { id, report, days, hasReport: whole === 'yes', sealed: bytes });
      if (made.kind === 'made') return c.json({ schema: SCHEMA, ...made.link }, 201);
      return refused(made.kind === 'taken' ? SAVED_FAULTS.link : SAVED_FAULTS.none);
    }),
  );
  routes.delete(`${AT}/:id`, (c) =>
    take(c, 'change', async ({ owner }) =>
      (await saved.links.end(owner, c.req.param('id')))
        ? new Response(null, { status: 204 })
        : refused(SAVED_FAULTS.noLink),
    ),
  );
  return routes;
}

const refused = (fault: Fault = FAULTS.internal): Response => problemResponse(problemOf(fault));
