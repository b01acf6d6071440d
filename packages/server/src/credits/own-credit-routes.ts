/** The page of credits of who is signed in: what is there and where it went, a way to get more, and one to look after a subscription. Paying itself is done at Stripe. */
import { EMPTY_FORM, renderCredits, renderToStripe } from '@readingscan/web';
import { Hono } from 'hono';
import type { SignedIn } from '../accounts/accounts.ts';
import { type Asked, SOON, shown } from '../accounts/exchange.ts';
import { type Env, type OwnDeps, ownExchange } from '../accounts/own-exchange.ts';
import type { Credits } from './credits.ts';
import { csvOf } from './history-csv.ts';
import { StripeFault } from './stripe/stripe.ts';

interface Deps extends OwnDeps {
  readonly credits: Credits;
  readonly onFailure: (name: string, path: string) => void;
}

const PAGE = '/account/credits';

export function ownCreditRoutes({ credits, onFailure, ...deps }: Deps): Hono<Env> {
  const { accounts, site } = deps;
  const routes = new Hono<Env>();
  const { at, getAs, post } = ownExchange(routes, deps);

  const page = async (who: SignedIn, form = EMPTY_FORM, after = 0, isWaiting = false): Promise<string> =>
    renderCredits({ site, form, credits: { ...(await credits.view(who.userId, after)), isWaiting } });

  getAs(PAGE, async (c, who) => {
    const written = c.req.query('after') ?? '0';
    const after = /^\d{1,7}$/.test(written) ? Number(written) : 0;
    if (c.req.query('done') !== 'paid') return shown(c, await page(who, EMPTY_FORM, after));
    const told = await credits.lookAgain(who.userId);
    const form = told === 'done' ? { ...EMPTY_FORM, done: 'paid' as const } : EMPTY_FORM;
    return shown(c, await page(who, form, 0, told === 'waiting'));
  });
  getAs(`${PAGE}/history.csv`, async (_, who) => {
    const { events } = await credits.history(who.userId);
    return new Response(csvOf(events), {
      headers: {
        'Content-Type': 'text/csv; charset=UTF-8',
        'Content-Disposition': 'attachment; filename="credits.csv"',
        'Cache-Control': 'no-store',
      },
    });
  });

  /** What goes wrong at Stripe is said on the page; nothing was paid then. */
  async function orSaid(c: Asked, who: SignedIn, work: () => Promise<Response>): Promise<Response> {
    const wait = accounts.limits.confirm(who.userId);
    if (wait !== null) return shown(c, await page(who, { ...EMPTY_FORM, notice: 'tooMany' }), 429, wait);
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StripeFault)) throw error;
      onFailure(`stripe-${error.kind}`, c.req.routePath);
      return shown(c, await page(who, { ...EMPTY_FORM, notice: 'payFailed' }), 503, SOON);
    }
  }
  post(`${PAGE}/buy`, ({ c, fields }, who) =>
    orSaid(c, who, async () => {
      const offer = credits.plans.offers.find(({ id }) => id === fields('offer'));
      if (!offer) return shown(c, await page(who, { ...EMPTY_FORM, notice: 'offerGone' }), 422);
      const to = await credits.checkout.begin(who.userId, offer, site.language, at(PAGE));
      const { price: _, ...told } = offer;
      return shown(c, renderToStripe({ site, to, offer: told, currency: credits.plans.currency }));
    }),
  );
  post(`${PAGE}/portal`, ({ c }, who) =>
    orSaid(c, who, async () => {
      const to = await credits.checkout.portal(who.userId, site.language, at(PAGE));
      if (to === null) return shown(c, await page(who), 422);
      return shown(c, renderToStripe({ site, to, offer: null, currency: credits.plans.currency }));
    }),
  );
  return routes;
}
