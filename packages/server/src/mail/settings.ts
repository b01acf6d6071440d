/** The mail server of the installation: SMTP_URL, and SMTP_FROM as the sender of all mails. */
import { z } from 'zod';

export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; else it is asked for before anything is said */
  readonly secure: boolean;
  readonly login: { readonly user: string; readonly pass: string } | null;
  readonly from: string;
}

const unsetWhereEmpty = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;

/** A setting that may be left out, or empty. */
export const optional = <T extends z.ZodType>(type: T) => z.preprocess(unsetWhereEmpty, type.optional());

/** `url` and `from` of the environment; what is wrong is said in one line that repeats no password. */
export const MAIL_SETTINGS = {
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
} as const;

export const NO_SENDER = 'SMTP_URL is set but SMTP_FROM is not: name the sender of the mails.';

const PORTS = { 'smtp:': 587, 'smtps:': 465 } as const;

function serverAt(written: string): Omit<MailServer, 'from'> | null {
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
function plain(user: string, pass: string): MailServer['login'] | undefined {
  try {
    return user === '' ? null : { user: decodeURIComponent(user), pass: decodeURIComponent(pass) };
  } catch {
    return undefined;
  }
}
