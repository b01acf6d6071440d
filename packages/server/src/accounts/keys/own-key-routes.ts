/** The page of keys for programs of who is signed in: made behind the password, shown once, ended with one press. */
import { EMPTY_FORM, renderKeys, renderNewKey, scopesOf } from '@readingscan/web';
import { Hono } from 'hono';
import { sentOn, shown } from '../exchange.ts';
import { type Env, type OwnDeps, ownExchange, type Render } from '../own-exchange.ts';
import { askedKey } from './wanted-key.ts';

const LONGEST_ID = 64;

export function keyRoutes(deps: OwnDeps): Hono<Env> {
  const { accounts, site } = deps;
  const routes = new Hono<Env>();
  const { at, get, post, again, refused } = ownExchange(routes, deps);
  const page: Render = (form, account) => renderKeys({ site, form, account, today: accounts.today() });

  get('/account/keys', page);
  post('/account/keys', async ({ c, fields }, who) => {
    const { typed, faults, wanted } = askedKey(fields, accounts.today(), scopesOf(site.hasSaving ?? false));
    const current = fields('current');
    const wrong = current === '' ? { ...faults, current: 'currentNone' as const } : faults;
    if (Object.keys(wrong).length > 0) return again(c, who, page, { key: typed, faults: wrong });
    const wait = accounts.limits.confirm(who.userId);
    if (wait !== null) return refused(c, who, page, 'tooMany', wait);
    if (!(await accounts.isPassword(who, current)))
      return again(c, who, page, { key: typed, faults: { current: 'currentWrong' } });
    const written = await accounts.makeKey(who, wanted, site.language);
    if (written === null) return shown(c, page({ ...EMPTY_FORM, notice: 'keysFull' }, await accounts.own(who)), 409);
    return shown(c, renderNewKey({ site, written }));
  });
  post('/account/keys/end', async ({ fields }, who) => {
    const isGone = await accounts.keys.end(who, fields('key').slice(0, LONGEST_ID));
    return sentOn(isGone ? `${at('/account/keys')}?done=key-ended` : at('/account/keys'));
  });
  return routes;
}
