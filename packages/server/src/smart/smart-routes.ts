/** The page that hospitals' portals open, in each language, with a policy of its own. There is none where no hospital was named. */
import { LANGUAGES, type Language } from '@readingscan/reader/languages';
import { hrefOf, LAUNCH, REPORTS, renderSmart, type SiteView, type SmartSettings } from '@readingscan/web';
import { Hono } from 'hono';
import { encoded, encodings } from '../encoding.ts';
import { policyWith } from '../headers.ts';
import { once } from '../made-once.ts';

export function smartRoutes(site: (language: Language) => SiteView, settings: SmartSettings): Hono {
  const routes = new Hono();
  const headers = {
    'Content-Type': 'text/html; charset=UTF-8',
    // its address holds a code, which is good once
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex',
    'Content-Security-Policy': policyWith({
      'connect-src': ["'self'", ...settings.issuers].join(' '),
      'form-action': "'none'",
      'manifest-src': "'none'",
    }),
  };
  for (const language of LANGUAGES) {
    const page = once(() => encodings(renderSmart({ site: site(language), settings })));
    for (const path of [LAUNCH, REPORTS]) routes.get(hrefOf(language, path), (c) => encoded(page(), c, headers));
  }
  return routes;
}
