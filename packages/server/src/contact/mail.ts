/** A message as a plain mail to who runs the site: every header is ours or a checked address, the person's words stand in the text alone. */
import { CONTACT_WORDS, LANGUAGE_TAG } from '@readingscan/web';
import { openTransport } from '../mail/transport.ts';
import type { SmtpSettings } from './settings.ts';
import type { ContactMessage } from './store.ts';

export interface Mailer {
  /** Resolves when the mail server has taken it. */
  send(id: string, message: ContactMessage): Promise<void>;
}

export async function openMail(server: SmtpSettings): Promise<Mailer> {
  const { from, to } = server;
  const transport = await openTransport(server);
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
