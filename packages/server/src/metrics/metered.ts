/** Counts each request under the route that answered it, as it is written in the program. */
import { LANGUAGES, READ } from '@readingscan/reader/languages';
import type { MiddlewareHandler } from 'hono';
import type { Metrics } from './metrics.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const PREFIX = new RegExp(`^/(${LANGUAGES.filter((language) => language !== READ).join('|')})(?=/|$)`);

export const metered =
  (metrics: Metrics): MiddlewareHandler =>
  async (c, next) => {
    const since = performance.now();
    metrics.begun();
    try {
      await next();
    } finally {
      metrics.answered({
        route: routeOf(c.req.routePath),
        method: METHODS.includes(c.req.method) ? c.req.method : 'other',
        status: c.res.status,
        seconds: (performance.now() - since) / 1000,
      });
    }
  };

/** All languages of a page together, all articles together: which one somebody read is nobody's figure. */
export function routeOf(path: string): string {
  if (path === '/*' || path === '*') return 'none';
  const own = path.replace(PREFIX, '') || '/';
  return own.replace(/^\/blog\/.+$/, '/blog/*');
}
