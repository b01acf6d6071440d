/** Built files: known by name when the server starts, so that no path of a request ever reaches the disk. */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Hono } from 'hono';
import { accepted } from './encoding.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=UTF-8',
  '.css': 'text/css; charset=UTF-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.gz': 'application/octet-stream',
};
const FOR_EVER = 'public, max-age=31536000, immutable';
const SUFFIX = { br: '.br', gzip: '.gz', plain: '' } as const;
const HELD_AT_MOST = 300_000;

/** Where devices and search engines look for a picture of the site without being told. */
const ICON_PLACES = ['/favicon.ico', '/apple-touch-icon.png'];
const A_DAY = 'max-age=86400';

export function assetRoutes(dist: string, icon: string): Hono {
  const routes = new Hono();
  const files = filesUnder(join(dist, 'assets'), '/assets');
  const held = new Map<string, Uint8Array<ArrayBuffer>>();

  async function content(path: string): Promise<Uint8Array<ArrayBuffer>> {
    const known = held.get(path);
    if (known) return known;
    const bytes = new Uint8Array(await readFile(path));
    if (bytes.byteLength <= HELD_AT_MOST) held.set(path, bytes);
    return bytes;
  }

  routes.get('/assets/*', async (c, next) => {
    const path = files.get(c.req.path);
    const type = TYPES[extname(c.req.path)];
    if (path === undefined || type === undefined) return next();
    const wanted = accepted(c.req.header('accept-encoding'));
    const encoding = files.has(`${c.req.path}${SUFFIX[wanted]}`) ? wanted : 'plain';
    return new Response(await content(`${path}${SUFFIX[encoding]}`), {
      headers: {
        'Content-Type': type,
        'Cache-Control': FOR_EVER,
        Vary: 'Accept-Encoding',
        ...(encoding === 'plain' ? {} : { 'Content-Encoding': encoding }),
      },
    });
  });
  for (const place of ICON_PLACES) {
    routes.get(place, async (_, next) => {
      const path = files.get(icon);
      if (path === undefined) return next();
      return new Response(await content(path), { headers: { 'Content-Type': 'image/png', 'Cache-Control': A_DAY } });
    });
  }
  routes.get('/sw.js', async () => {
    const script = await content(join(dist, 'sw.js'));
    return new Response(script, { headers: { 'Content-Type': TYPES['.js'] ?? '', 'Cache-Control': 'no-cache' } });
  });
  return routes;
}

function filesUnder(folder: string, prefix: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const [path, name] = [join(folder, entry.name), `${prefix}/${entry.name}`];
    if (entry.isDirectory()) for (const [key, value] of filesUnder(path, name)) found.set(key, value);
    else found.set(name, path);
  }
  return found;
}
