/** The reader for the frame of another site, in each language, with a policy of its own. There is none where no site was named. */
import { LANGUAGES, type Language } from '@readingscan/reader/languages';
import { hrefOf, renderEmbed, type SiteView } from '@readingscan/web';
import { Hono, type MiddlewareHandler } from 'hono';
import { encoded, encodings } from '../encoding.ts';
import { policyWith } from '../headers.ts';
import { once } from '../made-once.ts';

const EMBED = '/embed';

export const EMBED_PATHS: readonly string[] = LANGUAGES.map((language) => hrefOf(language, EMBED));

export function embedRoutes(site: (language: Language) => SiteView, origins: readonly string[]): Hono {
  const routes = new Hono();
  for (const language of LANGUAGES) {
    const page = once(() => encodings(renderEmbed({ site: site(language), origins })));
    routes.get(hrefOf(language, EMBED), (c) =>
      encoded(page(), c, { 'Content-Type': 'text/html; charset=UTF-8', 'Cache-Control': 'no-cache' }),
    );
  }
  return routes;
}

/** Comes after the headers of every answer: sites that were named may frame this page, and it has no form. */
export function framedBy(origins: readonly string[]): MiddlewareHandler {
  const policy = policyWith({
    'frame-ancestors': origins.join(' '),
    'form-action': "'none'",
    'manifest-src': "'none'",
  });
  return async (c, next) => {
    await next();
    if (c.res.status !== 200) return;
    c.res.headers.set('Content-Security-Policy', policy);
    // it knows no list of sites; browsers that know none either show no frame
    c.res.headers.delete('X-Frame-Options');
  };
}
