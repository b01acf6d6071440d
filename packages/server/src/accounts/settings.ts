/** How accounts are set up. There are none unless DATABASE_URL is set; then all that keeps them safe has to be there too. */
import { z } from 'zod';
import { type DatabaseSettings, databaseSettings } from '../database/settings.ts';
import { canBeGuessed, HOW_TO_MAKE_A_KEY as HOW } from '../key-strength.ts';
import { MAIL_SETTINGS, type MailServer, NO_SENDER } from '../mail/settings.ts';
import { publicOrigin } from '../origin.ts';
import { WrongSetting } from '../wrong-setting.ts';
import type { GoogleSettings } from './google/provider.ts';

export interface AccountSettings {
  readonly database: DatabaseSettings;
  /** of the operator: all keys are made from it */
  readonly secret: Uint8Array;
  readonly mail: MailServer;
  /** the address that others reach the site by: links in mails begin with it, whatever a request says */
  readonly origin: string;
  /** null, or left out, where nobody can sign in with Google */
  readonly google?: GoogleSettings | null;
}

type Env = Readonly<Record<string, string | undefined>>;

const LEAST_BYTES = 32;

/** Null where there are to be no accounts. Throws `WrongSetting`, with what to do, where something is wrong or missing: it repeats no secret. */
export function accountSettings(env: Env): AccountSettings | null {
  const database = databaseSettings(env);
  if (!database) return null;
  const secret = secretFrom(env.SECRET_KEY);
  return { database, secret, mail: mailFrom(env), origin: originFrom(env.PUBLIC_ORIGIN), google: googleFrom(env) };
}

/** Base64 or base64url of 32 random bytes or more. */
export function secretFrom(written: string | undefined): Uint8Array {
  const text = written?.trim() ?? '';
  if (text === '') throw new WrongSetting(`DATABASE_URL is set but SECRET_KEY is not. ${HOW}`);
  const bytes = /^[\w+/-]+={0,2}$/.test(text) ? new Uint8Array(Buffer.from(text, 'base64')) : new Uint8Array();
  if (bytes.length < LEAST_BYTES) throw new WrongSetting(`SECRET_KEY is not ${LEAST_BYTES} bytes in base64. ${HOW}`);
  if (canBeGuessed(bytes)) throw new WrongSetting(`SECRET_KEY can be guessed. ${HOW}`);
  return bytes;
}

function mailFrom({ SMTP_URL, SMTP_FROM }: Env): MailServer {
  const parsed = z.object(MAIL_SETTINGS).safeParse({ url: SMTP_URL, from: SMTP_FROM });
  if (!parsed.success) throw new WrongSetting(parsed.error.issues[0]?.message ?? 'SMTP_URL is wrong.');
  const { url, from } = parsed.data;
  if (url === undefined)
    throw new WrongSetting(
      'DATABASE_URL is set but SMTP_URL is not: accounts need mails to prove an address and to choose a new password.',
    );
  if (from === undefined) throw new WrongSetting(NO_SENDER);
  return { ...url, from };
}

function originFrom(written: string | undefined): string {
  const origin = publicOrigin(written);
  if (origin === null)
    throw new WrongSetting(
      'DATABASE_URL is set but PUBLIC_ORIGIN is not: links in mails begin with it. Write it like https://example.org.',
    );
  if (!isSafe(origin))
    throw new WrongSetting(
      'PUBLIC_ORIGIN has to begin with https:// where there are accounts; http:// is for this machine alone.',
    );
  return origin;
}

function googleFrom({ GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET }: Env): GoogleSettings | null {
  const [clientId, clientSecret] = [GOOGLE_CLIENT_ID?.trim() ?? '', GOOGLE_CLIENT_SECRET?.trim() ?? ''];
  if (clientId === '' && clientSecret === '') return null;
  if (clientId === '' || clientSecret === '')
    throw new WrongSetting('Of GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET one is not set. Set both, or neither.');
  return { clientId, clientSecret };
}

/** Over TLS, or never leaving the machine. */
const isSafe = (origin: string): boolean =>
  origin.startsWith('https://') || /^http:\/\/(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(origin);
