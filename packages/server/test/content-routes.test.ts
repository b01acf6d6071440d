/** The written site as a visitor and a search engine meet it: the real articles and pages, every address of it, in every language. */
import { LANGUAGES } from '@readingscan/reader/languages';
import type { Operator, SiteContent } from '@readingscan/web';
import { afterAll, describe, expect, it } from 'vitest';
import { readContent } from '../../web/src/content/compile/compile.ts';
import { contentInputs } from '../../web/src/content/compile/inputs.ts';
import { createApp } from '../src/app.ts';
import { loadGlossaries } from '../src/glossaries.ts';
import { ASSETS, fakeDist } from './fake-dist.ts';
import { fakeReader } from './fake-reader.ts';

const { glossary, ...inputs } = contentInputs();
const { content } = readContent({ ...inputs, glossary });
const glossaries = loadGlossaries(new URL('../../knowledge/dist/', import.meta.url));
const ORIGIN = 'https://reports.example';
const failures: string[] = [];

const appWith = (origin: string | null, operator: Operator = {}) =>
  createApp({
    reader: fakeReader(),
    assets: ASSETS,
    glossaries,
    content: content as SiteContent,
    operator,
    dist: fakeDist(),
    origin,
    onFailure: (name, path) => failures.push(`${name} ${path}`),
  });

const app = appWith(ORIGIN, { name: 'A & B <Clinic>', mail: 'office@example.org' });
const page = async (path: string): Promise<string> => (await app.request(path)).text();
const addresses = async (): Promise<readonly string[]> =>
  [...(await page('/sitemap.xml')).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) =>
    address.slice(ORIGIN.length),
  );

/** Of the page that one comes to. */
async function statusOf(path: string): Promise<number> {
  const { status, headers } = await app.request(path);
  const place = headers.get('location');
  return place === null ? status : statusOf(place);
}

afterAll(() => expect(failures).toEqual([]));

describe('the site', () => {
  it('answers at every address that it lists, and lists all languages', async () => {
    const listed = (await addresses()).filter((path) => !path.includes('/glossary/'));
    expect(listed.length).toBeGreaterThan(3 * 30);
    for (const path of listed) expect([path, (await app.request(path)).status]).toEqual([path, 200]);
    for (const language of ['es', 'zh']) expect(listed).toContain(`/${language}/blog/lung-nodule`);
  });

  it('has no link within it that leads nowhere, and no place within a page that is not there', async () => {
    const ids = new Map<string, ReadonlySet<string>>();
    const idsAt = async (path: string): Promise<ReadonlySet<string>> => {
      const known =
        ids.get(path) ?? new Set([...(await page(path)).matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id));
      ids.set(path, known);
      return known;
    };
    const seen = new Map<string, number>();
    const broken: string[] = [];
    for (const from of (await addresses()).filter((path) => !path.includes('/glossary'))) {
      const html = await page(from);
      for (const [, href = ''] of html.matchAll(/<a [^>]*?href="([^"]+)"/g)) {
        if (!/^[/#]/.test(href)) continue;
        const [path = '', place] = href.startsWith('#') ? [from, href.slice(1)] : href.split('#');
        const status = seen.get(path) ?? (await statusOf(path.replaceAll('&amp;', '&')));
        seen.set(path, status);
        if (status !== 200) broken.push(`${from} → ${href}: ${status}`);
        else if (place && !(await idsAt(path)).has(place)) broken.push(`${from} → ${href}: no such place`);
      }
    }
    expect(broken).toEqual([]);
  });

  it.each(LANGUAGES)('in %s says its language, its own address, and where the others are', async (language) => {
    const prefix = language === 'en' ? '' : `/${language}`;
    const html = await page(`${prefix}/blog/lung-nodule`);
    expect(html).toContain(`<html lang="${language === 'zh' ? 'zh-Hans' : language}"`);
    expect(html).toContain(`<link rel="canonical" href="${ORIGIN}${prefix}/blog/lung-nodule"`);
    for (const [tag, address] of [
      ['en', '/blog/lung-nodule'],
      ['es', '/es/blog/lung-nodule'],
      ['zh-Hans', '/zh/blog/lung-nodule'],
      ['x-default', '/blog/lung-nodule'],
    ])
      expect(html.toLowerCase()).toContain(`hreflang="${tag}" href="${ORIGIN}${address}"`.toLowerCase());
  });

  it('tells search engines what a page is, and claims no reviewer', async () => {
    const html = await page('/blog/lung-nodule');
    const data = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(([, json = '']) =>
      JSON.parse(json),
    );
    expect(data.map((one) => one['@type'])).toEqual(['MedicalWebPage', 'FAQPage', 'BreadcrumbList']);
    expect(data[0]).toMatchObject({ inLanguage: 'en', isAccessibleForFree: true, author: { '@type': 'Organization' } });
    expect(data[0].citation.length).toBeGreaterThanOrEqual(3);
    expect(JSON.stringify(data)).not.toMatch(/reviewedBy|aggregateRating|"Physician"/);
    const faq = [...(await page('/faq')).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(
      ([, json = '']) => JSON.parse(json),
    );
    expect(faq.find((one) => one['@type'] === 'FAQPage').mainEntity.length).toBeGreaterThanOrEqual(18);
  });

  it('says on every article that no clinician has reviewed it, and who wrote it', async () => {
    for (const { slug } of content.en.articles) {
      const html = await page(`/blog/${slug}`);
      expect(html).toContain('No clinician has reviewed this article yet.');
      expect(html).toContain('ReadingScan editorial team');
    }
  });

  it('has a feed in every language', async () => {
    for (const prefix of ['', '/es', '/zh']) {
      const answer = await app.request(`${prefix}/blog/rss.xml`);
      const xml = await answer.text();
      expect(answer.headers.get('content-type')).toContain('xml');
      expect(xml.match(/<item>/g)).toHaveLength(content.en.articles.length);
      expect(xml).toContain(`${ORIGIN}${prefix}/blog/lung-nodule`);
    }
  });

  it.each(Object.keys(glossaries))('sends the words of the glossary in %s in 100 KB', async (language) => {
    const answer = await app.request(`${language === 'en' ? '' : `/${language}`}/glossary/words.json`, {
      headers: { 'Accept-Encoding': 'gzip' },
    });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect((await answer.arrayBuffer()).byteLength).toBeLessThan(100_000);
  });

  it('ships no script with a page that needs none', async () => {
    for (const path of ['/blog', '/faq', '/privacy', '/es/terms', '/zh/blog/category/findings'])
      expect((await page(path)).match(/<script(?! type="application\/ld\+json")/g)).toBeNull();
  });
});

describe('who runs it', () => {
  it('is put in, escaped', async () => {
    const html = await page('/contact');
    expect(html).toContain('office@example.org');
    expect(html).not.toContain('<Clinic>');
    expect(html).not.toContain('{operator.');
  });

  it('is marked where it is not set', async () => {
    for (const path of ['/contact', '/es/contact', '/zh/privacy']) {
      const html = await (await appWith(null).request(path)).text();
      expect(html).toContain('class="unset"');
      expect(html).not.toContain('{operator.');
    }
  });
});

describe('how long a message is kept', () => {
  it.each([
    ['/privacy', 'after 30 days'],
    ['/es/privacy', 'después de 30 días'],
    ['/zh/privacy', '在30天后'],
  ])('is said at %s', async (path, said) => {
    expect(await (await appWith(null, { contactDays: '30' }).request(path)).text()).toContain(said);
  });
});

describe('without an address of its own', () => {
  it('lists pages at the address it was asked by, and lets nobody keep that', async () => {
    const answer = await appWith(null).request('http://somewhere.example/sitemap.xml');
    expect(await answer.text()).toContain('<loc>http://somewhere.example/blog</loc>');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
});
