/** The page of credits: what is there, what costs what, how to get more, and what became of each; and the step before a page of Stripe. */
import { SiteLink } from '../layout/site-link.tsx';
import type { SiteView } from '../layout/site-view.ts';
import { ACCOUNT_WORDS } from '../words/account.ts';
import { CREDIT_WORDS } from '../words/credits.ts';
import { useLanguage } from '../words/use-words.ts';
import type { AccountForm } from './account-view.ts';
import { figure, money } from './credit-figures.ts';
import { CreditHistoryPart } from './credit-history.tsx';
import { CREDIT_UNITS, type CreditOffer, type CreditSubscription, type CreditsView } from './credits-view.ts';
import { Day } from './day-and-time.tsx';
import { AccountFrame, Sent } from './frame.tsx';

interface CreditsProps {
  readonly site: SiteView;
  readonly form: AccountForm;
  readonly credits: CreditsView;
}

export const CREDITS_PATH = '/account/credits';

export function CreditsPage({ site, form, credits }: CreditsProps) {
  const text = CREDIT_WORDS[site.language];
  const { isWaiting, subscriptions, offers, currency, history } = credits;
  return (
    <AccountFrame site={site} path={CREDITS_PATH} title={text.title} form={form}>
      {isWaiting && (
        <p class="account-done" role="status" tabIndex={-1} autofocus>
          {text.waiting}
        </p>
      )}
      <div>
        {text.intro.map((sentences) => (
          <p key={sentences}>{sentences}</p>
        ))}
      </div>
      <p>
        <SiteLink to="/">{text.toReader}</SiteLink>
      </p>
      <BalancePart {...credits} />
      <CostsPart {...credits} />
      {subscriptions.length > 0 && (
        <section class="account-part" aria-labelledby="credits-subscription">
          <h2 id="credits-subscription">{text.subscription.heading}</h2>
          {subscriptions.map((subscription) => (
            <SubscriptionLine key={subscription.until} {...subscription} />
          ))}
          <Sent to={`${CREDITS_PATH}/portal`}>
            <p class="quiet" id="credits-portal">
              {text.subscription.hint}
            </p>
            <button type="submit" class="button" aria-describedby="credits-portal">
              {text.subscription.press}
            </button>
          </Sent>
        </section>
      )}
      <section class="account-part" aria-labelledby="credits-buy">
        <h2 id="credits-buy">{text.buy.heading}</h2>
        <div>
          {text.buy.intro.map((sentences) => (
            <p class="quiet" key={sentences}>
              {sentences}
            </p>
          ))}
        </div>
        <ul class="account-devices">
          {offers.map((offer) => (
            <Offer key={offer.id} offer={offer} currency={currency} />
          ))}
        </ul>
      </section>
      <CreditHistoryPart history={history} path={CREDITS_PATH} />
      <p>
        <SiteLink to="/account">{ACCOUNT_WORDS[site.language].back}</SiteLink>
      </p>
    </AccountFrame>
  );
}

function BalancePart({ free, paid, held, allowance }: CreditsView) {
  const language = useLanguage();
  const { balance } = CREDIT_WORDS[language];
  const all = free + paid;
  return (
    <section class="account-part" aria-labelledby="credits-balance">
      <h2 id="credits-balance">{balance.heading}</h2>
      <p class="credits-there">{balance.there(figure(language, all), all === 1)}</p>
      <ul class="credits-kinds">
        {free > 0 && <li>{balance.free(figure(language, free))}</li>}
        {paid > 0 && <li>{balance.paid(figure(language, paid))}</li>}
        {held > 0 && <li>{balance.held(figure(language, held))}</li>}
        {allowance > 0 && <li>{balance.allowance(figure(language, allowance))}</li>}
      </ul>
    </section>
  );
}

function CostsPart({ prices, freeMegabytes }: CreditsView) {
  const language = useLanguage();
  const { costs } = CREDIT_WORDS[language];
  return (
    <section class="account-part" aria-labelledby="credits-costs">
      <h2 id="credits-costs">{costs.heading}</h2>
      <table class="credits-costs">
        <thead>
          <tr>
            <th scope="col">{costs.what}</th>
            <th scope="col">{costs.credits}</th>
          </tr>
        </thead>
        <tbody>
          {CREDIT_UNITS.map((unit) => (
            <tr key={unit}>
              <th scope="row">{costs.units[unit](figure(language, freeMegabytes))}</th>
              <td>{prices[unit] === 0 ? costs.nothing : figure(language, prices[unit])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet">{costs.intro}</p>
      <p class="quiet">{costs.failed}</p>
    </section>
  );
}

/** States in which a payment is owed. */
const LATE = ['past_due', 'unpaid', 'incomplete'];

function SubscriptionLine({ credits, state, isEnding, until }: CreditSubscription) {
  const language = useLanguage();
  const { subscription } = CREDIT_WORDS[language];
  return (
    <div>
      {credits > 0 && <p>{subscription.is(figure(language, credits))}</p>}
      {LATE.includes(state) ? (
        <p class="contact-fault">{subscription.late}</p>
      ) : (
        <p>
          {isEnding ? subscription.ends : subscription.next} <Day day={new Date(until).toISOString().slice(0, 10)} />
        </p>
      )}
    </div>
  );
}

function Offer({ offer, currency }: { readonly offer: CreditOffer; readonly currency: string }) {
  const language = useLanguage();
  const { buy } = CREDIT_WORDS[language];
  const { id, credits, amount, every } = offer;
  return (
    <li>
      <div>
        <p>
          <b id={`offer-${id}`}>{buy.credits(figure(language, credits))}</b>
        </p>
        <p class="caption">
          {money(language, amount, currency)} · {every === null ? buy.once : buy.every[every]}
        </p>
      </div>
      <Sent to={`${CREDITS_PATH}/buy`}>
        <input type="hidden" name="offer" value={id} />
        <button type="submit" class="button" aria-describedby={`offer-${id}`}>
          {every === null ? buy.press : buy.subscribe}
        </button>
      </Sent>
    </li>
  );
}

interface ToStripeProps {
  readonly site: SiteView;
  /** an address at Stripe */
  readonly to: string;
  /** null: to look after a subscription */
  readonly offer: CreditOffer | null;
  readonly currency: string;
}

/** A link, not a form: no form of this site leads to another one. */
export function ToStripePage({ site, to, offer, currency }: ToStripeProps) {
  const { language } = site;
  const { stripe } = CREDIT_WORDS[language];
  const said = (): string => {
    if (!offer) return stripe.look;
    const [amount, credits] = [money(language, offer.amount, currency), figure(language, offer.credits)];
    return offer.every === null ? stripe.pay(amount, credits) : stripe.payEach[offer.every](amount, credits);
  };
  return (
    <AccountFrame site={site} path={CREDITS_PATH} languages={[]} title={stripe.title}>
      <p>
        <b>{said()}</b>
      </p>
      <p>{stripe.told}</p>
      <p>
        <a class="button big primary" href={to} rel="noreferrer">
          {stripe.go}
        </a>
      </p>
      <p>
        <SiteLink to={CREDITS_PATH}>{stripe.back}</SiteLink>
      </p>
    </AccountFrame>
  );
}
