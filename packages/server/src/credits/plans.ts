/** What is given, what costs what, and what can be bought: one YAML file of the operator's, looked through whole before anything starts. */
import { readFileSync } from 'node:fs';
import { CREDIT_UNITS, type CreditUnit } from '@readingscan/web';
import { parse } from 'yaml';
import { z } from 'zod';
import { WrongSetting } from '../wrong-setting.ts';

export interface Offer {
  readonly id: string;
  readonly credits: number;
  /** in the smallest unit of the currency */
  readonly amount: number;
  /** its name at Stripe */
  readonly price: string;
  /** null for a pack, which is bought once */
  readonly every: 'month' | 'year' | null;
}

export interface Plans {
  /** as in "eur" */
  readonly currency: string;
  /** credits for each account, each month */
  readonly everyMonth: number;
  readonly costs: Readonly<Record<CreditUnit, number>>;
  /** of saved reports, before storage costs anything */
  readonly freeMegabytes: number;
  readonly offers: readonly Offer[];
}

const whole = (least: number, most: number) => z.int().min(least).max(most);
const cost = whole(0, 10_000);
const offer = {
  id: z.string().regex(/^[a-z0-9-]{1,32}$/, 'write small letters, figures and -'),
  credits: whole(1, 1_000_000),
  amount: whole(1, 99_999_999),
  price: z.string().regex(/^price_\w{1,200}$/, 'write the id of a price at Stripe, such as price_1AbC'),
};

const schema = z.strictObject({
  currency: z.string().regex(/^[a-z]{3}$/, 'write it like eur'),
  everyMonth: whole(0, 1_000_000),
  costs: z.strictObject({ text: cost, page: cost, report: cost, storage: cost }),
  freeMegabytes: whole(0, 100_000),
  packs: z.array(z.strictObject(offer)).max(20).default([]),
  subscriptions: z
    .array(z.strictObject({ ...offer, every: z.enum(['month', 'year']) }))
    .max(20)
    .default([]),
});

const HOW = 'See plans.example.yml.';

/** Throws `WrongSetting`: one line that names the place in the file. */
export function readPlans(path: string): Plans {
  const parsed = schema.safeParse(parsedYaml(path));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new WrongSetting(`PLANS_FILE: ${issue?.path.join('.') || 'file'}: ${issue?.message}. ${HOW}`);
  }
  const { packs, subscriptions, ...plans } = parsed.data;
  const offers = [...packs.map((pack) => ({ ...pack, every: null })), ...subscriptions];
  if (offers.length === 0) throw new WrongSetting(`PLANS_FILE: there is nothing to buy in it. ${HOW}`);
  for (const name of ['id', 'price'] as const)
    if (new Set(offers.map((one) => one[name])).size < offers.length)
      throw new WrongSetting(`PLANS_FILE: two offers have the same ${name}. Give each one of its own.`);
  if (CREDIT_UNITS.every((unit) => plans.costs[unit] === 0))
    throw new WrongSetting('PLANS_FILE: nothing costs anything. Leave PAYMENTS out where all is free.');
  return { ...plans, offers };
}

function parsedYaml(path: string): unknown {
  let written: string;
  try {
    written = readFileSync(path, 'utf8');
  } catch {
    throw new WrongSetting('PLANS_FILE cannot be read. Check that it is there and that this program may read it.');
  }
  try {
    return parse(written);
  } catch {
    throw new WrongSetting(`PLANS_FILE is no YAML. ${HOW}`);
  }
}
