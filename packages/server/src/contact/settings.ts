/** How the contact form is set up: CONTACT_DIR where messages are stored, SMTP_URL and SMTP_FROM for the mail they become. */
import { accessSync, constants, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Operator } from '@readingscan/web';
import { z } from 'zod';
import { whole } from '../settings.ts';
import { WrongSetting } from '../wrong-setting.ts';

export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; else it is asked for before anything is said */
  readonly secure: boolean;
  readonly login: { readonly user: string; readonly pass: string } | null;
  readonly from: string;
  /** who runs the installation */
  readonly to: string;
}

export interface ContactSettings {
  /** an absolute path */
  readonly dir: string;
  /** null: messages are stored only */
  readonly smtp: SmtpSettings | null;
  /** after which a message is removed */
  readonly days: number;
}

/** Where CONTACT_DAYS says nothing. */
export const KEPT_DAYS = 180;
const MOST_DAYS = 3650;

type Env = Readonly<Record<string, string | undefined>>;

/** Null where there is to be no form. Throws `WrongSetting`, with what to do, where a value is wrong: it never repeats a password. */
export function contactSettings(env: Env, operator: Operator): ContactSettings | null {
  const parsed = schema.safeParse({
    dir: env.CONTACT_DIR,
    url: env.SMTP_URL,
    from: env.SMTP_FROM,
    days: env.CONTACT_DAYS,
  });
  if (!parsed.success) throw new WrongSetting(parsed.error.issues[0]?.message ?? 'The contact form is set up wrongly.');
  const { dir, url, from, days = KEPT_DAYS } = parsed.data;
  if (dir === undefined) {
    if (url === undefined) return null;
    throw new WrongSetting('SMTP_URL is set but CONTACT_DIR is not: messages are stored before they are mailed.');
  }
  if (url === undefined) return { dir, smtp: null, days };
  if (from === undefined) throw new WrongSetting('SMTP_URL is set but SMTP_FROM is not: name the sender of the mails.');
  if (operator.mail === undefined)
    throw new WrongSetting('SMTP_URL is set but readingscan.yml has no operator.mail: name who gets the mails.');
  return { dir, smtp: { ...url, from, to: operator.mail }, days };
}

const unsetWhereEmpty = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;

const optional = <T extends z.ZodType>(type: T) => z.preprocess(unsetWhereEmpty, type.optional());

const schema = z.object({
  dir: optional(
    z
      .string()
      .transform((path) => resolve(path))
      .refine(
        isFolderToWriteIn,
        'CONTACT_DIR is not a folder that this program may write in. Make one, such as with mkdir -m 700.',
      ),
  ),
  url: optional(
    z.string().transform((written, context) => {
      const server = serverAt(written);
      if (server) return server;
      context.addIssue({
        code: 'custom',
        message: 'SMTP_URL is not the address of a mail server, such as smtps://user:password@mail.example.org:465.',
      });
      return z.NEVER;
    }),
  ),
  from: optional(z.string().trim().pipe(z.email('SMTP_FROM is not a mail address, such as site@example.org.'))),
  days: optional(
    z.string().transform((written, context) => {
      const days = whole(written, 1, MOST_DAYS);
      if (days !== null) return days;
      context.addIssue({ code: 'custom', message: `CONTACT_DAYS is not a number of days from 1 to ${MOST_DAYS}.` });
      return z.NEVER;
    }),
  ),
});

function isFolderToWriteIn(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

const PORTS = { 'smtp:': 587, 'smtps:': 465 } as const;

function serverAt(written: string): Omit<SmtpSettings, 'from' | 'to'> | null {
  const url = URL.canParse(written) ? new URL(written) : null;
  if (!url || !(url.protocol === 'smtp:' || url.protocol === 'smtps:')) return null;
  const isWhole = url.hostname !== '' && /^\/?$/.test(url.pathname) && url.search === '' && url.hash === '';
  // a name without a password, or the other way round, is a slip
  if (!isWhole || (url.username === '') !== (url.password === '')) return null;
  const login = plain(url.username, url.password);
  if (login === undefined) return null;
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? PORTS[url.protocol] : Number(url.port),
    secure: url.protocol === 'smtps:',
    login,
  };
}

/** Undefined where the percent signs in it mean nothing. */
function plain(user: string, pass: string): SmtpSettings['login'] | undefined {
  try {
    return user === '' ? null : { user: decodeURIComponent(user), pass: decodeURIComponent(pass) };
  } catch {
    return undefined;
  }
}
