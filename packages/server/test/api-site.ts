/** A server with accounts whose interface for programs is asked with keys of every kind. */
import type { ProgramReader } from '@readingscan/reader';
import { KEY_SCOPES, type KeyScope } from '@readingscan/web';
import { type ApiKeys, apiKeys } from '../src/accounts/keys/api-keys.ts';
import type { ApiSettings } from '../src/api/settings.ts';
import { type Database, openDatabase } from '../src/database/database.ts';
import type { DatabaseSettings } from '../src/database/settings.ts';
import type { JobSettings } from '../src/jobs/settings.ts';
import type { SavingSettings } from '../src/saved/settings.ts';
import type { ServerOptions } from '../src/start.ts';
import { type AccountSite, ANA, accountSite, PASSWORD } from './account-site.ts';
import { type KINDS, newDatabase } from './database-kinds.ts';
import { fakeReader } from './fake-reader.ts';
import { madeRoutes } from './made-routes.ts';

type Keys = Readonly<Record<KeyScope, string>>;

export interface ApiSite extends AccountSite {
  /** "POST /api/v1/explain" of all that its router serves */
  readonly routes: ReadonlySet<string>;
  readonly settings: DatabaseSettings;
  readonly database: Database;
  readonly rows: ApiKeys;
  readonly anaId: string;
  /** with one scope each, and with all but one */
  readonly keys: Keys;
  readonly without: Keys;
  readonly revoked: string;
  readonly expired: string;
  /** its account is gone */
  readonly orphan: string;
}

interface Options {
  readonly saving?: SavingSettings | null;
  readonly reader?: ProgramReader;
  readonly jobs?: JobSettings;
  readonly payments?: ServerOptions['payments'];
  readonly openDatabase?: typeof openDatabase;
}

const DAY = 24 * 60 * 60_000;

export async function apiSite(
  kind: (typeof KINDS)[number],
  api: ApiSettings,
  { saving = null, reader = fakeReader(), jobs, payments = null, ...parts }: Options = {},
): Promise<ApiSite> {
  const settings = await newDatabase(kind);
  const at = await accountSite({
    database: settings,
    api,
    saving,
    reader,
    payments,
    ...(jobs ? { jobs } : {}),
    ...parts,
  });
  const database = await openDatabase(settings);
  const rows = apiKeys(database, at.now);
  await at.member();
  const leaver = await at.member('bea@quillfeather.example');
  const idOf = async (email: string): Promise<string> =>
    (await database.db.selectFrom('users').select('id').where('email', '=', email).executeTakeFirstOrThrow()).id;
  const anaId = await idOf(ANA);
  const make = async (scopes: readonly KeyScope[], userId = anaId, from = rows, ends: string | null = null) =>
    (await from.make({ userId, device: '' }, { name: 'a program', scopes, endsOn: ends })) ?? '';
  const made = async (scopesOf: (scope: KeyScope) => readonly KeyScope[]): Promise<Keys> =>
    // each scope has one
    Object.fromEntries(
      await Promise.all(KEY_SCOPES.map(async (scope) => [scope, await make(scopesOf(scope))] as const)),
    ) as unknown as Keys;
  const keys = await made((scope) => [scope]);
  const without = await made((scope) => KEY_SCOPES.filter((one) => one !== scope));
  const revoked = await make(KEY_SCOPES);
  const ended = (await rows.list(anaId)).find(({ prefix }) => revoked.startsWith(prefix));
  await rows.end({ userId: anaId, device: '' }, ended?.id ?? '');
  const yesterday = new Date(at.now() - DAY).toISOString().slice(0, 10);
  const expired = await make(KEY_SCOPES, anaId, rows, yesterday);
  const orphan = await make(KEY_SCOPES, await idOf('bea@quillfeather.example'));
  await leaver.send('/account/delete', { current: PASSWORD });
  return {
    ...at,
    routes: new Set(madeRoutes(saving !== null, payments !== null)),
    settings,
    database,
    rows,
    anaId,
    keys,
    without,
    revoked,
    expired,
    orphan,
    async close() {
      await at.close();
      await database.close();
    },
  };
}
