/** Where nobody has said what the site is called by others, a page names the address that it was asked at. */
import type { Context, MiddlewareHandler } from 'hono';

/** Stands in a page for that address until it is known. */
export const ASKED_ORIGIN = 'https://asked.invalid';

const ORIGIN = /^https?:\/\/[\w.:[\]-]+$/;

/** "http://localhost:3000"; '' where the request names none that can stand in a page. */
export function askedOrigin(c: Context): string {
  const { origin } = new URL(c.req.url);
  return ORIGIN.test(origin) ? origin : '';
}

export const namesOrigin = (text: string): boolean => text.includes(ASKED_ORIGIN);

export const withOrigin = (text: string, origin: string): string => text.replaceAll(ASKED_ORIGIN, origin);

/** For pages that are made for one request. */
export const namesItself: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers } = c.res;
  if (!headers.get('Content-Type')?.startsWith('text/html') || headers.has('Content-Encoding')) return;
  const html = await c.res.text();
  c.res = new Response(withOrigin(html, askedOrigin(c)), { status: c.res.status, headers });
};
