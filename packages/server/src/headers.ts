/** The headers that every answer carries, errors included. */
import type { MiddlewareHandler } from 'hono';

const POLICY = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'worker-src': "'self'",
  'connect-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' blob: data:",
  'font-src': "'self' data:",
  'manifest-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
};

/** That of every page, but for what another one says in its place. */
export const policyWith = (other: Partial<typeof POLICY>): string =>
  Object.entries({ ...POLICY, ...other })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policyWith({}),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  // without effect over plain http; holds as soon as the server stands behind TLS
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
};

/** What a page may set for itself: less of a referrer's ban, within the site, or a stricter policy. */
const OWN: ReadonlySet<string> = new Set(['Referrer-Policy', 'Content-Security-Policy']);

/** What says nothing else is not kept by anyone: it may hold words of a report. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
    if (!OWN.has(name) || !c.res.headers.has(name)) c.res.headers.set(name, value);
  }
  if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store');
};
