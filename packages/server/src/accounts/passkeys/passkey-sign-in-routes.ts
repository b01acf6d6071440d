/** Signing in with a passkey: nothing is typed, so nothing tells whether somebody has an account. */
import { type AccountForm, EMPTY_FORM, hrefOf, renderPasskeySignIn } from '@readingscan/web';
import { Hono } from 'hono';
import { STATUS, sentOn, shown } from '../exchange.ts';
import type { Env, OwnDeps } from '../own-exchange.ts';
import type { OwnPasskeys } from './own-passkeys.ts';

export function passkeySignInRoutes({ accounts, site, take }: OwnDeps, passkeys: OwnPasskeys): Hono<Env> {
  const { limits } = accounts;
  const routes = new Hono<Env>();
  const at = (path: string): `/${string}` => `/${hrefOf(site.language, path).slice(1)}`;
  const page = (form: Partial<AccountForm>): string => renderPasskeySignIn({ site, form: { ...EMPTY_FORM, ...form } });

  routes.get(at('/account/sign-in/passkey'), async (c) =>
    (await accounts.signedIn(c.req.raw.headers)) ? sentOn(at('/account')) : shown(c, page({})),
  );
  // asked by the page's script when its button is pressed: a look at the page leaves nothing behind
  routes.post(at('/account/sign-in/passkey/begin'), (c) =>
    take(
      c,
      async ({ address }) => {
        const wait = limits.code(address);
        if (wait !== null) return c.json({}, STATUS.tooMany, { 'Retry-After': String(wait) });
        return c.json(await passkeys.ask(), 200, { 'Cache-Control': 'no-store' });
      },
      (notice) => c.json({}, STATUS[notice]),
    ),
  );
  routes.post(at('/account/sign-in/passkey'), (c) =>
    take(
      c,
      async ({ fields, address }) => {
        const wait = limits.code(address);
        if (wait !== null) return shown(c, page({ notice: 'tooMany' }), STATUS.tooMany, wait);
        const stay = fields('stay') !== '';
        const cookies = await passkeys.enter(fields('credential'), stay, c.req.raw.headers);
        return cookies
          ? sentOn(at('/account'), cookies)
          : shown(c, page({ notice: 'passkeyNot', stay }), STATUS.passkeyNot);
      },
      (notice, _, wait) => shown(c, page({ notice }), STATUS[notice], wait),
    ),
  );
  return routes;
}
