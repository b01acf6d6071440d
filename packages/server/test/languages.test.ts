import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunningServer } from '../src/index.ts';
import { publicOrigin } from '../src/origin.ts';
import { startFake } from './fake-server.ts';

const ORIGIN = 'https://scan.example';
const servers: RunningServer[] = [];

async function start(origin?: string): Promise<RunningServer> {
  const server = await startFake(origin === undefined ? {} : { origin });
  servers.push(server);
  return server;
}

let [unnamed, named]: [RunningServer?, RunningServer?] = [];
beforeAll(async () => {
  unnamed = await start();
  named = await start(ORIGIN);
});
afterAll(() => Promise.all(servers.map((server) => server.close())));

const page = async (path: string, server = unnamed): Promise<string> => (await fetch(`${server?.url}${path}`)).text();

/** What the head links to and names, by relation or property. */
const head = (html: string) => ({
  canonical: /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1],
  alternates: Object.fromEntries(
    [...html.matchAll(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"/g)].map(([, language, href]) => [
      language,
      href,
    ]),
  ),
  named: Object.fromEntries(
    [...html.matchAll(/<meta property="og:([a-z_]+)" content="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  ),
});

describe('the first page', () => {
  test.each([
    ['/', 'en', 'en_US'],
    ['/es/', 'es', 'es_LA'],
    ['/zh/', 'zh-Hans', 'zh_CN'],
  ])('%s says which language it is in and where the others are', async (path, tag, locale) => {
    const html = await page(path);
    const { canonical, alternates, named: said } = head(html);
    expect(html).toContain(`<html lang="${tag}"`);
    // nobody has said what the site is called: it is what it was asked as
    const at = (address: string): string => `${unnamed?.url}${address}`;
    expect(canonical).toBe(at(path));
    expect(alternates).toEqual({ en: at('/'), es: at('/es/'), 'zh-Hans': at('/zh/'), 'x-default': at('/') });
    expect(said).toMatchObject({ type: 'website', locale, site_name: 'ReadingScan', url: at(path) });
    expect(html).toMatch(new RegExp(`href="${path}" lang="${tag}" hreflang="${tag}" aria-current="true"`));
  });

  test('names itself in full where its address is known', async () => {
    const { canonical, alternates, named: said } = head(await page('/es/', named));
    expect(canonical).toBe(`${ORIGIN}/es/`);
    expect(alternates).toMatchObject({ 'zh-Hans': `${ORIGIN}/zh/`, 'x-default': `${ORIGIN}/` });
    expect(said.url).toBe(`${ORIGIN}/es/`);
  });

  test('is told from each address that it is asked at, and from none where the request names no good one', async () => {
    const asked = (host: string): Promise<string> =>
      new Promise((resolve, reject) => {
        get(`${unnamed?.url}/es/`, { headers: { host } }, (answer) => {
          answer
            .setEncoding('utf8')
            .toArray()
            .then((parts) => resolve(parts.join('')), reject);
        }).on('error', reject);
      });
    for (const host of ['one.example', 'two.example', 'one.example'])
      expect(head(await asked(host)).canonical).toBe(`http://${host}/es/`);
    expect(head(await asked('a"b.example')).canonical).toBe('/es/');
    for (let at = 0; at < 9; at += 1) await asked(`many${at}.example`);
    expect(head(await asked('one.example')).canonical).toBe('http://one.example/es/');
    expect(head(await asked('late.example')).canonical).toBe('/es/');
  });

  test('loads the words of its own language alone', async () => {
    expect(await page('/zh/')).toContain('data-words="/assets/zh-1.js"');
    expect(await page('/zh/')).not.toContain('<link rel="modulepreload"');
  });

  test('is found without the last stroke too', async () => {
    const answer = await fetch(`${unnamed?.url}/es`, { redirect: 'manual' });
    expect(answer.status).toBe(308);
    expect(answer.headers.get('location')).toBe('/es/');
  });

  test('is not chosen for anyone by what their browser asks for', async () => {
    const answer = await fetch(`${unnamed?.url}/`, { headers: { 'Accept-Language': 'es' }, redirect: 'manual' });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('<html lang="en"');
  });
});

describe('the glossary, in English and Spanish here', () => {
  test.each(['', '/es'])('under %s points to the same word in the other language, and to no third', async (prefix) => {
    const { canonical, alternates } = head(await page(`${prefix}/glossary/nodule`));
    const at = (address: string): string => `${unnamed?.url}${address}`;
    expect([canonical, alternates]).toEqual([
      at(`${prefix}/glossary/nodule`),
      { en: at('/glossary/nodule'), es: at('/es/glossary/nodule'), 'x-default': at('/glossary/nodule') },
    ]);
    expect(await page(`${prefix}/glossary/nodule`)).toContain('href="/zh/" lang="zh-Hans"');
  });

  test('says in Spanish what the word of the report is, as English', async () => {
    const html = await page('/es/glossary/scar');
    expect(html).toContain('<h1>Cicatriz</h1>');
    expect(html).toContain('En el informe, en inglés: <span class="in-report" lang="en">Scar</span>');
    expect(html).toContain('Masa <span class="in-report" lang="en">Mass</span>');
    expect(html).not.toContain('En lenguaje claro');
    const [, data = '{}'] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];
    expect(JSON.parse(data)).toMatchObject({
      inLanguage: 'es',
      mainEntity: { '@type': 'DefinedTerm', name: 'Cicatriz', alternateName: expect.arrayContaining(['Scar']) },
    });
    expect(await page('/es/')).toContain('<a href="/es/glossary">Glosario</a>');
  });

  test.each(['nodulo', 'nodule', 'nodular'])('in Spanish is found by %s', async (query) => {
    expect(await page(`/es/glossary?q=${query}`)).toMatch(/glossary-found.*href="\/es\/glossary\/nodule"/s);
    const words = await (await fetch(`${unnamed?.url}/es/glossary/words.json`)).json();
    expect(words[0]).toMatchObject({ id: 'nodule', name: 'Nódulo', beside: 'Nodule' });
  });

  test('that is not there in a language is shown in English', async () => {
    for (const [path, place] of [
      ['/zh/glossary?part=chest', '/glossary?part=chest'],
      ['/zh/glossary/nodule', '/glossary/nodule'],
    ] as const) {
      const answer = await fetch(`${unnamed?.url}${path}`, { redirect: 'manual' });
      expect([answer.status, answer.headers.get('location')]).toEqual([302, place]);
    }
    const listed = await (await fetch(`${unnamed?.url}/sitemap.xml`)).text();
    expect(listed).toContain(`<loc>${unnamed?.url}/es/glossary/nodule</loc>`);
    expect(listed).not.toContain('/zh/glossary');
  });
});

test('where there is no page, the language of the address says so', async () => {
  const html = await page('/zh/nothing');
  expect(html).toContain('这个地址没有页面');
  expect(head(html).canonical).toBeUndefined();
  expect(await page('/nothing')).toContain('There is no page at this address.');
});

describe('the form for browsers without script', () => {
  const send = (path: string, fields: Readonly<Record<string, string>>): Promise<Response> => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    return fetch(`${unnamed?.url}${path}`, { method: 'POST', body });
  };

  test('stands on the page of each language and sends it along', async () => {
    expect(await page('/es/')).toMatch(/action="\/es\/explain"[\s\S]*name="language" value="es"/);
  });

  test('is answered in the language that it was sent in', async () => {
    const html = await (await send('/es/explain', { text: 'The lungs are clear.', language: 'es' })).text();
    expect(html).toContain('<html lang="es"');
    expect(html).toContain('Lo que dice el resumen (Impression)');
    expect(await (await send('/explain', { text: 'The lungs are clear.', language: 'zh' })).text()).toContain(
      '<html lang="zh-Hans"',
    );
  });

  test('says in that language why nothing could be read, before and after it was opened', async () => {
    const empty = await send('/es/explain', {});
    expect(empty.status).toBe(400);
    expect(await empty.text()).toContain('No llegó ningún informe.');
    const foreign = await fetch(`${unnamed?.url}/zh/explain`, {
      method: 'POST',
      body: new FormData(),
      headers: { 'Sec-Fetch-Site': 'cross-site' },
    });
    expect(await foreign.text()).toContain('这个表单是从别的网站发来的。');
  });
});

test('the address of the site is that of a site', () => {
  expect(publicOrigin(undefined)).toBeNull();
  expect(publicOrigin('')).toBeNull();
  expect(publicOrigin('https://Example.org/')).toBe('https://example.org');
  expect(publicOrigin('http://localhost:3000')).toBe('http://localhost:3000');
  for (const wrong of ['example.org', 'ftp://example.org', 'https://example.org/scan', 'https://a:b@example.org'])
    expect(() => publicOrigin(wrong)).toThrow('PUBLIC_ORIGIN');
});
