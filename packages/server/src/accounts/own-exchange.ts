/** Pages and forms that only who is signed in gets: nobody else's is looked at, and who is not signed in is led to where one signs in. */
import {
  ACCOUNT_DONE,
  type AccountForm,
  type AccountNotice,
  EMPTY_FORM,
  hrefOf,
  type OwnAccount,
  renderSignIn,
  type SiteView,
} from '@readingscan/web';
import type { Hono } from 'hono';
import type { Accounts, SignedIn } from './accounts.ts';
import { type Asked, type exchange, type Sent, STATUS, sentOn, shown } from './exchange.ts';

export interface OwnDeps {
  readonly accounts: Accounts;
  readonly site: SiteView;
  readonly take: ReturnType<typeof exchange>;
}

export type Env = { Bindings: Asked['env'] };
export type Render = (form: AccountForm, account: OwnAccount) => string;
export type Act = (sent: Sent, who: SignedIn) => Promise<Response>;

export interface OwnExchange {
  /** The address of a page in this language. */
  at(path: string): `/${string}`;
  get(path: string, render: Render): void;
  /** A page that may not be there for everybody: `show` answers for whoever is signed in. */
  getAs(path: string, show: (c: Asked, who: SignedIn) => Promise<Response>): void;
  post(path: string, act: Act): void;
  /** The form again, with what is wrong. */
  again(c: Asked, who: SignedIn, render: Render, form: Partial<AccountForm>): Promise<Response>;
  refused(c: Asked, who: SignedIn, render: Render, notice: AccountNotice, wait: number): Promise<Response>;
}

export function ownExchange(routes: Hono<Env>, { accounts, site, take }: OwnDeps): OwnExchange {
  const at = (path: string): `/${string}` => `/${hrefOf(site.language, path).slice(1)}`;
  const toSignIn = (): Response => sentOn(at('/account/sign-in'));
  const getAs: OwnExchange['getAs'] = (path, show) => {
    routes.get(at(path), async (c) => {
      const who = await accounts.signedIn(c.req.raw.headers);
      if (!who) return toSignIn();
      const answer = await show(c, who);
      for (const cookie of who.cookies) answer.headers.append('Set-Cookie', cookie);
      return answer;
    });
  };
  return {
    at,
    getAs,
    get: (path, render) =>
      getAs(path, async (c, who) => {
        const done = ACCOUNT_DONE.find((one) => one === c.req.query('done')) ?? null;
        return shown(c, render({ ...EMPTY_FORM, done }, await accounts.own(who)));
      }),
    post(path, act) {
      routes.post(at(path), (c) =>
        take(
          c,
          async (sent) => {
            const who = await accounts.signedIn(c.req.raw.headers);
            return who ? act(sent, who) : toSignIn();
          },
          // said without anything of the account
          (notice, _, wait) => shown(c, renderSignIn({ site, form: { ...EMPTY_FORM, notice } }), STATUS[notice], wait),
        ),
      );
    },
    again: async (c, who, render, form) => shown(c, render({ ...EMPTY_FORM, ...form }, await accounts.own(who)), 422),
    refused: async (c, who, render, notice, wait) =>
      shown(c, render({ ...EMPTY_FORM, notice }, await accounts.own(who)), STATUS[notice], wait),
  };
}
