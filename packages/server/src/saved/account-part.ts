/** Saved reports on the pages of an account: the account as it is shown has them, and two forms act on them. */
import type { Language } from '@readingscan/reader/languages';
import {
  EMPTY_FORM,
  hrefOf,
  KEEP_YEARS,
  renderRemoveReports,
  renderSignIn,
  type SavedView,
  type SiteView,
} from '@readingscan/web';
import { Hono } from 'hono';
import type { Accounts } from '../accounts/accounts.ts';
import { type Asked, type exchange, STATUS, sentOn, shown } from '../accounts/exchange.ts';
import type { Owner, Saved } from './saved.ts';

const SHOWN_EVENTS = 50;

/** The same accounts; what one sees of one's own holds the saved reports too. */
export const withSaved = (accounts: Accounts, saved: Saved): Accounts => ({
  ...accounts,
  own: async (who) => ({ ...(await accounts.own(who)), saved: await savedView(saved, who.userId) }),
});

async function savedView(saved: Saved, userId: string): Promise<SavedView> {
  const { used, most, keepYears } = await saved.overview(userId);
  const trail = await saved.trail(userId, SHOWN_EVENTS);
  return {
    reports: used.reports,
    bytes: used.bytes,
    mostReports: most.reports,
    mostBytes: most.bytes,
    keepYears,
    ...trail,
  };
}

interface Deps {
  readonly accounts: Accounts;
  readonly saved: Saved;
  readonly site: SiteView;
  readonly take: ReturnType<typeof exchange>;
}

/** In one language. */
export function savedPartRoutes({ accounts, saved, site, take }: Deps): Hono<{ Bindings: Asked['env'] }> {
  const routes = new Hono<{ Bindings: Asked['env'] }>();
  const at = (path: string): `/${string}` => `/${hrefOf(site.language satisfies Language, path).slice(1)}`;
  const toSignIn = (): Response => sentOn(at('/account/sign-in'));
  const post = (path: string, act: (owner: Owner, years: string) => Promise<Response>): void => {
    routes.post(at(path), (c) =>
      take(
        c,
        async ({ fields }) => {
          const who = await accounts.signedIn(c.req.raw.headers);
          return who ? act(who, fields('years')) : toSignIn();
        },
        // said without anything of the account
        (notice, _, wait) => shown(c, renderSignIn({ site, form: { ...EMPTY_FORM, notice } }), STATUS[notice], wait),
      ),
    );
  };
  post('/account/keep-for', async (owner, years) => {
    const chosen = KEEP_YEARS.find((one) => String(one ?? 'never') === years);
    if (chosen === undefined) return sentOn(at('/account'));
    await saved.keepFor(owner, chosen);
    return sentOn(`${at('/account')}?done=kept-for`);
  });
  routes.get(at('/account/delete-reports'), async (c) => {
    const who = await accounts.signedIn(c.req.raw.headers);
    if (!who) return toSignIn();
    const answer = shown(c, renderRemoveReports({ site, form: EMPTY_FORM }));
    for (const cookie of who.cookies) answer.headers.append('Set-Cookie', cookie);
    return answer;
  });
  post('/account/delete-reports', async (owner) => {
    await saved.removeAll(owner);
    return sentOn(`${at('/account')}?done=reports-deleted`);
  });
  return routes;
}
