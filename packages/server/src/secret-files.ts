/** Settings that are secrets can lie in files: NAME_FILE in place of NAME, as secrets of containers are given. */
import { readFileSync } from 'node:fs';
import { WrongSetting } from './wrong-setting.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** MASTER_KEY_FILE holds several lines and is read where they are understood. */
export const IN_FILES = [
  'DATABASE_URL',
  'SECRET_KEY',
  'SMTP_URL',
  'GOOGLE_CLIENT_SECRET',
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRET',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
] as const;

/** The settings with those of the files among them. Throws `WrongSetting`, which names no path and no secret. */
export function withSecretFiles(env: Env): Env {
  const read = IN_FILES.flatMap((name): (readonly [string, string])[] => {
    const path = env[`${name}_FILE`]?.trim() ?? '';
    if (path === '') return [];
    if ((env[name]?.trim() ?? '') !== '')
      throw new WrongSetting(`${name} and ${name}_FILE are both set. Leave one of them out.`);
    return [[name, contentOf(path, name)]];
  });
  return read.length === 0 ? env : { ...env, ...Object.fromEntries(read) };
}

function contentOf(path: string, name: string): string {
  const written = readable(path);
  if (written === null)
    throw new WrongSetting(`${name}_FILE cannot be read. Check that it is there and that this program may read it.`);
  if (written === '') throw new WrongSetting(`${name}_FILE is empty.`);
  return written;
}

function readable(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}
