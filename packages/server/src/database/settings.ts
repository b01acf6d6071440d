/** Which database the operator has set up: DATABASE_URL names a file for SQLite, or a PostgreSQL server. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WrongSetting } from '../wrong-setting.ts';

export type DatabaseSettings =
  | { readonly kind: 'sqlite' /** absolute */; readonly path: string }
  | { readonly kind: 'postgres'; readonly url: string };

type Env = Readonly<Record<string, string | undefined>>;

/** Null where nothing is to be stored. Throws `WrongSetting` where the address is none; it is never repeated, as it may hold a password. */
export function databaseSettings({ DATABASE_URL }: Env): DatabaseSettings | null {
  const written = DATABASE_URL?.trim() ?? '';
  if (written === '') return null;
  const settings = /^postgres(ql)?:/.test(written) ? postgresAt(written) : fileAt(written);
  if (settings) return settings;
  throw new WrongSetting(
    'DATABASE_URL is not the address of a database. Write file:./data/readingscan.db, or postgres://user:password@host/name.',
  );
}

function postgresAt(written: string): DatabaseSettings | null {
  if (!URL.canParse(written)) return null;
  const { pathname, host, searchParams } = new URL(written);
  // a socket is named behind the name of the database: postgres:///name?host=/run/postgresql
  const isWhole = /^\/[^/]+$/.test(pathname) && (host !== '' || searchParams.has('host'));
  return isWhole ? { kind: 'postgres', url: written } : null;
}

function fileAt(written: string): DatabaseSettings | null {
  const path = /^file:(?!\/\/)(.+)$/.exec(written)?.[1];
  if (path !== undefined) return isFileName(path) ? { kind: 'sqlite', path: resolve(path) } : null;
  try {
    const url = new URL(written);
    return url.protocol === 'file:' && url.pathname.length > 1 ? { kind: 'sqlite', path: fileURLToPath(url) } : null;
  } catch {
    return null;
  }
}

/** A folder is none, nor is what SQLite would keep in memory only. */
const isFileName = (path: string): boolean => !path.endsWith('/') && !path.startsWith(':') && !path.includes('?');
