import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningServer } from '../src/index.ts';
import { startFake } from './fake-server.ts';

const lines: string[] = [];
let server: RunningServer;
const url = (path: string): string => server.url + path;
const json = (text: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ text }),
});

const texts = (...all: string[]): RequestInit => ({ ...json(''), body: JSON.stringify({ texts: all }) });

beforeAll(async () => {
  server = await startFake({ log: (line) => lines.push(line) });
});
afterAll(() => server.close());

const ANSWERS: [what: string, path: string, status: number, init?: RequestInit][] = [
  ['home', '/', 200],
  ['home in Spanish', '/es/', 200],
  ['home in Chinese', '/zh/', 200],
  ['a written page', '/contact', 200],
  ['the page of components', '/design', 200],
  ['the glossary', '/glossary', 200],
  ['a word of it', '/glossary/nodule', 200],
  ['no word of it', '/glossary/nothing', 404],
  ['the words of its search', '/glossary/words.json', 200],
  ['a built file', '/assets/home-1.js', 200],
  ['the service worker', '/sw.js', 200],
  ['the picture that browsers look for', '/favicon.ico', 200],
  ['the picture that a phone looks for', '/apple-touch-icon.png', 200],
  ['no page', '/nothing', 404],
  ['no page in Spanish', '/es/nothing', 404],
  ['no built file', '/assets/../manifest.json', 404],
  ['a path upwards', '/assets/..%2f..%2fpackage.json', 404],
  ['no interface', '/api/v1/nothing', 404],
  ['the description', '/api/v1/openapi.json', 200],
  ['a wrong method', '/api/v1/explain', 405],
  ['an explanation', '/api/v1/explain', 200, json('The lungs are clear.')],
  ['a reading', '/api/v1/read', 200, json('The lungs are clear.')],
  ['an extraction', '/api/v1/extract', 200, json('The lungs are clear.')],
  ['a text without names', '/api/v1/deidentify', 200, json('The lungs are clear.')],
  ['a comparison', '/api/v1/compare', 200, texts('The lungs are clear.', 'The lungs are clear.')],
  ['a comparison of one', '/api/v1/compare', 400, texts('The lungs are clear.')],
  ['a comparison without reports', '/api/v1/compare', 400, json('The lungs are clear.')],
  ['several reports', '/api/v1/explain', 422, json('a bundle')],
  ['no report', '/api/v1/explain', 422, json('Dear Sir or Madam')],
  ['no text', '/api/v1/explain', 400, json(7)],
  ['no body', '/api/v1/explain', 400, { method: 'POST' }],
  [
    'an unknown language',
    '/api/v1/explain',
    400,
    { ...json(''), body: JSON.stringify({ text: 'The lungs are clear.', language: 'tlh' }) },
  ],
  ['broken JSON', '/api/v1/explain', 400, { ...json(''), body: '{"text": ' }],
  [
    'a broken form',
    '/api/v1/explain',
    400,
    { method: 'POST', headers: { 'Content-Type': 'multipart/form-data; boundary=x' }, body: '--x' },
  ],
  ['too long a text', '/api/v1/explain', 413, json('lung '.repeat(110_000))],
  ['a failure', '/api/v1/explain', 500, json('throw Jane Roe MRN 4711')],
];

test.each(ANSWERS)('%s carries every security header', async (...row) => {
  const [, path, status, init] = row;
  const answer = await fetch(url(path), init);
  await answer.arrayBuffer();
  expect(answer.status).toBe(status);
  const policy = answer.headers.get('content-security-policy') ?? '';
  for (const rule of [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "connect-src 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ]) {
    expect(policy).toContain(rule);
  }
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'/);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(answer.headers.get('strict-transport-security')).toMatch(/max-age=31536000/);
  expect(answer.headers.get('set-cookie')).toBeNull();
  if (path.startsWith('/api/v1/') && init) expect(answer.headers.get('cache-control')).toBe('no-store');
});

test('an error is a problem document with a sentence on what happened and one on what to do', async () => {
  const answer = await fetch(url('/api/v1/explain'), json('Dear Sir or Madam'));
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(await answer.json()).toMatchObject({
    status: 422,
    code: 'not-a-report',
    message: 'No report.',
    hint: 'Send one.',
    text: 'Dear Sir or Madam',
  });
});

test('which of several reports is asked with a list to choose from', async () => {
  const answer = await fetch(url('/api/v1/explain'), json('a bundle'));
  const { code, reports } = await answer.json();
  expect(code).toBe('several-reports');
  expect(reports.map(({ number }: { number: number }) => number)).toEqual([1, 2]);
});

test('reports to compare come as files, one each', async () => {
  const form = new FormData();
  for (const name of ['older.pdf', 'newer.pdf']) form.append('file', new Blob([new Uint8Array([1])]), name);
  const answer = await fetch(url('/api/v1/compare'), { method: 'POST', body: form });
  expect(await answer.json()).toMatchObject({ schema: 'readingscan.comparison/1' });
});

test('a report is chosen by a number', async () => {
  for (const [report, status] of [
    ['2', 200],
    ['first', 400],
  ] as const) {
    const form = new FormData();
    form.append('text', 'The lungs are clear.');
    form.append('report', report);
    expect((await fetch(url('/api/v1/read'), { method: 'POST', body: form })).status).toBe(status);
  }
});

test('a failure tells the sender nothing of its inside, and the log nothing of the report', async () => {
  const answer = await fetch(url('/api/v1/explain'), json('throw Jane Roe MRN 4711'));
  expect(await answer.text()).not.toMatch(/Jane|4711|at .*\.ts/);
  expect(lines.join('\n')).not.toMatch(/Jane|4711|throw/);
});

test('files come as a form', async () => {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array([1, 2, 3])]), 'page.jpg');
  form.append('level', 'standard');
  const answer = await fetch(url('/api/v1/explain'), { method: 'POST', body: form });
  expect(await answer.json()).toMatchObject({ schema: 'readingscan.explanation/1' });
});

test('more than 20 MB is answered with 413, not with a broken connection', async () => {
  const answer = await fetch(url('/api/v1/extract'), {
    method: 'POST',
    headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
    body: new Uint8Array(21 * 1024 * 1024),
  });
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({ code: 'too-large' });
});

test('the form for browsers without script answers with a page that is not kept', async () => {
  const form = new FormData();
  form.append('text', 'The lungs are clear.');
  form.append('file', new Blob([]), '');
  const answer = await fetch(url('/explain'), { method: 'POST', body: form });
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const page = await answer.text();
  expect(page).toContain('What the Impression says');
  expect(page).not.toContain('<script');
});

test('the page made of a report comes compressed, and names the address it was asked at', async () => {
  const body = new URLSearchParams({ text: 'The lungs are clear.' });
  const answer = await fetch(url('/explain'), { method: 'POST', body, headers: { 'Accept-Encoding': 'br' } });
  expect(answer.headers.get('content-encoding')).toBe('br');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const html = await answer.text();
  expect(html).toContain(`content="${url('/assets/share.png')}"`);
  expect(html).not.toContain('asked.invalid');
});

test('of several reports in one file one is chosen without script, with the file once more', async () => {
  const answer = await fetch(url('/es/explain'), { method: 'POST', body: new URLSearchParams({ text: 'bundle' }) });
  const page = await answer.text();
  expect(page).toMatch(/<input type="radio" name="report" value="1" checked/);
  expect(page).toMatch(/<input type="radio" name="report" value="2"/);
  expect(page).toContain('elija también el archivo otra vez');
  expect(page).toContain('MRI');
});

test('a form that was refused still holds the text that was typed, as text', async () => {
  const form = new FormData();
  form.append('text', '</textarea><script>alert(1)</script>');
  const answer = await fetch(url('/explain'), { method: 'POST', body: form });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('&lt;/textarea>&lt;script>alert(1)&lt;/script>');
  expect(page).not.toContain('<script>alert');
});

test('a form sent from another site is turned away', async () => {
  const form = new FormData();
  form.append('text', 'The lungs are clear.');
  const answer = await fetch(url('/explain'), {
    method: 'POST',
    body: form,
    headers: { 'Sec-Fetch-Site': 'cross-site' },
  });
  expect(answer.status).toBe(403);
});

test('built files are kept for ever, and come compressed', async () => {
  const answer = await fetch(url('/assets/home-1.js'), { headers: { 'Accept-Encoding': 'br' } });
  expect(answer.headers.get('cache-control')).toContain('immutable');
  expect(answer.headers.get('content-encoding')).toBe('br');
  expect(await answer.text()).toBe('export {};');
});

const main = async (path: string): Promise<string> =>
  /<main.*<\/main>/s.exec(await (await fetch(url(path))).text())?.[0] ?? '';

test('the glossary is chosen from by part and by exam; what is unknown chooses nothing', async () => {
  const found = async (path: string) =>
    [...(await main(path)).matchAll(/href="\/glossary\/([a-z]+)"/g)].map(([, id]) => id);
  expect(await found('/glossary')).toEqual(['nodule', 'scar']);
  expect(await found('/glossary?part=chest')).toEqual(['nodule']);
  expect(await found('/glossary?exam=mri')).toEqual(['scar']);
  expect(await found('/glossary?part=moon')).toEqual(['nodule', 'scar']);
  expect(await found('/glossary?q=noduel')).toEqual(['nodule', 'nodule', 'scar']);
});

test('a search that finds nothing says so, and shows what was typed as text', async () => {
  const page = await main(`/glossary?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
  expect(page).toContain('No word like this is here yet.');
  expect(page).not.toContain('<script>alert');
});

test('a page of the glossary says that no doctor has checked it, and names its source', async () => {
  const page = await main('/glossary/nodule');
  expect(page).toContain('No doctor has checked this page yet.');
  expect(page).toContain('A hospital');
  expect(page).toContain('href="/glossary/scar"');
});

test('home reads without script and says what its form would do', async () => {
  const page = await (await fetch(url('/'))).text();
  expect(page).toContain('<noscript>');
  expect(page).toContain('your report is sent to the server');
  // it names no address but its own
  expect(page.replaceAll(url('/'), '/')).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
});

test('an unknown language is said to be unknown, with those there are', async () => {
  const answer = await fetch(url('/api/v1/explain'), {
    ...json(''),
    body: JSON.stringify({ text: 'The lungs are clear.', language: 'tlh' }),
  });
  expect(await answer.json()).toMatchObject({ code: 'usage', hint: expect.stringContaining('en, es, zh') });
});
