/** The account of who is signed in: its devices, its password, its end. Who is not signed in is led to where one signs in. */
import { renderChangePassword, renderDeleteAccount, renderOwnAccount } from '@readingscan/web';
import { Hono } from 'hono';
import { sentOn } from './exchange.ts';
import { type Env, type OwnDeps, ownExchange, type Render } from './own-exchange.ts';

/** A session is named by random letters; what is longer is none. */
const LONGEST_ID = 64;

export function ownRoutes(deps: OwnDeps): Hono<Env> {
  const { accounts, site } = deps;
  const routes = new Hono<Env>();
  const { at, get, post, again, refused } = ownExchange(routes, deps);
  const own: Render = (form, account) => renderOwnAccount({ site, form, account });
  const change: Render = (form, account) => renderChangePassword({ site, form, account });
  const remove: Render = (form, account) => renderDeleteAccount({ site, form, account });

  get('/account', own);
  get('/account/password', change);
  get('/account/delete', remove);

  post('/account/sign-out', async ({ c }) =>
    sentOn(`${at('/account/sign-in')}?done=signed-out`, await accounts.signOut(c.req.raw.headers)),
  );
  post('/account/sign-out-everywhere', async ({ c }, who) => {
    await accounts.endAll(who);
    return sentOn(`${at('/account/sign-in')}?done=ended-all`, await accounts.signOut(c.req.raw.headers));
  });
  post('/account/end-session', async ({ fields }, who) => {
    await accounts.endSession(who, fields('session').slice(0, LONGEST_ID));
    return sentOn(`${at('/account')}?done=ended`);
  });
  post('/account/password', async ({ c, fields }, who) => {
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
    const cookies = await accounts.changePassword(who, c.req.raw.headers, current, next, site.language);
    if (!cookies) return again(c, who, change, { faults: { current: 'currentWrong' } });
    return sentOn(`${at('/account')}?done=changed`, cookies);
  });
  post('/account/delete', async ({ c, fields }, who) => {
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
