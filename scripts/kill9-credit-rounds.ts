/** Rounds of `kill -9` while credits are bought (at a Stripe of this machine, whose events come shuffled and twice) and spent by jobs and calls. What was paid has to be there once, what was done has to be paid once, and nothing may stay set aside. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { apiKeys } from '../packages/server/src/accounts/keys/api-keys.ts';
import { passwords } from '../packages/server/src/accounts/passwords.ts';
import { ledgerSums } from '../packages/server/src/credits/ledger/history.ts';
import { type Database, openDatabase } from '../packages/server/src/database/database.ts';
import { databaseSettings } from '../packages/server/src/database/settings.ts';
import { fakeStripe } from '../packages/server/test/fake-stripe.ts';
import { programs, seeded, type Who } from './kill9-programs.ts';

export interface CreditRoundsAsked {
  /** as DATABASE_URL: a new, empty one */
  readonly database: string;
  /** writes the plans; gives the path */
  readonly written: (plans: string) => string;
  readonly rounds: number;
  readonly seed: number;
  /** lines of each job */
  readonly reports?: number;
  readonly say?: (line: string) => void;
}

export interface CreditRounds {
  readonly kills: number;
  readonly resent: number;
  readonly bought: number;
  readonly spent: number;
  /** seconds for which credits stayed set aside when nothing was to be done any more, at most */
  readonly longestHeld: number;
  /** what went wrong; none is to be */
  readonly faults: readonly string[];
}

const [MAIL, PASSWORD] = ['ana@reports.example', 'marmalade under seven hats'];
const STUCK = 60; // seconds
const CREDITS = 400;
const CALLS = 4;
const HERE = { 'Sec-Fetch-Site': 'same-origin' };

export async function creditRounds({
  database: url,
  written,
  rounds,
  seed,
  reports = 250,
  say = () => undefined,
}: CreditRoundsAsked): Promise<CreditRounds> {
  const chance = seeded(seed);
  const stripe = await fakeStripe([{ id: 'price_pack', amount: 500 }]);
  const plans = written(
    `currency: eur\neveryMonth: 7\ncosts: {text: 1, page: 1, report: 1, storage: 1}\nfreeMegabytes: 50\npacks: [{id: pack, credits: ${CREDITS}, amount: 500, price: price_pack}]\n`,
  );
  const at = programs(url, {
    API_ACCESS: 'key',
    PAYMENTS: 'stripe',
    PLANS_FILE: plans,
    STRIPE_SECRET_KEY: stripe.secretKey,
    STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
    STRIPE_API: stripe.api,
  });
  const settings = databaseSettings({ DATABASE_URL: url });
  if (!settings) throw new Error('no database');
  const database = await openDatabase(settings);
  const key = await personIn(database);
  const faults: string[] = [];
  let [told, bought, spent, longestHeld] = [0, 0, 0, 0];
  const withKey = { Authorization: `Bearer ${key}` };

  /** As Stripe does: each until it is acknowledged; in no order, and some twice. */
  async function tellAll(): Promise<void> {
    const events = stripe.events.slice(told);
    told = stripe.events.length;
    const twice = [...events, ...events.filter(() => chance() < 0.5)];
    const shuffled = twice.map((event) => [chance(), event] as const).toSorted(([one], [other]) => one - other);
    await Promise.all(
      shuffled.map(async ([, event]) => {
        for (;;) {
          const { status } = await at.asked('/api/payments/stripe', stripe.signed(event));
          if (status === 200) return;
          await pause(200);
        }
      }),
    );
  }
  async function buy(round: number, cookie: string): Promise<void> {
    const body = new URLSearchParams({ offer: 'pack' });
    const init = { method: 'POST', body, headers: { ...HERE, Cookie: cookie } };
    const { status, text } = await at.asked('/account/credits/buy', init);
    const session = /\/pay\/(cs_\w+)/.exec(text)?.[1];
    if (!session) {
      faults.push(`round ${round}: no page to pay at (${status})`);
      return;
    }
    stripe.pay(session);
    bought += CREDITS;
    await tellAll();
  }
  const ask = (method: string, path: string, more: RequestInit = {}) =>
    at.asked(`/api/v1/jobs${path}`, { method, ...more, headers: { ...withKey, ...(more.headers as object) } });

  /** What was answered of it is paid, whether it was let end or not. */
  async function job(round: number, isCancelled: boolean): Promise<void> {
    const body = Array.from({ length: reports }, (_, id) => JSON.stringify({ id, text: textOf(round, id) })).join('\n');
    const headers = { 'Content-Type': 'application/x-ndjson', 'Idempotency-Key': randomUUID() };
    const left = await ask('POST', '?task=read', { body, headers });
    if (left.status !== 202) {
      faults.push(`round ${round}: a job was answered with ${left.status}`);
      return;
    }
    const { id } = JSON.parse(left.text);
    if (isCancelled) {
      await pause(chance() * 1500);
      await ask('POST', `/${id}/cancel`);
    }
    for (;;) {
      const { status, text } = await ask('GET', `/${id}`);
      const { state, done, refused } = status === 200 ? JSON.parse(text) : { state: 'gone', done: 0, refused: 0 };
      if (state === 'done' || state === 'cancelled') {
        spent += done - refused;
        break;
      }
      if (status !== 200 || state === 'failed') {
        faults.push(`round ${round}: ${status} ${state}`);
        break;
      }
      await pause(100);
    }
    await ask('DELETE', `/${id}`);
  }
  async function call(round: number, number: number): Promise<void> {
    const name = { 'Idempotency-Key': randomUUID(), 'Content-Type': 'application/json' };
    const init = {
      method: 'POST',
      body: JSON.stringify({ text: textOf(round, number) }),
      headers: { ...withKey, ...name },
    };
    // sent again by one who has lost the answer
    for (let times = chance() < 0.5 ? 2 : 1; times > 0; times -= 1) {
      const { status } = await at.asked('/api/v1/read', init);
      if (status !== 200) faults.push(`round ${round}: a call was answered with ${status}`);
    }
    spent += 1;
  }
  async function settled(round: number): Promise<void> {
    const begun = Date.now();
    for (;;) {
      const { own, all, house } = await ledgerSums(database.db);
      const seconds = (Date.now() - begun) / 1000;
      if (own.held === 0 || seconds > STUCK * 2) {
        longestHeld = Math.max(longestHeld, seconds);
        const given = -(house.given ?? 0);
        const is = { all, held: own.held, left: own.free + own.paid, sold: -(house.sold ?? 0) };
        const wanted = { all: 0, held: 0, left: given + bought - spent, sold: bought };
        if (JSON.stringify(is) !== JSON.stringify(wanted))
          faults.push(`round ${round}: ${JSON.stringify(is)} where ${JSON.stringify(wanted)} is right`);
        if (seconds > STUCK) faults.push(`round ${round}: set aside for ${seconds} s`);
        return;
      }
      await pause(250);
    }
  }

  try {
    await Promise.all([at.start('web'), at.start('worker')]);
    const body = new URLSearchParams({ email: MAIL, current: PASSWORD, stay: 'yes' });
    const entered = await at.asked('/account/sign-in', { method: 'POST', body, headers: HERE });
    const cookie = entered.cookies.map((one) => one.split(';')[0]).join('; ');
    // more than a round sets aside at one time
    for (let packs = 0; packs < 3; packs += 1) await buy(0, cookie);
    await settled(0);
    for (let round = 1; round <= rounds; round += 1) {
      const [before, begun, well] = [at.sum.kills, Date.now(), faults.length];
      const killing = (async () => {
        for (let times = 1 + Math.floor(chance() * 2); times > 0; times -= 1) {
          await pause(chance() * 3000);
          const victims: readonly Who[] = [['web'], ['worker'], ['web', 'worker']][Math.floor(chance() * 3)] as Who[];
          await Promise.all(victims.map(at.kill));
          await Promise.all(victims.map(at.start));
        }
      })();
      await Promise.all([
        killing,
        buy(round, cookie),
        job(round, false),
        job(round, true),
        ...Array.from({ length: CALLS }, (_, number) => call(round, number)),
      ]);
      await settled(round);
      say(
        `round ${round}: ${at.sum.kills - before} kills, ${((Date.now() - begun) / 1000).toFixed(0)} s, ${bought} bought, ${spent} spent, ${faults.length} faults`,
      );
      for (const fault of faults.slice(well)) say(fault);
    }
  } finally {
    at.end();
    await database.close();
    await stripe.close();
  }
  return { ...at.sum, bought, spent, longestHeld, faults };
}

const textOf = (round: number, id: number): string =>
  `FINDINGS: There is a ${(id % 28) + 2} mm nodule in the right upper lobe. No pleural effusion.\nIMPRESSION: Report ${id} of round ${round}. Pulmonary nodule. Follow-up CT chest in 12 months.`;

/** Somebody with a password and a key. */
async function personIn(database: Database): Promise<string> {
  await database.migrate();
  const now = new Date().toISOString();
  const times = { created_at: now, updated_at: now };
  const row = { id: 'ana', email: MAIL, email_verified: true, ...times };
  await database.db.insertInto('users').values(row).execute();
  const password = await passwords().hash(PASSWORD);
  await database.db
    .insertInto('logins')
    .values({ id: 'login', user_id: row.id, provider: 'credential', subject: row.id, password, ...times })
    .execute();
  const wanted = { name: 'rounds', scopes: ['read'], endsOn: null } as const;
  return (await apiKeys(database, Date.now).make({ userId: row.id, device: '' }, wanted)) ?? '';
}
