/** Plans and settings of payments: what is wrong stops the start with one line that says where; and what the operator sees of it later. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { creditsFinding, paymentsFinding } from '../src/credits/examine.ts';
import { readPlans } from '../src/credits/plans.ts';
import { paymentSettings } from '../src/credits/settings.ts';
import { openDatabase } from '../src/database/database.ts';
import { openMetrics } from '../src/metrics/metrics.ts';
import { watchCredits } from '../src/metrics/watched.ts';
import { newDatabase } from './database-kinds.ts';
import { fakeStripe } from './fake-stripe.ts';
import { filledDatabase } from './filled-database.ts';

const EXAMPLE = fileURLToPath(new URL('../../../plans.example.yml', import.meta.url));
const fileWith = (written: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'readingscan-plans-')), 'plans.yml');
  writeFileSync(path, written);
  return path;
};
const example = readFileSync(EXAMPLE, 'utf8');
const ENV = {
  PAYMENTS: 'stripe',
  DATABASE_URL: 'file:./x.db',
  API_ACCESS: 'key',
  PUBLIC_ORIGIN: 'https://reports.example',
  PLANS_FILE: EXAMPLE,
  STRIPE_SECRET_KEY: 'sk_test_abc',
  STRIPE_WEBHOOK_SECRET: 'whsec_0123456789abcdef',
};

describe('the plans', () => {
  test('of the example are read, packs and subscriptions alike', () => {
    const { offers, costs, everyMonth } = readPlans(EXAMPLE);
    expect(offers.map(({ id, every }) => [id, every])).toEqual([
      ['small', null],
      ['large', null],
      ['monthly', 'month'],
    ]);
    expect([everyMonth, costs]).toEqual([50, { text: 1, page: 5, report: 1, storage: 2 }]);
  });

  test.each([
    ['a wrong figure', example.replace('credits: 500', 'credits: -5'), /PLANS_FILE: packs\.0\.credits: /],
    ['half a credit', example.replace('text: 1', 'text: 0.5'), /PLANS_FILE: costs\.text: /],
    ['an unknown word', `${example}\ncoupons: []\n`, /PLANS_FILE: .*coupons/],
    ['a currency in full', example.replace('currency: eur', 'currency: Euro'), /currency: write it like eur/],
    ['a price that is none', example.replace('price_REPLACE_WITH_YOURS_1', 'five'), /packs\.0\.price: write the id/],
    ['the same name twice', example.replace('id: large', 'id: small'), /two offers have the same id/],
    ['the same price twice', example.replace('YOURS_2', 'YOURS_1'), /two offers have the same price/],
    ['nothing to buy', example.replace(/packs:.*/s, ''), /nothing to buy/],
    ['nothing that costs', example.replace(/(text|page|report|storage): \d/g, '$1: 0'), /nothing costs anything/],
    ['no YAML', '{', /PLANS_FILE is no YAML/],
    ['an empty file', '', /PLANS_FILE: file: /],
  ])('with %s stop the start, and say where', (_, written, said) => {
    const read = (): unknown => readPlans(fileWith(written));
    expect(read).toThrow(said);
    expect(read).toThrow(/^[^\n]+$/);
  });
});

describe('the settings', () => {
  test('are off where nothing is said, or off', () => {
    expect(paymentSettings({})).toBeNull();
    expect(paymentSettings({ ...ENV, PAYMENTS: 'off', PLANS_FILE: '/nowhere' })).toBeNull();
    expect(paymentSettings(ENV)?.stripe.api).toBe('https://api.stripe.com');
  });

  test.each([
    [{ PAYMENTS: 'paypal' }, /PAYMENTS is off or stripe/],
    [{ DATABASE_URL: '' }, /DATABASE_URL is not set/],
    [{ API_ACCESS: 'open' }, /API_ACCESS is not key/],
    [{ PUBLIC_ORIGIN: '' }, /PUBLIC_ORIGIN is not set/],
    [{ PLANS_FILE: '' }, /PLANS_FILE is not set/],
    [{ PLANS_FILE: '/nowhere/plans.yml' }, /PLANS_FILE cannot be read/],
    [{ STRIPE_SECRET_KEY: 'pk_live_abc' }, /STRIPE_SECRET_KEY is not a secret key/],
    [{ STRIPE_WEBHOOK_SECRET: 'secret' }, /STRIPE_WEBHOOK_SECRET is not/],
    [{ STRIPE_API: 'http://evil.example' }, /STRIPE_API is for a stand-in on this machine/],
  ])('with %o stop the start, and repeat no secret', (wrong, said) => {
    const read = (): unknown => paymentSettings({ ...ENV, ...wrong });
    expect(read).toThrow(said);
    expect(read).not.toThrow(/sk_test_abc|0123456789abcdef|pk_live_abc/);
  });
});

test('the operator sees a ledger that sums to zero, what was questioned, and prices that are not those of the file', async () => {
  const database = await openDatabase(await newDatabase('sqlite'));
  await database.migrate();
  expect(await creditsFinding(database, null)).toMatchObject({
    isWell: true,
    said: 'PAYMENTS is off: nothing costs anything.',
  });
  await database.close();
  const filled = await filledDatabase('sqlite');
  const stripe = await fakeStripe([
    { id: 'price_a', amount: 500 },
    { id: 'price_b', amount: 900, every: 'month' },
  ]);
  const plans = readPlans(EXAMPLE);
  const [pack, , monthly] = plans.offers;
  if (!pack || !monthly) throw new Error('no offers');
  const settings = (api: string, amount: number) => ({
    plans: {
      ...plans,
      offers: [
        { ...pack, price: 'price_a', amount },
        { ...monthly, price: 'price_b' },
      ],
    },
    stripe: { secretKey: stripe.secretKey, webhookSecrets: [], api },
    origin: 'https://reports.example',
  });
  expect(await creditsFinding(filled.database, settings(stripe.api, 500))).toMatchObject({ isWell: true });
  expect(await paymentsFinding(settings(stripe.api, 500))).toMatchObject({ isWell: true });
  expect((await paymentsFinding(settings(stripe.api, 499))).said).toMatch(/price of "small" is another one/);
  expect((await paymentsFinding(settings('http://127.0.0.1:9', 500))).said).toMatch(/does not answer.*unreachable/);
  const metrics = openMetrics('0');
  watchCredits(metrics, filled.database, Date.now);
  const figures = await metrics.text();
  expect(figures).toContain('readingscan_credits_unbalanced 0');
  expect(figures).toContain('readingscan_credits{account="sold"} -18');
  expect(figures).toContain('readingscan_payment_tasks 1');
  await filled.database.db.updateTable('purchases').set({ state: 'questioned' }).execute();
  expect(await creditsFinding(filled.database, null)).toMatchObject({ isWell: false });
  metrics.close();
  await filled.database.close();
  await stripe.close();
});
