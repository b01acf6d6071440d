/** The account of who is signed in: its devices, its password, its end. Who is not signed in is led to where one signs in. */
import {
  ACCOUNT_DONE,
  type AccountForm,
  type AccountNotice,
  EMPTY_FORM,
  hrefOf,
  type OwnAccount,
  renderChangePassword,
  renderDeleteAccount,
  renderOwnAccount,
  renderSignIn,
  type SiteView,
} from '@readingscan/web';
import { Hono } from 'hono';
import type { Accounts, SignedIn } from './accounts.ts';
import { type Asked, type exchange, type Fields, STATUS, sentOn, shown } from './exchange.ts';

interface Deps {
  readonly accounts: Accounts;
  readonly site: SiteView;
  readonly take: ReturnType<typeof exchange>;
}

type Env = { Bindings: Asked['env'] };
type Render = (form: AccountForm, account: OwnAccount) => string;
type Act = (c: Asked, who: SignedIn, fields: Fields) => Promise<Response>;

/** A session is named by random letters; what is longer is none. */
const LONGEST_ID = 64;

export function ownRoutes({ accounts, site, take }: Deps): Hono<Env> {
  const { language } = site;
  const routes = new Hono<Env>();
  const at = (path: string): `/${string}` => `/${hrefOf(language, path).slice(1)}`;
  const toSignIn = (): Response => sentOn(at('/account/sign-in'));
  const own: Render = (form, account) => renderOwnAccount({ site, form, account });
  const change: Render = (form, account) => renderChangePassword({ site, form, account });
  const remove: Render = (form, account) => renderDeleteAccount({ site, form, account });

  function get(path: string, render: Render): void {
    routes.get(at(path), async (c) => {
      const who = await accounts.signedIn(c.req.raw.headers);
      if (!who) return toSignIn();
      const done = ACCOUNT_DONE.find((one) => one === c.req.query('done')) ?? null;
      const answer = shown(c, render({ ...EMPTY_FORM, done }, await accounts.own(who)));
      for (const cookie of who.cookies) answer.headers.append('Set-Cookie', cookie);
      return answer;
    });
  }

  /** A form that only who is signed in may send: nobody else's is looked at. */
  function post(path: string, act: Act): void {
    routes.post(at(path), (c) =>
      take(
        c,
        async ({ fields }) => {
          const who = await accounts.signedIn(c.req.raw.headers);
          return who ? act(c, who, fields) : toSignIn();
        },
        // said without anything of the account
        (notice, _, wait) => shown(c, renderSignIn({ site, form: { ...EMPTY_FORM, notice } }), STATUS[notice], wait),
      ),
    );
  }

  /** The form again, with what is wrong. */
  const again = async (c: Asked, who: SignedIn, render: Render, form: Partial<AccountForm>): Promise<Response> =>
    shown(c, render({ ...EMPTY_FORM, ...form }, await accounts.own(who)), 422);
  const refused = async (c: Asked, who: SignedIn, render: Render, notice: AccountNotice, wait: number) =>
    shown(c, render({ ...EMPTY_FORM, notice }, await accounts.own(who)), STATUS[notice], wait);

  get('/account', own);
  get('/account/password', change);
  get('/account/delete', remove);

  post('/account/sign-out', async (c) =>
    sentOn(`${at('/account/sign-in')}?done=signed-out`, await accounts.signOut(c.req.raw.headers)),
  );
  post('/account/sign-out-everywhere', async (c, who) => {
    await accounts.endAll(who);
    return sentOn(`${at('/account/sign-in')}?done=ended-all`, await accounts.signOut(c.req.raw.headers));
  });
  post('/account/end-session', async (_, who, fields) => {
    await accounts.endSession(who, fields('session').slice(0, LONGEST_ID));
    return sentOn(`${at('/account')}?done=ended`);
  });
  post('/account/password', async (c, who, fields) => {
    const [current, next] = [fields('current'), fields('password')];
    const fault = accounts.judge(next, who.email);
    if (current === '' || fault) {
      const faults = {
        ...(current === '' ? { current: 'currentNone' as const } : {}),
        ...(fault ? { password: fault } : {}),
      };
      return again(c, who, change, { faults });
    }
    const wait = accounts.limits.confirm(who.userId);
    if (wait !== null) return refused(c, who, change, 'tooMany', wait);
    const cookies = await accounts.changePassword(who, c.req.raw.headers, current, next, language);
    if (!cookies) return again(c, who, change, { faults: { current: 'currentWrong' } });
    return sentOn(`${at('/account')}?done=changed`, cookies);
  });
  post('/account/delete', async (c, who, fields) => {
    const current = fields('current');
    if (current === '') return again(c, who, remove, { faults: { current: 'currentNone' } });
    const wait = accounts.limits.confirm(who.userId);
    if (wait !== null) return refused(c, who, remove, 'tooMany', wait);
    if (!(await accounts.isPassword(who, current)))
      return again(c, who, remove, { faults: { current: 'currentWrong' } });
    await accounts.remove(who);
    return sentOn(`${at('/account/sign-in')}?done=deleted`, await accounts.signOut(c.req.raw.headers));
  });
  return routes;
}
