/** A database server that goes and comes back while people use the site. */
import { ACCOUNT_WORDS } from '@readingscan/web';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AccountSite, ANA, accountSite, PASSWORD, type Visitor } from './account-site.ts';
import { noPostgres, type PostgresServer, postgresServer } from './postgres-server.ts';

describe.skipIf(noPostgres)('a database that is gone', () => {
  let [postgres, at, browser]: [PostgresServer?, AccountSite?, Visitor?] = [];
  beforeAll(async () => {
    postgres = await postgresServer();
    at = await accountSite({ database: { kind: 'postgres', url: postgres.newDatabase() } });
    browser = await at.member();
  });
  afterAll(async () => {
    await at?.close();
    await postgres?.close();
  });

  test('is told to people and to who watches, and all goes on by itself when it is back', async () => {
    if (!postgres || !at || !browser) throw new Error('not started');
    const ready = async () => (await fetch(`${at?.url}/readyz`)).status;
    for (let round = 0; round < 2; round += 1) {
      expect(await ready()).toBe(200);
      await postgres.crash();
      expect(await ready()).toBe(503);
      expect((await fetch(`${at.url}/healthz`)).status).toBe(200);
      for (const answer of [
        await browser.get('/account'),
        await browser.send('/account/sign-in', { email: ANA, current: PASSWORD }),
      ]) {
        expect(answer.status).toBe(503);
        expect(answer.page).toContain(ACCOUNT_WORDS.en.notices.away);
        expect(answer.page).not.toMatch(/ECONN|postgres/i);
      }
      // what needs no database is there
      expect((await fetch(at.url)).status).toBe(200);
      const since = performance.now();
      await postgres.start();
      await expect.poll(ready, { timeout: 10_000 }).toBe(200);
      expect(performance.now() - since).toBeLessThan(10_000);
      expect((await browser.get('/account')).page).toContain(ANA);
      at.wait(60 * 60_000);
    }
    expect(at.lines.join('\n')).not.toMatch(/quillfeather|marmalade/);
  });
});
