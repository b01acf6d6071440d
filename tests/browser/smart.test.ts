/** A hospital's portal opens the reader: reports go from its server to the page, and what somebody else sends or forges goes nowhere. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startServer } from '@readingscan/server';
import type { Browser, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { SMART_WORDS } from '../../packages/web/src/words/smart.ts';
import { at } from './at-site.ts';
import { overflow, smallTargets, violations } from './audit.ts';
import { noBrowser } from './browser.ts';
import { type Behaviour, fakeHospital, reportOf } from './fake-ehr.ts';
import { axeSource } from './site.ts';

const LAUNCH = 'opaque-launch-1';
const EFFUSION = 'CT CHEST\n\nFINDINGS: Small left pleural effusion.\n\nIMPRESSION: Small left pleural effusion.';
const KNEE = 'MRI RIGHT KNEE\n\nFINDINGS: Small joint effusion.\n\nIMPRESSION: Small joint effusion of the knee.';
const EVIL = '<script>document.title="taken"</script><img src=x onerror="document.title=\'taken\'">';
const REPORTS = [
  reportOf('CT chest', '2026-11-20', EFFUSION),
  // its words lie beside it, and its narrative holds a script
  reportOf('MRI right knee', '2026-10-02', '', {
    presentedForm: [{ contentType: 'text/plain', url: 'Binary/knee' }],
    text: { status: 'additional', div: `<div xmlns="http://www.w3.org/1999/xhtml">${EVIL}</div>` },
  }),
  reportOf('CT head of another', '2026-09-01', EFFUSION, {}, 'somebody-else'),
];
const BINARIES = {
  knee: { resourceType: 'Binary', contentType: 'text/plain', data: Buffer.from(KNEE).toString('base64') },
};
const [EN, ES, ZH] = [SMART_WORDS.en, SMART_WORDS.es, SMART_WORDS.zh];

async function openPortal() {
  const hospital = await fakeHospital({
    clientId: 'readingscan',
    launch: LAUNCH,
    reports: REPORTS,
    binaries: BINARIES,
  });
  const dist = fileURLToPath(new URL('../../packages/web/dist', import.meta.url));
  const lines: string[] = [];
  const smart = { clientId: 'readingscan', issuers: [hospital.url] };
  const server = await startServer({ port: 0, dist, smart, signals: false, log: (line) => lines.push(line) });
  return {
    hospital,
    own: server.url,
    lines,
    async close() {
      await server.close();
      await hospital.close();
    },
  };
}

describe.skipIf(noBrowser)('a launch from a portal', () => {
  const started = at(openPortal);

  async function launch(
    browser: Browser,
    { language = '', width = 1280, issuer = started().site.hospital.issuer, behaviour = {} as Behaviour } = {},
  ) {
    const { site } = started();
    site.hospital.behave(behaviour);
    const context = await browser.newContext({ viewport: { width, height: 844 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const [asked, said]: [string[], string[]] = [[], []];
    context.on('request', (request) => asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
    page.on('console', (message) => void (message.type() === 'error' && said.push(message.text())));
    const query = new URLSearchParams({ iss: issuer, launch: LAUNCH });
    await page.goto(`${site.own}${language}/smart/launch?${query}`);
    return { page, asked, said, ...site };
  }
  const heading = (page: Page) => page.locator('main h1').first();
  const saysOf = async (page: Page, words: readonly [string, string]): Promise<void> => {
    await expect.poll(() => heading(page).textContent(), { timeout: 20_000 }).toBe(words[0]);
    expect(await page.locator('[role=alert]').textContent()).toBe(words[1]);
  };

  test('one of several reports is chosen and told on the device: nothing of it, and no token, reaches this server or stays', async () => {
    const { page, asked, said, hospital, own, lines } = await launch(started().browser);
    await expect.poll(() => heading(page).textContent(), { timeout: 20_000 }).toBe(EN.list);
    // what was another's is not among them
    expect(await page.locator('.report-title').allTextContents()).toEqual(['CT chest', 'MRI right knee']);
    expect(page.url()).toBe(`${own}/smart/reports`);
    await page.locator('.report-list button').nth(1).click();
    await page.locator('#headline').waitFor({ timeout: 20_000 });
    expect(await page.locator('#reader').textContent()).toContain('fluid in the joint');
    expect(await page.title()).not.toBe('taken');
    await page
      .getByRole('button', { name: /start over|another report/i })
      .first()
      .click();
    await expect.poll(() => heading(page).textContent(), { timeout: 20_000 }).toBe(EN.list);

    expect(hospital.faults).toEqual([]);
    expect(hospital.scopes).toEqual(['launch patient/DiagnosticReport.rs patient/Binary.r']);
    const toUs = asked.filter((one) => one.split(' ')[1]?.startsWith(own));
    expect(toUs.filter((one) => !one.startsWith('GET '))).toEqual([]);
    expect(toUs.join('\n')).not.toMatch(/effusion|knee|Bearer/i);
    const away = asked.map((one) => one.split(' ')[1] ?? '').filter((url) => !/^(blob|data):/.test(url));
    expect(away.filter((url) => !url.startsWith(own) && !url.startsWith(hospital.url))).toEqual([]);
    expect(said).toEqual([]);
    expect(lines.join('\n')).not.toMatch(/smart\/(launch|reports)/);
    const kept = await page.evaluate(async () => [
      sessionStorage.length,
      localStorage.length,
      document.cookie,
      (await indexedDB.databases()).length,
    ]);
    expect(kept).toEqual([0, 0, '', 0]);
    await page.context().close();
  });

  test.each([
    ['is refused', { refuses: true }, EN.failures.refused],
    ['comes back with a forged state', { forgesState: true }, EN.failures.late],
    ['is for nobody', { forgetsPatient: true }, EN.failures.patient],
    ['has no reports', { hasNoReports: true }, EN.failures.none],
    ['has a token that is over', { tokenIsOver: true }, EN.failures.expired],
    ['is answered without an end', { isEndless: true }, EN.failures.large],
    ['leads to a site that nobody has named', { leadsElsewhere: 'https://evil.example' }, EN.failures.issuer],
    ['would be without PKCE', { withoutPkce: true }, EN.failures.server],
  ] as const)('one that %s is told in plain words', async (_, behaviour, words) => {
    const { page, hospital } = await launch(started().browser, { behaviour });
    await saysOf(page, words);
    // with a state that is not ours no code is used
    if ('forgesState' in behaviour) expect(hospital.asked).not.toContain('POST /token');
    await page.context().close();
  });

  test('a server that nobody has named is not asked, however it is written', async () => {
    const { page, asked, own } = await launch(started().browser, { issuer: 'https://evil.example/fhir' });
    await saysOf(page, EN.failures.issuer);
    for (const issuer of ['https://user@evil.example', 'javascript:alert(1)', '', 'http://127.0.0.1:1/fhir']) {
      await page.goto(`${own}/smart/launch?${new URLSearchParams({ iss: issuer, launch: LAUNCH })}`);
      await saysOf(page, EN.failures.issuer);
    }
    expect(asked.filter((one) => !one.startsWith(`GET ${own}/`) && !/^GET (blob|data):/.test(one))).toEqual([]);
    await page.context().close();
  });

  test('an address that was come back to is good once, and in the tab that left alone', async () => {
    const { page, hospital, own } = await launch(started().browser);
    await expect.poll(() => heading(page).textContent(), { timeout: 20_000 }).toBe(EN.list);
    const [code] = hospital.codes;
    const before = hospital.asked.length;
    for (const state of ['x'.repeat(43), '']) {
      await page.goto(`${own}/smart/reports?code=${code}&state=${state}`);
      await saysOf(page, EN.failures.late);
    }
    await page.reload();
    await saysOf(page, EN.failures.late);
    expect(hospital.asked).toHaveLength(before);
    await page.context().close();
  });

  test.each([
    ['', 1280, EN],
    ['/es', 320, ES],
    ['/zh', 320, ZH],
  ] as const)('%s at %i px: list and refusals pass axe and fit', async (language, width, words) => {
    const axe = readFileSync(axeSource, 'utf8');
    const passes = async (page: Page): Promise<void> => {
      expect(await violations(page, axe)).toEqual([]);
      expect(await smallTargets(page, 'main :is(button, a, input)', 24)).toEqual([]);
      expect(await overflow(page)).toBe(0);
    };
    const { page } = await launch(started().browser, { language, width });
    await expect.poll(() => heading(page).textContent(), { timeout: 20_000 }).toBe(words.list);
    await passes(page);
    await page.context().close();
    const refused = await launch(started().browser, { language, width, behaviour: { refuses: true } });
    await saysOf(refused.page, words.failures.refused);
    await passes(refused.page);
    await refused.page.context().close();
  });
});
