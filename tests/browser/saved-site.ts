/** The built pages on a site where people have accounts and may save reports in them; mails are kept, and the clock can be moved. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningServer, startServer } from '@readingscan/server';
import type { Page } from 'playwright-core';
import type { Letter } from '../../packages/server/src/accounts/letters.ts';
import { passwords } from '../../packages/server/src/accounts/passwords.ts';
import type { ServerOptions } from '../../packages/server/src/start.ts';
import { GLOSSARIES } from '../../packages/server/test/fake-glossary.ts';
import { fakeReader } from '../../packages/server/test/fake-reader.ts';
import { freePort } from '../../packages/server/test/free-port.ts';

export interface SavedSite extends RunningServer {
  /** where the database lies */
  readonly folder: string;
  /** all that the server said */
  readonly lines: readonly string[];
  /** Makes an account with this page, and is signed in by it. */
  become(page: Page, email: string, language?: string): Promise<void>;
}

export const PASSWORD = 'marmalade under seven hats';
const random = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(32));

/** `host`: passkeys are bound to a name, and never to a number. */
export async function openSavedSite(
  most = { reports: 500, bytes: 50_000_000 },
  host = '127.0.0.1',
  more: (origin: string) => Pick<ServerOptions, 'payments' | 'api'> = () => ({}),
): Promise<SavedSite> {
  const letters: Letter[] = [];
  const lines: string[] = [];
  const port = await freePort();
  const origin = `http://${host}:${port}`;
  const folder = mkdtempSync(join(tmpdir(), 'readingscan-saved-'));
  let ahead = 0;
  const server = await startServer({
    port,
    origin,
    reader: fakeReader(),
    glossaries: GLOSSARIES,
    operator: {},
    contact: null,
    saving: { keys: [{ id: 'first', bytes: random() }], mostReports: most.reports, mostBytes: most.bytes },
    accounts: {
      database: { kind: 'sqlite', path: join(folder, 'r.db') },
      secret: random(),
      mail: { host: '127.0.0.1', port: 1, secure: false, login: null, from: 'site@reports.example' },
      origin,
      now: () => Date.now() + ahead,
      letters: { send: async (letter) => void letters.push(letter) },
      passwords: passwords(2 ** 10),
    },
    ...more(origin),
    signals: false,
    log: (line) => lines.push(line),
  });
  const codeFor = async (to: string): Promise<string> => {
    for (let tries = 0; tries < 500; tries += 1) {
      const code = letters.findLast((one) => one.kind === 'join' && one.to === to)?.code;
      if (code !== undefined) return code;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('no mail');
  };
  return {
    ...server,
    url: origin,
    folder,
    lines,
    async become(page, email, language = '') {
      // no limit of mails counts
      ahead += 3 * 60 * 60_000;
      const at = `${origin}${language}/account`;
      await page.goto(`${at}/sign-up`);
      await page.locator('#account-email').fill(email);
      await page.locator('form.contact-form button').click();
      await page.goto(`${at}/verify?code=${await codeFor(email)}`);
      await page.locator('#account-password').fill(PASSWORD);
      await page.locator('form.contact-form button').click();
      await page.locator('.account-done').waitFor();
    },
  };
}
