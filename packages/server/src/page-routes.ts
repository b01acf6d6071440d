/** The pages: rendered once, they say the same to everyone. */
import { renderHome, renderText, type WebAssets } from '@readingscan/web';
import { Hono } from 'hono';
import { type Encodings, encoded, encodings } from './encoding.ts';

/** Pages may be kept by a browser but are asked for again each time. */
const AGAIN = 'no-cache';

export function pageRoutes(assets: WebAssets): Hono {
  const routes = new Hono();
  const pages: Readonly<Record<string, Encodings>> = {
    '/': encodings(renderHome(assets)),
    '/about': encodings(renderText(assets, 'about')),
    '/privacy': encodings(renderText(assets, 'privacy')),
  };
  for (const [path, page] of Object.entries(pages)) {
    routes.get(path, (c) =>
      encoded(page, c.req.header('accept-encoding'), {
        'Content-Type': 'text/html; charset=UTF-8',
        'Cache-Control': AGAIN,
      }),
    );
  }
  routes.get('/robots.txt', (c) => c.text('User-agent: *\nAllow: /\n', 200, { 'Cache-Control': 'max-age=86400' }));
  routes.get('/healthz', (c) => c.text('ok'));
  return routes;
}
