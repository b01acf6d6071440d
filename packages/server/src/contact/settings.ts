/** How the contact form is set up: CONTACT_DIR where messages are stored, SMTP_URL and SMTP_FROM for the mail they become. */
import { accessSync, constants, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Operator } from '@readingscan/web';
import { z } from 'zod';
import { databaseSettings } from '../database/settings.ts';
import { MAIL_SETTINGS, type MailServer, NO_SENDER, optional } from '../mail/settings.ts';
import { whole } from '../settings.ts';
import { WrongSetting } from '../wrong-setting.ts';

export interface SmtpSettings extends MailServer {
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
    // accounts need mails too
    if (url === undefined || databaseSettings(env)) return null;
    throw new WrongSetting('SMTP_URL is set but CONTACT_DIR is not: messages are stored before they are mailed.');
  }
  if (url === undefined) return { dir, smtp: null, days };
  if (from === undefined) throw new WrongSetting(NO_SENDER);
  if (operator.mail === undefined)
    throw new WrongSetting('SMTP_URL is set but readingscan.yml has no operator.mail: name who gets the mails.');
  return { dir, smtp: { ...url, from, to: operator.mail }, days };
}

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
  ...MAIL_SETTINGS,
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
