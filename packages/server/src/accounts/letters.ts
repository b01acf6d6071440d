/** The mails of an account: plain text in the person's language, with at most one link, which begins with the site's own address. */
import { randomUUID } from 'node:crypto';
import type { Language } from '@readingscan/reader/languages';
import { ACCOUNT_MAIL_WORDS, type AccountMail, hrefOf, LANGUAGE_TAG } from '@readingscan/web';
import type { MailServer } from '../mail/settings.ts';
import { openTransport } from '../mail/transport.ts';

export interface Letter {
  readonly to: string;
  readonly kind: AccountMail;
  readonly language: Language;
  /** of the link, where it carries one */
  readonly code?: string;
}

export interface Letters {
  /** Resolves when the mail server has taken it. */
  send(letter: Letter): Promise<void>;
}

const PATHS: Readonly<Record<AccountMail, string>> = {
  join: '/account/verify',
  member: '/account/sign-in',
  reset: '/account/reset',
  changed: '/account/forgot',
  'step-on': '/account/forgot',
  'step-off': '/account/forgot',
  'step-guessed': '/account/forgot',
  'backup-used': '/account/forgot',
  google: '/account/forgot',
  'key-made': '/account/forgot',
  'passkey-made': '/account/forgot',
  'passkey-removed': '/account/forgot',
};

export async function openLetters(server: MailServer, origin: string): Promise<Letters> {
  const transport = await openTransport(server);
  const { from } = server;
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return {
    async send(letter) {
      const { to, kind, language } = letter;
      await transport.sendMail({
        from: { name: 'ReadingScan', address: from },
        to: { name: '', address: to },
        envelope: { from, to: [to] },
        subject: ACCOUNT_MAIL_WORDS[language][kind].subject,
        messageId: `<${randomUUID()}@${domain}>`,
        headers: { 'Content-Language': LANGUAGE_TAG[language], 'Auto-Submitted': 'auto-generated' },
        text: textOf(letter, origin),
      });
    },
  };
}

function textOf({ kind, language, code }: Letter, origin: string): string {
  const { before, after } = ACCOUNT_MAIL_WORDS[language][kind];
  const link = `${origin}${hrefOf(language, PATHS[kind])}${code === undefined ? '' : `?code=${code}`}`;
  return `${[...before, link, ...after].join('\n\n')}\n`;
}
