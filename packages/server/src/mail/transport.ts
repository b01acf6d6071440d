/** The way to the mail server: with TLS wherever the network is crossed, and never waiting for long. */
import type { Transporter } from 'nodemailer';
import type { MailServer } from './settings.ts';

/** Milliseconds. */
const WAIT = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 };

export async function openTransport({ host, port, secure, login }: MailServer): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  // a relay on this machine has no name that a certificate could hold, and nothing to hide from the network
  const isHere = /^(localhost|127(\.\d+){3}|::1)$/.test(host);
  return createTransport({
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
}

/** Why a mail was not taken, in words of a closed list and a number: a mail server's own sentence may repeat an address. */
export function failureOf(error: unknown): { readonly name: string; readonly isOfThisMail: boolean } {
  const { code, responseCode } = (error ?? {}) as { readonly code?: unknown; readonly responseCode?: unknown };
  const known = typeof code === 'string' && /^E[A-Z0-9]{2,20}$/.test(code) ? code : 'EUNKNOWN';
  const number = Number.isInteger(responseCode) ? ` ${responseCode}` : '';
  return { name: `${known}${number}`, isOfThisMail: known === 'EENVELOPE' || known === 'EMESSAGE' };
}
