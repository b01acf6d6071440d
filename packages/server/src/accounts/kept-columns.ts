/** What of the library's rows reaches the database: the hash of a session's token in place of it; no names, pictures, network addresses or keys of others. */
import { createHash } from 'node:crypto';
import type { DBAdapter, DBTransactionAdapter, Where } from 'better-auth';

type Row = Readonly<Record<string, unknown>>;

/** All calls of the library are of this shape. */
interface Asked {
  readonly model: string;
  readonly where?: readonly Where[];
  readonly data?: Row;
  readonly update?: Row;
}

const CALLS = [
  'create',
  'findOne',
  'findMany',
  'count',
  'update',
  'updateMany',
  'delete',
  'deleteMany',
  'consumeOne',
  'incrementOne',
] as const;

/** Fields of the library that have no column here. */
const LEFT_OUT: Readonly<Record<string, ReadonlySet<string>>> = {
  user: new Set(['name', 'image']),
  session: new Set(['ipAddress']),
  account: new Set([
    'accessToken',
    'refreshToken',
    'idToken',
    'accessTokenExpiresAt',
    'refreshTokenExpiresAt',
    'scope',
  ]),
};

export function keepingLittle(inner: DBAdapter): DBAdapter {
  return { ...within(inner), transaction: (work) => inner.transaction((trx) => work(within(trx))) };
}

function within<T extends DBTransactionAdapter>(inner: T): T {
  const calls = CALLS.map((name) => {
    // they differ in what they give back alone: one boundary
    const call = inner[name] as unknown as (asked: Asked) => Promise<unknown>;
    return [name, async (asked: Asked) => withToken(asked, await call(little(asked)))] as const;
  });
  return { ...inner, ...Object.fromEntries(calls) };
}

function little(asked: Asked): Asked {
  const { model, where, data, update } = asked;
  return {
    ...asked,
    ...(where && model === 'session' ? { where: where.map(hashedWhere) } : {}),
    ...(data ? { data: kept(model, data) } : {}),
    ...(update ? { update: kept(model, update) } : {}),
  };
}

const kept = (model: string, row: Row): Row =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([field]) => !LEFT_OUT[model]?.has(field))
      .map(([field, value]) => [field, model === 'session' && field === 'token' ? hashed(value) : value]),
  );

const hashedWhere = (where: Where): Where =>
  where.field === 'token'
    ? { ...where, value: Array.isArray(where.value) ? where.value.map(String).map(hashed) : hashed(where.value) }
    : where;

const hashed = (token: unknown): string => createHash('sha256').update(String(token)).digest('base64url');

/** The library goes on working with the token that it made or was given. */
function withToken({ model, where, data }: Asked, found: unknown): unknown {
  const token = data?.token ?? where?.find(({ field }) => field === 'token')?.value;
  const isRow = typeof found === 'object' && found !== null && !Array.isArray(found);
  return model === 'session' && isRow && typeof token === 'string' ? { ...found, token } : found;
}
