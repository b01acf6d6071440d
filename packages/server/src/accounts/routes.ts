/** All pages of an account, in every language. */
import { LANGUAGES, type Language } from '@readingscan/reader/languages';
import { EMPTY_FORM, languageIn, renderSignIn, type SiteView } from '@readingscan/web';
import { Hono } from 'hono';
import type { Credits } from '../credits/credits.ts';
import { ownCreditRoutes } from '../credits/own-credit-routes.ts';
import { codeOf } from '../failure-code.ts';
import { savedPartRoutes } from '../saved/account-part.ts';
import type { Saved } from '../saved/saved.ts';
import type { Accounts } from './accounts.ts';
import { type Asked, type ExchangeDeps, exchange, noticeOf, STATUS, shown } from './exchange.ts';
import { googleRoutes } from './google/google-routes.ts';
import { BACK } from './google/google-sign-in.ts';
import type { Refusal } from './google/provider.ts';
import { guestRoutes } from './guest-routes.ts';
import { keyRoutes } from './keys/own-key-routes.ts';
import { ownRoutes } from './own-routes.ts';
import { ownPasskeyRoutes } from './passkeys/own-passkey-routes.ts';
import { passkeySignInRoutes } from './passkeys/passkey-sign-in-routes.ts';
import { codeOwedRoutes } from './second-step/code-owed-routes.ts';
import { secondStepRoutes } from './second-step/own-step-routes.ts';

interface Deps extends ExchangeDeps {
  /** where reports can be saved */
  readonly saved?: Saved | null;
  /** where something costs credits */
  readonly credits?: Credits | null;
  readonly accounts: Accounts;
  readonly siteIn: (language: Language) => SiteView;
}

export function accountRoutes({ accounts, saved, credits, siteIn, ...deps }: Deps): Hono<{ Bindings: Asked['env'] }> {
  const routes = new Hono<{ Bindings: Asked['env'] }>();
  const take = exchange(deps);
  const { google, limits, passkeys } = accounts;
  const site = (language: Language): SiteView => ({
    ...siteIn(language),
    hasGoogle: google !== null,
    hasPasskeys: passkeys !== null,
  });
  for (const language of LANGUAGES) {
    const own = { accounts, site: site(language), take };
    routes.route('/', guestRoutes(own));
    routes.route('/', ownRoutes(own));
    routes.route('/', codeOwedRoutes(own));
    routes.route('/', secondStepRoutes(own));
    routes.route('/', keyRoutes(own));
    if (passkeys) {
      routes.route('/', passkeySignInRoutes(own, passkeys));
      routes.route('/', ownPasskeyRoutes(own, passkeys));
    }
    if (saved) routes.route('/', savedPartRoutes({ ...own, saved }));
    if (credits) routes.route('/', ownCreditRoutes({ ...own, credits, onFailure: deps.onFailure }));
  }
  if (google) {
    const onRefusal = (why: Refusal): void => deps.onFailure(`google-${why}`, BACK);
    routes.route('/', googleRoutes({ google, limits, proxies: deps.proxies, siteIn: site, onRefusal }));
  }
  // a database that is gone: said as a page, and without a word of why
  routes.onError((error, c) => {
    deps.onFailure(codeOf(error), c.req.routePath);
    const page = site(languageIn(c.req.path));
    const notice = noticeOf(error);
    return shown(c, renderSignIn({ site: page, form: { ...EMPTY_FORM, notice } }), STATUS[notice]);
  });
  return routes;
}
