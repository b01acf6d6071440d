/** What somebody is shown who was sent a link: a page that is the same for every link, and the sealed bytes that its script asks for. */
import { LANGUAGES, type Language } from '@readingscan/reader/languages';
import { hrefOf, renderShared, type SiteView } from '@readingscan/web';
import { Hono } from 'hono';
import { clientOf } from '../contact/address.ts';
import { isFromHere } from '../contact/same-origin.ts';
import { encoded, encodings } from '../encoding.ts';
import { codeOf } from '../failure-code.ts';
import { once } from '../made-once.ts';
import { FAULTS, type Fault, problemOf, problemResponse, unforeseenResponse } from '../problem.ts';
import type { Asked } from '../saved/exchange.ts';
import { SAVED_FAULTS } from '../saved/faults.ts';
import type { Saved } from '../saved/saved.ts';

interface SharedRouteDeps {
  readonly saved: Saved;
  readonly siteIn: (language: Language) => SiteView;
  /** the address that others reach the site by */
  readonly origin: string;
  /** of the operator, between a visitor and the server */
  readonly proxies: number;
  /** told the kind of a failure and where, nothing more */
  readonly onFailure: (name: string, path: string) => void;
}

/** No form, no frame, no other site, and of scripts the page's own alone. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  'img-src blob: data:',
  "font-src 'self' data:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const PAGE = {
  'Content-Type': 'text/html; charset=UTF-8',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': POLICY,
  'X-Robots-Tag': 'noindex, nofollow, noarchive',
} as const;

/** Ended, ended by its owner, never made: one answer. */
const GONE: Fault = {
  code: 'not-found',
  message: 'There is nothing at this link.',
  hint: 'It may have ended. Ask the person who sent it for a new one.',
};

export function sharedRoutes(deps: SharedRouteDeps): Hono<{ Bindings: Asked['env'] }> {
  const { saved, siteIn, origin, proxies, onFailure } = deps;
  const routes = new Hono<{ Bindings: Asked['env'] }>();

  for (const language of LANGUAGES) {
    const page = once(() => encodings(renderShared(siteIn(language))));
    // without an id too: a link that was cut is told as that
    for (const path of ['/shared', '/shared/:id']) routes.get(hrefOf(language, path), (c) => encoded(page(), c, PAGE));
  }

  routes.get('/api/shared/:id', async (c) => {
    if (!isFromHere(c.req.raw.headers, [origin])) return refused(SAVED_FAULTS.elsewhere);
    const wait = saved.links.wait(clientOf(c.env, proxies));
    if (wait !== null) return problemResponse(problemOf(FAULTS.busy), { 'Retry-After': String(wait) });
    try {
      const found = await saved.links.open(c.req.param('id'));
      if (!found) return refused(GONE);
      return new Response(found.sealed, {
        headers: { 'Content-Type': 'application/octet-stream', 'Shared-Until': new Date(found.ends).toISOString() },
      });
    } catch (error) {
      onFailure(codeOf(error), c.req.routePath);
      return unforeseenResponse(error);
    }
  });
  return routes;
}

const refused = (fault: Fault): Response => problemResponse(problemOf(fault));
