/** A server with accounts for tests: its clock is in the test's hand, its mails and its log are kept, its passwords are quick to work out. */
import { randomBytes } from 'node:crypto';
import type { ProgramReader } from '@readingscan/reader';
import type { AccountParts } from '../src/accounts/accounts.ts';
import type { GoogleSettings } from '../src/accounts/google/provider.ts';
import type { Letter } from '../src/accounts/letters.ts';
import { passwords } from '../src/accounts/passwords.ts';
import { type ApiSettings, OPEN } from '../src/api/settings.ts';
import type { DatabaseSettings } from '../src/database/settings.ts';
import { startServer } from '../src/index.ts';
import type { JobSettings } from '../src/jobs/settings.ts';
import type { MetricsSettings } from '../src/metrics/settings.ts';
import type { Objects } from '../src/objects/objects.ts';
import type { SavingSettings } from '../src/saved/settings.ts';
import type { ServerOptions } from '../src/start.ts';
import { newDatabase } from './database-kinds.ts';
import { fakeDist } from './fake-dist.ts';
import { GLOSSARIES } from './fake-glossary.ts';
import { fakeReader } from './fake-reader.ts';

export const ORIGIN = 'https://reports.example';
export const COOKIE = '__Host-readingscan';
export const ANA = 'ana@quillfeather.example';
export const PASSWORD = 'marmalade under seven hats';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly page: string;
  /** where it leads, without the site */
  readonly to: string | null;
}

/** A browser: it keeps cookies and says where a form was sent from. */
export interface Visitor {
  readonly cookies: Map<string, string>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  ask(path: string, init: RequestInit): Promise<Answer>;
  send(
    path: string,
    fields?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
}

export interface AccountSite {
  readonly url: string;
  readonly metricsUrl: string | null;
  readonly lines: readonly string[];
  readonly letters: readonly Letter[];
  wait(milliseconds: number): void;
  /** the clock of the site */
  now(): number;
  visitor(): Visitor;
  /** Resolves with the newest mail of a kind, when it has come. */
  letter(kind: Letter['kind'], to?: string): Promise<Letter>;
  /** Somebody with an account, signed in. */
  member(email?: string, password?: string): Promise<Visitor>;
  close(): Promise<void>;
}

export const SECRET = new Uint8Array(randomBytes(32));
const DIST = fakeDist();
export const NO_MAIL = { host: '127.0.0.1', port: 1, secure: false, login: null, from: 'site@reports.example' };

interface Options extends Partial<AccountParts> {
  readonly database?: DatabaseSettings;
  readonly origin?: string;
  readonly proxies?: number;
  readonly google?: GoogleSettings;
  /** default: nothing can be saved */
  readonly saving?: SavingSettings | null;
  /** default: photographs lie in the database */
  readonly objects?: Objects;
  /** default: the interface for programs is open */
  readonly api?: ApiSettings;
  /** default: one that reads what mentions lungs */
  readonly reader?: ProgramReader;
  /** default: no figures are given */
  readonly metrics?: MetricsSettings | null;
  /** default: nothing costs anything */
  readonly payments?: ServerOptions['payments'];
  /** default: kept for a day, worked by the site itself */
  readonly jobs?: JobSettings;
}

const STEP = 30_000; // milliseconds for which a code of an authenticator app is shown

export async function accountSite({
  database,
  origin = ORIGIN,
  proxies = 0,
  saving = null,
  objects,
  api = OPEN,
  reader = fakeReader(),
  metrics = null,
  jobs = { hours: 24, inWeb: true },
  payments = null,
  ...parts
}: Options = {}): Promise<AccountSite> {
  const lines: string[] = [];
  const letters: Letter[] = [];
  // its clock stands at the beginning of a step of codes: none ends while a code is on its way
  let ahead = STEP - (Date.now() % STEP);
  const server = await startServer({
    port: 0,
    dist: DIST,
    reader,
    api,
    jobs,
    glossaries: GLOSSARIES,
    operator: {},
    contact: null,
    signals: false,
    metrics,
    origin,
    proxies,
    log: (line) => lines.push(line),
    saving: saving && (objects ? { ...saving, objects } : saving),
    payments,
    accounts: {
      database: database ?? (await newDatabase('sqlite')),
      secret: SECRET,
      mail: NO_MAIL,
      origin,
      now: () => Date.now() + ahead,
      every: () => () => undefined,
      letters: {
        send: async (letter) => {
          letters.push(letter);
        },
      },
      passwords: passwords(2 ** 10),
      pause: 0,
      ...parts,
    },
  });

  function visitor(): Visitor {
    const cookies = new Map<string, string>();
    const ask = async (path: string, init: RequestInit): Promise<Answer> => {
      const headers = new Headers(init.headers);
      if (cookies.size > 0) headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
      const answer = await fetch(server.url + path, { ...init, headers, redirect: 'manual' });
      for (const cookie of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        if (/max-age=0/i.test(cookie)) cookies.delete(name);
        else cookies.set(name, value);
      }
      return {
        status: answer.status,
        headers: answer.headers,
        page: await answer.text(),
        to: answer.headers.get('location'),
      };
    };
    return {
      cookies,
      ask,
      get: (path, headers = {}) => ask(path, { headers }),
      send: (path, fields = {}, headers = { 'Sec-Fetch-Site': 'same-origin' }) =>
        ask(path, { method: 'POST', body: new URLSearchParams(fields), headers }),
    };
  }

  async function letter(kind: Letter['kind'], to?: string): Promise<Letter> {
    for (let tries = 0; tries < 500; tries += 1) {
      const found = letters.findLast((one) => one.kind === kind && (to === undefined || one.to === to));
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`no mail of the kind ${kind}`);
  }

  return {
    url: server.url,
    metricsUrl: server.metricsUrl,
    lines,
    letters,
    wait(milliseconds) {
      ahead += milliseconds;
    },
    now: () => Date.now() + ahead,
    visitor,
    letter,
    async member(email = ANA, password = PASSWORD) {
      const browser = visitor();
      await browser.send('/account/sign-up', { email });
      const { code = '' } = await letter('join', email);
      const answer = await browser.send('/account/verify', { code, password });
      if (answer.to !== '/account?done=joined') throw new Error(`not joined: ${answer.status}`);
      return browser;
    },
    close: () => server.close(),
  };
}
