/** A server with a contact form for tests: its clock and its timer are in the test's hand, its log is kept. */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mailer } from '../src/contact/mail.ts';
import { startServer } from '../src/index.ts';
import { fakeDist } from './fake-dist.ts';
import { GLOSSARIES } from './fake-glossary.ts';
import { fakeReader } from './fake-reader.ts';

export const MAIL = 'office@example.org';
export const SECOND = 1000;
export const HOUR = 60 * 60 * SECOND;
export const DAY = 24 * HOUR;

export interface ContactSite {
  readonly url: string;
  readonly dir: string;
  readonly lines: readonly string[];
  /** moves the clock on */
  wait(milliseconds: number): void;
  /** lets the timer call, once */
  tick(): void;
  files(): readonly string[];
  /** what a stored file holds */
  stored(name: string): unknown;
  /** A form as its page gives it, filled in, after ten seconds. */
  form(fields?: Readonly<Record<string, string>>, path?: string): Promise<FormData>;
  send(form: FormData, path?: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly page: string;
}

interface Options {
  /** of a mail server on this machine; none: messages are stored only */
  readonly port?: number;
  readonly mailer?: Mailer;
  readonly dir?: string;
  readonly origin?: string;
  readonly proxies?: number;
}

/** that messages are kept */
export const DAYS = 30;
const DIST = fakeDist();
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'readingscan-contact-'));

export const FILLED = {
  name: 'Ana Quillfeather',
  mail: 'ana@quillfeather.example',
  about: 'question',
  message: 'Where can I find the marmalade settings?',
};

export async function contactSite({
  port,
  mailer,
  dir = newFolder(),
  origin,
  proxies = 0,
}: Options = {}): Promise<ContactSite> {
  const lines: string[] = [];
  const calls = new Set<() => void>();
  let clock = Date.parse('2026-11-28T12:00:00.000Z');
  const smtp =
    port === undefined
      ? null
      : { host: '127.0.0.1', port, secure: false, login: null, from: 'site@reports.example', to: MAIL };
  const server = await startServer({
    port: 0,
    dist: DIST,
    reader: fakeReader(),
    glossaries: GLOSSARIES,
    operator: { name: 'A Clinic', mail: MAIL },
    signals: false,
    proxies,
    log: (line) => lines.push(line),
    ...(origin === undefined ? {} : { origin }),
    contact: {
      dir,
      days: DAYS,
      smtp,
      now: () => clock,
      every: (_, call) => {
        calls.add(call);
        return () => calls.delete(call);
      },
      ...(mailer ? { mailer } : {}),
    },
  });
  return {
    url: server.url,
    dir,
    lines,
    wait(milliseconds) {
      clock += milliseconds;
    },
    tick() {
      for (const call of calls) call();
    },
    files: () => readdirSync(dir).sort(),
    stored: (name) => JSON.parse(readFileSync(join(dir, name), 'utf8')),
    async form(fields = {}, path = '/contact') {
      const page = await (await fetch(server.url + path)).text();
      clock += 10 * SECOND;
      const form = new FormData();
      for (const [name, value] of Object.entries({ ...FILLED, website: '', token: tokenIn(page), ...fields }))
        form.append(name, value);
      return form;
    },
    async send(form, path = '/contact', headers = {}) {
      const answer = await fetch(server.url + path, { method: 'POST', body: form, headers });
      return { status: answer.status, headers: answer.headers, page: await answer.text() };
    },
    close: () => server.close(),
  };
}

export const tokenIn = (page: string): string => /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';
