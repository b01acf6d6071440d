/** Sharing by a link: made on a press, opened by somebody without an account, ended at once; the key and the report reach neither a request, nor the database, nor the log. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { toArchive } from '../../packages/web/src/kept/archive.ts';
import { bytesIn, partsIn } from '../../packages/web/src/shared/link.ts';
import { openShared } from '../../packages/web/src/shared/sealed-link.ts';
import { at } from './at-site.ts';
import { overflow, SCHEMES, smallTargets, violations } from './audit.ts';
import { noBrowser } from './browser.ts';
import { type Picture, photographOf } from './photograph.ts';
import { openSavedSite } from './saved-site.ts';
import { axeSource } from './site.ts';
import { isLive } from './watch.ts';

const CANARY = 'quokkafinding';
const CAMERA = 'quokkacamera';
const PATIENT = 'Quilla Featherby';
const REPORT = `Patient: ${PATIENT}
EXAM: CT chest
DATE: 9 November 2026
FINDINGS: 8 mm nodule in the right upper lobe, previously 5 mm. Small left pleural effusion. Note ${CANARY}.
IMPRESSION: 1. Right upper lobe pulmonary nodule has increased from 5 mm to 8 mm. 2. Small left pleural effusion.`;
const TARGETS = '#share :is(button, label.tick, input), .link-list button, #shared .tools :is(button, a)';

describe.skipIf(noBrowser)('sharing by a link', () => {
  const started = at(openSavedSite);
  const axe = readFileSync(axeSource, 'utf8');

  interface Visit {
    readonly context: BrowserContext;
    readonly page: Page;
    /** addresses, headers and bodies of all requests */
    readonly sent: string[];
    readonly paths: string[];
  }
  async function visit(width = 1280, more: { readonly javaScriptEnabled?: boolean } = {}): Promise<Visit> {
    const context = await started().browser.newContext({
      viewport: { width, height: 800 },
      reducedMotion: 'reduce',
      ...more,
    });
    const [sent, paths]: [string[], string[]] = [[], []];
    context.on('request', (request) => {
      const body = request.postDataBuffer()?.toString('latin1') ?? '';
      sent.push(`${request.url()}\n${JSON.stringify(request.headers())}\n${body}`);
      paths.push(new URL(request.url()).pathname);
    });
    return { context, page: await context.newPage(), sent, paths };
  }

  /** drawn once */
  let drawn: Promise<Picture> | null = null;

  /** In the account, with a photograph that says what it was taken by; open. */
  async function opened(page: Page, email: string, language = ''): Promise<void> {
    const { site, browser } = started();
    await site.become(page, email, language);
    drawn ??= photographOf(browser, REPORT);
    const { buffer } = await drawn;
    const bytes = withNote(buffer, CAMERA);
    const original = { id: crypto.randomUUID(), name: 'page.jpg', type: 'image/jpeg' };
    const pages = [{ number: 1, span: [0, REPORT.length] as const, width: 1000, height: 1300 }];
    const words = [{ span: [0, 7] as const, page: 1, box: [90, 130, 80, 20] as const, confidence: 0.98 }];
    const report = {
      id: crypto.randomUUID(),
      kept: '2026-11-29T08:00:00.000Z',
      person: '',
      tags: [],
      source: { kind: 'image' as const, text: REPORT, pages, words },
      warnings: [],
      originals: [original],
    };
    const file = await toArchive([{ report, files: [{ ...original, bytes }] }]);
    await page.goto(`${site.url}${language}/dashboard`);
    await isLive(page);
    await page
      .locator('[aria-labelledby=h-account] input[type=file]')
      .setInputFiles({ name: 'copy.zip', mimeType: 'application/zip', buffer: Buffer.from(file) });
    await page.locator('.card-soon').waitFor();
    await page.locator('.report-card .row .button').first().click();
    await page.locator('#share').waitFor();
  }

  /** The link as it is shown. */
  async function made(page: Page, hasReport: boolean, to = ''): Promise<string> {
    const panel = page.locator('#share');
    // one that was made before is no longer shown
    if (await panel.locator('.share-made').isVisible()) await panel.locator('.share-made .button').last().click();
    await panel.locator('> .button').click();
    if (to !== '') await panel.locator('input[type=text]').fill(to);
    if (hasReport) await panel.locator('input[type=checkbox]').check();
    await panel.locator('form button[type=submit]').click();
    await panel.locator('input[readonly]').waitFor();
    return panel.locator('input[readonly]').inputValue();
  }

  /** One account is enough for what is made in it. */
  let sharer: Promise<Page> | null = null;
  const sharing = (): Promise<Page> => {
    sharer ??= visit().then(async ({ page }) => {
      await opened(page, 'bea@quillfeather.example');
      return page;
    });
    return sharer;
  };

  const opens = async (page: Page, link: string): Promise<void> => {
    await page.goto(link);
    await page.locator('#headline').waitFor();
  };
  const raw = (): string => {
    const { folder } = started().site;
    return Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name)))).toString('latin1');
  };

  test('from the press to the end: read by a stranger without the report, found in no request, database or log, then gone', async () => {
    const { site } = started();
    const { context, page, sent } = await visit();
    await opened(page, 'ana@quillfeather.example');
    const before = sent.length;
    const link = await made(page, false, 'Dr. Lee');
    const { id, key } = partsIn(new URL(link)) ?? { id: '', key: '' };
    expect([id.length, key.length]).toEqual([22, 43]);

    const guest = await visit(390);
    await opens(guest.page, link);
    await guest.page.getByText('For Dr. Lee.').waitFor();
    await guest.page.getByText('it is not a doctor’s advice').waitFor();
    await expect
      .poll(() => guest.page.locator('.shared-note').textContent())
      .toMatch(/The link ends on \d+ \w+ 20\d\d/);
    const text = await guest.page.locator('main').innerHTML();
    expect(text).toContain('A spot in the upper part of the right lung has increased');
    for (const word of [CANARY, PATIENT, 'pleural', 'nodule']) expect(text).not.toContain(word);
    expect(await guest.page.locator('#whole, .photographs, blockquote').count()).toBe(0);
    // the drawing alone: neither engine, nor knowledge, nor worker
    expect(guest.paths.filter((path) => /reading|words-|worker|wasm|ocr|glossary|account/.test(path))).toEqual([]);
    expect(await guest.context.cookies()).toEqual([]);
    expect(guest.paths.filter((path) => path.startsWith('/api/'))).toEqual([`/api/shared/${id}`]);
    expect(await guest.page.evaluate(() => document.referrer + JSON.stringify(localStorage))).toBe('{}');

    // a part of the page, another language, once more: the key stays where it is
    await guest.page.locator('.in-short a').first().click();
    await guest.page.locator('.site-languages a[lang=es]').click();
    await guest.page.getByText('Para Dr. Lee.').waitFor();
    await guest.page.locator('#headline').waitFor();
    expect(guest.page.url()).toBe(link.replace('/shared/', '/es/shared/'));
    await guest.page.reload();
    await guest.page.locator('#headline').waitFor();
    // on paper it is not printed with the address
    const printed = await guest.page.evaluate(() => {
      dispatchEvent(new Event('beforeprint'));
      const during = location.hash;
      dispatchEvent(new Event('afterprint'));
      return [during, location.hash];
    });
    expect(printed).toEqual(['', `#${key}`]);

    for (const one of [...sent.slice(before), ...guest.sent]) {
      expect(one).not.toContain(key);
      expect(decodeURIComponent(one.split('\n')[0] ?? '')).not.toMatch(/quokka|Featherby/);
    }
    const puts = sent.slice(before).filter((one) => one.includes(`/api/account/links/${id}`));
    expect(puts).toHaveLength(1);
    for (const word of [CANARY, PATIENT, 'Dr. Lee', 'spot in the']) expect(puts[0]).not.toContain(word);
    for (const word of [key, CANARY, PATIENT, 'Dr. Lee']) expect(raw()).not.toContain(word);
    expect(site.lines.join('\n')).not.toMatch(/quokka|featherby|shared\/[\w-]{22}/i);
    expect(site.lines.join('\n')).not.toContain(key);

    await page.goBack();
    await page.getByText('Opened 3 times').waitFor();
    await page.getByRole('button', { name: /^End this link: CT scan/ }).click();
    await page.getByText('The link is ended.').waitFor();
    await expect.poll(() => page.locator('.link-list li').count()).toBe(0);
    await guest.page.reload();
    await guest.page.getByText('Pídale un enlace nuevo').waitFor();
    expect(await guest.page.locator('main').textContent()).not.toContain('manchita');
    await page.goto(`${site.url}/account`);
    for (const said of ['A link to a report was made, for 7 days', 'A link to a report was ended'])
      await page.getByText(said).waitFor();
    await context.close();
    await guest.context.close();
  });

  test('with the whole report: its words and its photograph, without what the camera wrote into it', async () => {
    const link = await made(await sharing(), true);
    const parts = partsIn(new URL(link)) ?? { id: '', key: '' };
    const sealed = new Uint8Array(await (await fetch(`${started().site.url}/api/shared/${parts.id}`)).arrayBuffer());
    const { pictures } = await openShared(sealed, parts);
    const [picture] = pictures.map((one) => Buffer.from(bytesIn(one)));
    expect(picture?.subarray(0, 3)).toEqual(Buffer.from([255, 216, 255]));
    expect(picture?.toString('latin1')).not.toContain(CAMERA);
    const guest = await visit();
    await opens(guest.page, link);
    expect(await guest.page.locator('.whole').textContent()).toContain(CANARY);
    await guest.page.locator('.photographs svg').waitFor();
    const size = await guest.page.locator('.photographs image').evaluate(async (image) => {
      const loaded = new Image();
      loaded.src = image.getAttribute('href') ?? '';
      await loaded.decode();
      return [loaded.naturalWidth, loaded.naturalHeight];
    });
    expect(size).toEqual([1000, 1300]);
    await guest.context.close();
  });

  test('a link that is cut, changed, of another key, answered with other bytes or without a network says so calmly', async () => {
    const link = await made(await sharing(), false);
    const guest = await visit(390);
    const says = async (address: string, what: string): Promise<void> => {
      // the end of an address alone loads nothing anew
      await guest.page.goto('about:blank');
      await guest.page.goto(address);
      await guest.page.getByRole('heading', { name: what }).waitFor();
      expect(await guest.page.locator('#headline').count()).toBe(0);
    };
    await says(link.slice(0, -4), 'This link is not whole');
    await says(link.split('#')[0] ?? '', 'This link is not whole');
    const last = link.at(-2) === 'A' ? 'B' : 'A';
    await says(`${link.slice(0, -2)}${last}${link.slice(-1)}`, 'This link does not open it');
    await says(
      link.replace(/shared\/./, (found) => `shared/${found.endsWith('A') ? 'B' : 'A'}`),
      'There is nothing to see',
    );
    await guest.page.route('**/api/shared/*', async (route) => {
      const answer = await route.fetch();
      const body = await answer.body();
      body[40] = (body[40] ?? 0) ^ 1;
      await route.fulfill({ response: answer, body });
    });
    await says(link, 'This link does not open it');
    await guest.page.unroute('**/api/shared/*');
    await guest.page.route('**/api/shared/*', (route) => route.abort());
    await says(link, 'There is no connection');
    await guest.page.unroute('**/api/shared/*');
    await guest.page.getByRole('button', { name: 'Try again' }).click();
    await guest.page.locator('#headline').waitFor();
    const plain = await visit(390, { javaScriptEnabled: false });
    await plain.page.goto(link);
    expect(await plain.page.locator('main').textContent()).toContain('only your own browser can open it');
    expect(await plain.page.getByText('Opening the explanation').isVisible()).toBe(false);
    for (const one of [guest.context, plain.context]) await one.close();
  });

  test.each([
    ['', 320, SCHEMES],
    ['', 1280, SCHEMES],
    ['/es', 320, []],
  ] as const)(
    '%s at %i px: asking, the link, the list and what is read pass axe and fit, by keyboard too',
    async (language, width, schemes) => {
      const { context, page } = await visit(width);
      await opened(page, `dan${width}${language.slice(1)}@quillfeather.example`, language);
      const panel = page.locator('#share');
      if (language === '') {
        // beside the way back, and from there to the first field
        await page.locator('.back .link-button').first().focus();
        for (const key of ['Tab', 'Enter', 'Enter']) await page.keyboard.press(key);
        await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('text');
      } else await panel.locator('> .button').click();
      await panel.locator('input[type=checkbox]').check();
      if (width < 1000) await passes(page, 'asking', schemes);
      await panel.locator('form button[type=submit]').click();
      await panel.locator('.link-list li').waitFor();
      const link = await panel.locator('input[readonly]').inputValue();
      await passes(page, 'the link', schemes);
      await page.goBack();
      await page.locator('.link-list li').waitFor();
      await passes(page, 'the list', schemes);
      await opens(page, link);
      await passes(page, 'what is read', schemes);
      if (language !== '') {
        await page.locator('.site-languages a[lang=zh-Hans]').click();
        await page.getByText('通过链接分享').waitFor();
        await passes(page, 'what is read in Chinese', schemes);
      }
      await page.goto(link.split('#')[0] ?? '');
      await page.reload();
      await page.locator('#shared h1').waitFor();
      await passes(page, 'a cut link', schemes);
      await context.close();
    },
  );

  async function passes(page: Page, what: string, schemes: Parameters<typeof violations>[2]): Promise<void> {
    await page.evaluate(() => {
      delete document.documentElement.dataset.text;
    });
    expect(await violations(page, axe, schemes), what).toEqual([]);
    expect(await smallTargets(page, TARGETS, 24), what).toEqual([]);
    await page.evaluate(() => {
      document.documentElement.dataset.text = '3';
    });
    expect(await overflow(page), what).toBe(0);
  }
});

/** A JPEG with a comment in it, as cameras and programs write them. */
function withNote(jpeg: Buffer, note: string): Uint8Array<ArrayBuffer> {
  const length = note.length + 2;
  const comment = Buffer.concat([Buffer.from([255, 254, length >> 8, length & 255]), Buffer.from(note)]);
  return new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]));
}
