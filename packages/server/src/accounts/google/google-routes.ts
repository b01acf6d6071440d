/** The way to Google and back. Where the operator has not set it up there is no such address. */
import { LANGUAGES, type Language } from '@readingscan/reader/languages';
import { type AccountNotice, EMPTY_FORM, hrefOf, renderSignIn, type SiteView } from '@readingscan/web';
import { Hono } from 'hono';
import { clientOf } from '../../contact/address.ts';
import { STATUS, sentOn, shown } from '../exchange.ts';
import type { AccountLimits } from '../limits.ts';
import type { Env } from '../own-exchange.ts';
import { BACK, type GoogleSignIn } from './google-sign-in.ts';
import type { Refusal } from './provider.ts';

interface Deps {
  readonly google: GoogleSignIn;
  readonly limits: AccountLimits;
  readonly proxies: number;
  readonly siteIn: (language: Language) => SiteView;
  /** told why nobody was let in, and nothing of the person */
  readonly onRefusal: (why: Refusal) => void;
}

export function googleRoutes({ google, limits, proxies, siteIn, onRefusal }: Deps): Hono<Env> {
  const routes = new Hono<Env>();
  const refused = (language: Language, notice: AccountNotice): string =>
    renderSignIn({ site: siteIn(language), form: { ...EMPTY_FORM, notice } });

  for (const language of LANGUAGES) {
    // a link, not a form: a form may lead nowhere but to this site
    routes.get(hrefOf(language, '/account/google'), () => {
      const { to, cookie } = google.leave(language);
      return new Response(null, {
        status: 303,
        headers: { Location: to, 'Cache-Control': 'no-store', 'Set-Cookie': cookie },
      });
    });
  }
  routes.get(BACK, async (c) => {
    const { headers } = c.req.raw;
    const language = google.languageOf(headers) ?? 'en';
    const at = (path: string): `/${string}` => `/${hrefOf(language, path).slice(1)}`;
    const wait = limits.code(clientOf(c.env, proxies));
    if (wait !== null) return shown(c, refused(language, 'tooMany'), STATUS.tooMany, wait);
    const came = await google.back(c.req.query(), headers);
    switch (came.kind) {
      case 'in':
        return sentOn(at('/account'), [...came.cookies, google.end]);
      case 'half-way':
        return sentOn(at('/account/sign-in/code'), [...came.cookies, google.end]);
      case 'new':
        return sentOn(`${at('/account/verify')}?code=${came.code}`, [google.end]);
      case 'refused': {
        if (!OFTEN.has(came.why)) onRefusal(came.why);
        const notice = came.why === 'unproven' || came.why === 'other-person' ? 'googleOther' : 'googleNo';
        const answer = shown(c, refused(language, notice), STATUS[notice]);
        answer.headers.append('Set-Cookie', google.end);
        return answer;
      }
    }
  });
  return routes;
}

/** Who thought better of it, or took too long: no failure. */
const OFTEN: ReadonlySet<Refusal> = new Set(['denied', 'state']);
