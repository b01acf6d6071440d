/** What a machine asks that watches over the server: is it alive, and can it do its work? */
import { Hono } from 'hono';

/** `answers`: whether the database does; null where there is none. */
export function healthRoutes(answers: (() => Promise<boolean>) | null): Hono {
  const routes = new Hono();
  routes.get('/healthz', (c) => c.text('ok'));
  routes.get('/readyz', async (c) =>
    answers === null || (await answers()) ? c.text('ok') : c.text('The database does not answer.', 503),
  );
  return routes;
}
