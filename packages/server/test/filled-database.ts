/** A database with something in each table that a backup holds: two people, a report with a photograph, a key, a code, a trail. */
import { randomBytes } from 'node:crypto';
import { keptReport, withPhotograph } from '../../web/test/kept-reports.ts';
import { setAside } from '../src/credits/ledger/holds.ts';
import { purses } from '../src/credits/ledger/purse.ts';
import { type Database, openDatabase } from '../src/database/database.ts';
import type { DatabaseKind } from '../src/database/migrations/index.ts';
import type { DatabaseSettings } from '../src/database/settings.ts';
import { type MasterKey, masterKeys } from '../src/saved/master-keys.ts';
import { append } from '../src/saved/trail.ts';
import { openVault, type Vault } from '../src/saved/vault.ts';
import { newDatabase } from './database-kinds.ts';

export const [ANA, BEA] = ['ana', 'bea'];
export const KEY: MasterKey = { id: 'first', bytes: new Uint8Array(randomBytes(32)) };
export const PHOTO = new Uint8Array([...randomBytes(300)]);
const PLENTY = { reports: 500, bytes: 50_000_000 };
const NOW = '2026-11-29T08:00:00.123Z';
const TIMES = { created_at: NOW, updated_at: NOW };

export interface Filled {
  readonly settings: DatabaseSettings;
  readonly database: Database;
  readonly vault: Vault;
  /** Ana's */
  readonly reportId: string;
}

export async function filledDatabase(kind: DatabaseKind): Promise<Filled> {
  const settings = await newDatabase(kind);
  const database = await openDatabase(settings);
  await database.migrate();
  const { db } = database;
  await join(database, ANA);
  // sorted differently by languages and by bytes
  for (const id of [BEA, 'Zoe', 'álvaro', '雪']) await join(database, id);
  await db
    .insertInto('second_steps')
    .values({
      user_id: ANA,
      sealed_key: 'sealed',
      on_since: NOW,
      last_counter: 7,
      failures: 0,
      tried_at: null,
      ...TIMES,
    })
    .execute();
  await db
    .insertInto('backup_codes')
    .values(['1', '2'].map((id) => ({ id: `code-${id}`, user_id: ANA, code_hash: `hash-${id}`, created_at: NOW })))
    .execute();
  await db.insertInto('api_keys').values(['1', '2'].map(keyOf)).execute();
  await db.insertInto('passkeys').values(['1', '2'].map(passkeyOf)).execute();
  const once = { body_hash: 'b', report_id: 'r', begun_at: NOW, done_at: null };
  await db
    .insertInto('requests_once')
    .values({ user_id: ANA, name_hash: 'n', ...once })
    .execute();
  await db.insertInto('saving_choices').values({ user_id: BEA, keep_years: null }).execute();
  await db
    .insertInto('sessions')
    .values({ id: 's', user_id: ANA, token_hash: 't', device: 'Firefox', expires_at: NOW, ...TIMES })
    .execute();
  await withCredits(database);
  const vault = openVault(database, masterKeys([KEY]));
  const whole = withPhotograph(keptReport(), PHOTO);
  await save(vault, ANA, whole);
  return { settings, database, vault, reportId: whole.report.id };
}

export async function join({ db }: Database, id: string): Promise<void> {
  await db
    .insertInto('users')
    .values({ id, email: `${id}@quillfeather.example`, email_verified: true, ...TIMES })
    .execute();
  await db
    .insertInto('logins')
    .values({ id: `login-${id}`, user_id: id, provider: 'credential', subject: id, password: null, ...TIMES })
    .execute();
}

/** An allowance, something bought, something spent, something set aside, a subscription. */
async function withCredits(database: Database): Promise<void> {
  const { db } = database;
  const bought = { kind: 'pack', plan: 'small', credits: 9, amount: 500, currency: 'eur', state: 'paid' };
  const purchase = { session: 'cs_1', payment: 'pi_1', returned: 0, lost: 0, version: 1, made_at: NOW };
  await db
    .insertInto('purchases')
    .values({ id: 'purchase', user_id: ANA, ...bought, ...purchase })
    .execute();
  const state = { state: 'active', is_ending: 0, until: NOW, version: 1 };
  await db
    .insertInto('credit_subscriptions')
    .values({ id: 'sub_1', user_id: ANA, plan: 'monthly', credits: 9, ...state })
    .execute();
  await db
    .insertInto('payment_tasks')
    .values({ id: 'task', kind: 'leave', object: 'cus_1', tries: 0, due_at: NOW })
    .execute();
  const own = purses(database, 5, () => Date.parse(NOW));
  for (const [number, id] of [BEA, ANA].entries())
    await own.held(id, async (purse, within) => {
      await purse.earn('bought', `purchase:${number}`, 'small', 9);
      await purse.spend(`call:${number}`, [{ unit: 'text', count: 3, price: 2 }]);
      const prices = { text: 1, page: 1, report: 1 };
      await setAside(within, purse, { kind: 'batch', id: `job ${number}`, reports: 2 }, prices, Date.parse(NOW));
    });
}

export async function save(vault: Vault, userId: string, whole = keptReport()): Promise<string> {
  const sealed = await vault.seal(userId, whole, '2026-11-29');
  await vault.held(userId, async (within) => {
    await vault.put(within, userId, [sealed], PLENTY);
    await append(within, userId, { at: Date.parse(NOW), who: 'Firefox', what: 'saved', count: 1 });
  });
  return whole.report.id;
}

const keyOf = (id: string) => ({
  id: `key-${id}`,
  user_id: ANA,
  name: 'clinic "A"\n',
  prefix: 'rs_abc',
  key_hash: `hash-${id}`,
  scopes: 'read save',
  made_on: '2026-11-29',
  ends_on: null,
  used_on: null,
});

const passkeyOf = (id: string) => ({
  id: `passkey-${id}`,
  user_id: ANA,
  name: 'phone "A"\n',
  credential_id: `credential-${id}`,
  public_key: 'key',
  counter: 4_294_967_295,
  made_on: '2026-11-29',
  used_on: null,
});
