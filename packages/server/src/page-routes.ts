/** The first page, that of kept reports and that for programs in each language, and the page of components: rendered once, they say the same to everyone. */
import { LANGUAGES, type Language, READ } from '@readingscan/reader/languages';
import {
  hrefOf,
  renderApi,
  renderDashboard,
  renderDesign,
  renderHome,
  renderManifest,
  renderOffline,
  type SiteView,
} from '@readingscan/web';
import { Hono } from 'hono';
import { encoded, encodings } from './encoding.ts';
import { once } from './made-once.ts';

/** Pages may be kept by a browser but are asked for again each time. */
const AGAIN = 'no-cache';

/** `needsKey`: programs are asked for a key. */
export function pageRoutes(site: (language: Language) => SiteView, needsKey = false): Hono {
  const routes = new Hono();
  for (const language of LANGUAGES) {
    const path = hrefOf(language, '/');
    const page = encodings(renderHome(site(language)));
    routes.get(path, (c) =>
      encoded(page, c, {
        'Content-Type': 'text/html; charset=UTF-8',
        'Cache-Control': AGAIN,
      }),
    );
    const dashboard = once(() => encodings(renderDashboard(site(language))));
    routes.get(hrefOf(language, '/dashboard'), (c) =>
      encoded(dashboard(), c, { 'Content-Type': 'text/html; charset=UTF-8', 'Cache-Control': AGAIN }),
    );
    const api = once(() => encodings(renderApi({ site: site(language), needsKey })));
    routes.get(hrefOf(language, '/api'), (c) =>
      encoded(api(), c, { 'Content-Type': 'text/html; charset=UTF-8', 'Cache-Control': AGAIN }),
    );
    const offline = once(() => encodings(renderOffline(site(language))));
    routes.get(hrefOf(language, '/offline'), (c) =>
      encoded(offline(), c, { 'Content-Type': 'text/html; charset=UTF-8', 'Cache-Control': AGAIN }),
    );
    const manifest = encodings(renderManifest(site(language)));
    routes.get(hrefOf(language, '/manifest.webmanifest'), (c) =>
      encoded(manifest, c, {
        'Content-Type': 'application/manifest+json',
        'Cache-Control': AGAIN,
      }),
    );
    // "/es" as it may be typed
    if (path.length > 1)
      routes.get(
        path.slice(0, -1),
        () => new Response(null, { status: 308, headers: { Location: path, 'Cache-Control': AGAIN } }),
      );
  }
  const design = once(() => encodings(renderDesign(site(READ))));
  routes.get('/design', (c) =>
    encoded(design(), c, { 'Content-Type': 'text/html; charset=UTF-8', 'Cache-Control': AGAIN }),
  );
  return routes;
}
