/** A message as a plain mail to who runs the site: every header is ours or a checked address, the person's words stand in the text alone. */
import { CONTACT_WORDS, LANGUAGE_TAG } from '@readingscan/web';
import type { SmtpSettings } from './settings.ts';
import type { ContactMessage } from './store.ts';

export interface Mailer {
  /** Resolves when the mail server has taken it. */
  send(id: string, message: ContactMessage): Promise<void>;
}

/** Milliseconds. */
const WAIT = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 };

export async function openMail({ host, port, secure, login, from, to }: SmtpSettings): Promise<Mailer> {
  const { createTransport } = await import('nodemailer');
  // a relay on this machine has no name that a certificate could hold, and nothing to hide from the network
  const isHere = /^(localhost|127(\.\d+){3}|::1)$/.test(host);
  const transport = createTransport({
    host,
    port,
    secure,
    requireTLS: !secure && !isHere,
    tls: { rejectUnauthorized: !isHere },
    ...(login ? { auth: login } : {}),
    ...WAIT,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return {
    async send(id, message) {
      const { language, about, mail, time } = message;
      await transport.sendMail({
        from: { name: 'ReadingScan', address: from },
        to: { name: '', address: to },
        envelope: { from, to: [to] },
        ...(mail === null ? {} : { replyTo: { name: '', address: mail } }),
        subject: CONTACT_WORDS[language].subjects[about],
        // the same at each attempt, so that mailboxes can tell a second copy
        messageId: `<${id}@${domain}>`,
        date: new Date(time),
        headers: { 'Content-Language': LANGUAGE_TAG[language], 'Auto-Submitted': 'auto-generated' },
        text: textOf(id, message),
      });
    },
  };
}

/** Why a mail was not taken, in words of a closed list and a number: a mail server's own sentence may repeat an address. */
export function failureOf(error: unknown): { readonly name: string; readonly isOfThisMail: boolean } {
  const { code, responseCode } = (error ?? {}) as { readonly code?: unknown; readonly responseCode?: unknown };
  const known = typeof code === 'string' && /^E[A-Z0-9]{2,20}$/.test(code) ? code : 'EUNKNOWN';
  const number = Number.isInteger(responseCode) ? ` ${responseCode}` : '';
  return { name: `${known}${number}`, isOfThisMail: known === 'EENVELOPE' || known === 'EMESSAGE' };
}

function textOf(id: string, { name, mail, about, language, time, message }: ContactMessage): string {
  const facts = [
    `About: ${CONTACT_WORDS.en.abouts[about]}`,
    `Name: ${name ?? '-'}`,
    `Answer to: ${mail ?? 'no answer wanted'}`,
    `Language: ${language}`,
    `Time: ${time}`,
    `File: ${id}`,
  ];
  return `${message}\n\n-- \n${facts.join('\n')}\n`;
}
