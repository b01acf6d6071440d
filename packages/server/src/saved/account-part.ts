/** Saved reports on the pages of an account: the account as it is shown has them, and two forms act on them. */
import { EMPTY_FORM, KEEP_YEARS, renderOwnAccount, renderRemoveReports, type SavedView } from '@readingscan/web';
import { Hono } from 'hono';
import type { Accounts } from '../accounts/accounts.ts';
import { sentOn, shown } from '../accounts/exchange.ts';
import { type Env, type OwnDeps, ownExchange, type Render } from '../accounts/own-exchange.ts';
import type { Saved } from './saved.ts';

/** of an account in which nothing happened yet */
const NO_TRAIL = { events: [], length: 0, isWhole: true } as const;

/** The same accounts; what one sees of one's own holds the saved reports too. */
export const withSaved = (accounts: Accounts, saved: Saved): Accounts => ({
  ...accounts,
  own: async (who) => ({ trail: NO_TRAIL, ...(await accounts.own(who)), saved: await savedView(saved, who.userId) }),
});

async function savedView(saved: Saved, userId: string): Promise<SavedView> {
  const { used, most, keepYears } = await saved.overview(userId);
  return {
    reports: used.reports,
    bytes: used.bytes,
    mostReports: most.reports,
    mostBytes: most.bytes,
    keepYears,
  };
}

/** In one language. */
export function savedPartRoutes({ saved, ...deps }: OwnDeps & { readonly saved: Saved }): Hono<Env> {
  const { site } = deps;
  const routes = new Hono<Env>();
  const { at, getAs, post, refused } = ownExchange(routes, deps);
  const own: Render = (form, account) => renderOwnAccount({ site, form, account });
  const remove: Render = (form) => renderRemoveReports({ site, form });

  getAs('/account/delete-reports', async (c) => shown(c, renderRemoveReports({ site, form: EMPTY_FORM })));
  post('/account/keep-for', async ({ c, fields }, who) => {
    const years = KEEP_YEARS.find((one) => String(one ?? 'never') === fields('years'));
    if (years === undefined) return sentOn(at('/account'));
    const wait = saved.limits.wait('change', who.userId);
    if (wait !== null) return refused(c, who, own, 'tooMany', wait);
    await saved.keepFor(who, years);
    return sentOn(`${at('/account')}?done=kept-for`);
  });
  post('/account/delete-reports', async ({ c }, who) => {
    const wait = saved.limits.wait('change', who.userId);
    if (wait !== null) return refused(c, who, remove, 'tooMany', wait);
    await saved.removeAll(who);
    return sentOn(`${at('/account')}?done=reports-deleted`);
  });
  return routes;
}
