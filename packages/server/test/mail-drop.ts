/** A mail server of this machine for tests: it keeps what it is given, and can be told to refuse it. */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  /** by lower-case name, unfolded and decoded, in order */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly text: string;
}

export interface MailDrop {
  readonly port: number;
  readonly mails: readonly Mail[];
  /** a login that it was given */
  readonly logins: readonly string[];
  /** the next mails are refused with this sentence, where there is one */
  refuse(sentence: string | null): void;
  close(): Promise<void>;
}

export async function mailDrop({ port = 0, host = '127.0.0.1', startTls = true } = {}): Promise<MailDrop> {
  const mails: Mail[] = [];
  const logins: string[] = [];
  let refusal: string | null = null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: startTls ? [] : ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    onAuth({ username, password }, _session, done) {
      logins.push(`${username} ${password}`);
      done(null, { user: username ?? '' });
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (refusal !== null) return done(Object.assign(new Error(refusal), { responseCode: 550 }));
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        mails.push({ from, to: rcptTo.map(({ address }) => address), ...parsed(Buffer.concat(parts)) });
        return done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    mails,
    logins,
    refuse(sentence) {
      refusal = sentence;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The one value of a header; fails where there are more. */
export function header(mail: Mail | undefined, name: string): string | undefined {
  const found = mail?.headers.filter(([one]) => one === name) ?? [];
  if (found.length > 1) throw new Error(`${name} stands ${found.length} times`);
  return found[0]?.[1];
}

function parsed(bytes: Buffer): Pick<Mail, 'headers' | 'text'> {
  const raw = bytes.toString('latin1');
  const end = raw.indexOf('\r\n\r\n');
  const headers = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map(
      (line) =>
        [line.slice(0, line.indexOf(':')).toLowerCase(), words(line.slice(line.indexOf(':') + 1).trim())] as const,
    );
  const encoding = headers.find(([name]) => name === 'content-transfer-encoding')?.[1];
  const body = raw.slice(end + 4);
  return { headers, text: decoded(body, encoding).toString('utf8').replaceAll('\r\n', '\n') };
}

function decoded(body: string, encoding: string | undefined): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
  return Buffer.from(quoted(body.replace(/=\r\n/g, '')), 'latin1');
}

const quoted = (text: string): string =>
  text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** RFC 2047 */
const words = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString('latin1') : quoted(text.replaceAll('_', ' ')),
    )
    .replace(/[\u0080-\u00ff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'));
