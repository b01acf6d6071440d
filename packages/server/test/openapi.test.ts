/** The description of the interface is true and whole: each route of the router is in it, and each answer is as it says, by the real reader. */
import { readFileSync } from 'node:fs';
import { createReader, type ProgramReader } from '@readingscan/reader';
import { API_JOB_NAMES, type KeyScope } from '@readingscan/web';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXAMPLE_REPORT, EXAMPLE_TOLD } from '../../web/src/api/examples.ts';
import { SAMPLE_REPORT } from '../../web/src/sample.ts';
import { type ApiSite, apiSite } from './api-site.ts';
import { startFake } from './fake-server.ts';
import { faultyDatabase } from './faulty-database.ts';
import { type Document, expectTold, judgeOf, operationsOf, whole } from './openapi.ts';
import { saving } from './saved-site.ts';

const EXAMPLES = new URL('../../../examples/', import.meta.url);
const KNEE = readFileSync(new URL('knee-mri.txt', EXAMPLES), 'utf8');
const FAULT = 'a text that breaks the reader';
const isOfPrograms = (path: string): boolean => path.startsWith('/api/v1') || path.startsWith('/fhir');
const jobs = [...API_JOB_NAMES, 'reports'].map((job) => `POST /api/v1/${job}`);

let [at, open]: [ApiSite?, ApiSite?] = [];
let reader: ProgramReader;
const faults = faultyDatabase();
const read = new Map<string, Document>();
async function describedBy(url: string): Promise<Document> {
  const document: Document = read.get(url) ?? (await (await fetch(`${url}/api/v1/openapi.json`)).json());
  read.set(url, document);
  return document;
}

/** The real one; one text breaks it, as a fault of ours would. */
function realReader(): ProgramReader {
  reader = createReader({ knowledge: new URL('../../knowledge/dist/', import.meta.url) });
  const broken = {
    ok: false,
    error: { code: 'internal', message: 'Something went wrong.', hint: 'Try again.' },
  } as const;
  const orBroken =
    (job: 'explain' | 'read' | 'extract' | 'deidentify'): ProgramReader['explain'] =>
    async (input, options) =>
      input.kind === 'text' && input.text === FAULT ? broken : (reader[job](input, options) as never);
  return {
    explain: orBroken('explain'),
    read: orBroken('read') as unknown as ProgramReader['read'],
    extract: orBroken('extract') as unknown as ProgramReader['extract'],
    deidentify: orBroken('deidentify') as unknown as ProgramReader['deidentify'],
    compare: async (inputs, options) =>
      inputs.some((one) => one.kind === 'text' && one.text === FAULT) ? broken : reader.compare(inputs, options),
    close: () => reader.close(),
  };
}

beforeAll(async () => {
  at = await apiSite(
    'sqlite',
    { access: 'key', perMinute: 1_000_000 },
    { reader: realReader(), saving: saving({ mostReports: 2 }), openDatabase: faults.openDatabase },
  );
  open = await apiSite('sqlite', { access: 'open', perMinute: 60 }, { saving: saving() });
});
afterAll(async () => {
  await at?.close();
  await open?.close();
});
function site(): ApiSite {
  if (!at) throw new Error('not started');
  return at;
}

describe('the description', () => {
  test('has each route of the router, and no other', async () => {
    const routes = [...site().routes]
      .filter((route) => isOfPrograms(route.split(' ')[1] ?? ''))
      .map((route) => route.replace(/:(\w+)/g, '{$1}'));
    expect([...operationsOf(await describedBy(site().url)).keys()].sort()).toEqual(routes.sort());
  });

  test('is an OpenAPI 3.1 document: all that is referred to is there, names are used once, all is told in words', async () => {
    const document = await describedBy(site().url);
    expect(document.openapi).toBe('3.1.0');
    expect(() => whole(document, document.paths)).not.toThrow();
    const operations = [...operationsOf(document).values()];
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    for (const { summary, responses, requestBody } of operations) {
      expect(summary).not.toBe('');
      for (const { description } of Object.values(responses)) expect(description).not.toMatch(/^$|\(\)/);
      for (const { schema, example } of Object.values(requestBody?.content ?? {}))
        if (example !== undefined) expect(judgeOf(document, schema).safeParse(example).error).toBeUndefined();
    }
    // every schema can judge, and none lets everything pass
    for (const schema of Object.values(document.components.schemas ?? {}))
      expect(judgeOf(document, schema).safeParse({ nothing: true }).success).toBe(false);
  });

  test('says what this installation asks of callers', async () => {
    const securityOf = async (url: string) => operationsOf(await describedBy(url)).get(jobs[0] ?? '')?.security;
    expect(await securityOf(site().url)).toEqual([{ key: ['explain'] }]);
    expect(await securityOf(open?.url ?? '')).toEqual([{}, { key: ['explain'] }]);
    const bare = await startFake();
    const document = await describedBy(bare.url);
    expect(await securityOf(bare.url)).toEqual([]);
    expect(JSON.stringify(document)).not.toMatch(/account|bearer|401|wrong-key"?,? \(/);
    await bare.close();
  });
});

type Sent = readonly [what: string, init: RequestInit];
const bodyOf = (job: string, text: string, more: object = {}): RequestInit => ({
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ ...(job.endsWith('compare') ? { texts: [text, text] } : { text }), ...more }),
});
const formOf = (job: string, bytes: Uint8Array<ArrayBuffer>, name: string, fields: Record<string, string> = {}) => {
  const form = new FormData();
  for (let copies = job.endsWith('compare') ? 2 : 1; copies > 0; copies -= 1)
    form.append('file', new Blob([bytes]), name);
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  return { body: form };
};
const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** Every kind of request that there is, good and bad. */
const requestsOf = (job: string): readonly Sent[] => [
  ['a report', bodyOf(job, KNEE)],
  ['the sample', bodyOf(job, SAMPLE_REPORT)],
  ['in Spanish', bodyOf(job, KNEE, { language: 'es', level: 'standard', region: 'US' })],
  ['a file', formOf(job, utf8(KNEE), 'report.txt', { level: 'standard' })],
  ['no report', bodyOf(job, 'Dear Sir or Madam, your parcel has arrived. Please collect it by Friday.')],
  ['nothing', bodyOf(job, '   ')],
  ['two in one file', formOf(job, utf8(JSON.stringify(TWO)), 'two.json')],
  [
    'a kind that is not read',
    formOf(job, utf8('\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic'), 'a.heic'),
  ],
  ['a broken PDF', formOf(job, utf8('%PDF-1.7\nbroken'), 'a.pdf')],
  ['too long a text', bodyOf(job, 'lung '.repeat(110_000))],
  ['a wrong option', bodyOf(job, KNEE, { language: 'tlh' })],
  ['broken JSON', { headers: { 'Content-Type': 'application/json' }, body: '{"text": ' }],
  ['plain text', { headers: { 'Content-Type': 'text/plain' }, body: KNEE }],
  ['a fault of ours', bodyOf(job, FAULT)],
];
const report = (id: string) => ({
  resourceType: 'DiagnosticReport',
  id,
  status: 'final',
  category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'RAD' }] }],
  code: { text: `CT of the chest ${id}` },
  conclusion: `Stable ${id === 'a' ? 6 : 8} mm right upper lobe nodule. No pneumothorax.`,
});
const TWO = { resourceType: 'Bundle', type: 'collection', entry: ['a', 'b'].map((id) => ({ resource: report(id) })) };

describe.each(jobs)('%s', (name) => {
  const path = name.split(' ')[1] ?? '';
  const send = (url: string, init: RequestInit, key: string | null): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (key !== null) headers.set('Authorization', `Bearer ${key}`);
    return fetch(url + path, { ...init, method: 'POST', headers });
  };

  test('answers as its description says, whatever is sent; and all that it tells of can be met', async () => {
    const { url, keys, without } = site();
    const document = await describedBy(url);
    const [scope] = operationsOf(document).get(name)?.security[0]?.key ?? [];
    const [right, wrong] = [keys[scope as KeyScope], without[scope as KeyScope]];
    const met = new Set<number>();
    for (const [, init] of requestsOf(path)) {
      const answer = await send(url, init, right ?? '');
      met.add(answer.status);
      await expectTold(document, name, answer);
    }
    for (const key of [null, 'rs_no', wrong ?? '']) {
      const answer = await send(url, bodyOf(path, KNEE), key);
      met.add(answer.status);
      await expectTold(document, name, answer);
    }
    // the key is looked for first, so a disk that is full shows behind that
    for (const [step, trouble] of [
      [1, 'gone'],
      [3, 'full'],
    ] as const) {
      faults.arm(step, trouble);
      const answer = await send(url, bodyOf(path, `${KNEE} ${trouble}`), right ?? '');
      if (!faults.disarm()) continue;
      met.add(answer.status);
      await expectTold(document, name, answer);
    }
    const few = await describedBy(open?.url ?? '');
    for (let spent = 0; spent < 90 && !met.has(429); spent += 1) {
      const answer = await send(
        open?.url ?? '',
        bodyOf(path, 'The lungs are clear.'),
        open?.keys[scope as KeyScope] ?? '',
      );
      met.add(answer.status);
      if (answer.status === 429) await expectTold(few, name, answer);
    }
    expect([...met].map(String).sort()).toEqual(Object.keys(operationsOf(document).get(name)?.responses ?? {}).sort());
  });

  test('answers anything that is JSON in order', async () => {
    const { url, keys } = site();
    const document = await describedBy(url);
    const [scope] = operationsOf(document).get(name)?.security[0]?.key ?? [];
    const key = keys[scope as KeyScope];
    const field = fc.constantFrom(
      'text',
      'texts',
      'language',
      'level',
      'region',
      'report',
      '__proto__',
      'password',
      'person',
      'tags',
    );
    const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('The lungs are clear.', 'en', 1, ['a', 'b']));
    await fc.assert(
      fc.asyncProperty(fc.dictionary(field, value, { maxKeys: 4 }), async (body) => {
        const init = {
          headers: { 'Content-Type': 'application/json', 'Idempotency-Key': JSON.stringify(body).slice(0, 40) },
          body: JSON.stringify(body),
        };
        const answer = await send(url, init, key);
        expect(answer.status).toBeLessThan(500);
        await expectTold(document, name, answer);
      }),
      { numRuns: 25 },
    );
  });
});

describe('jobs', () => {
  const LINES = { 'Content-Type': 'application/x-ndjson' };
  const NOBODY = '00000000-0000-4000-8000-000000000000';

  test('answer as they are described, whatever their state, good requests and bad ones; and all that is told of can be met but what takes a minute', async () => {
    const { url, keys, without } = site();
    const document = await describedBy(url);
    const met = new Map<string, Set<string>>();
    const ask = async (name: string, path: string, key: string | null, init: RequestInit = {}) => {
      const headers = {
        ...(init.headers as Record<string, string>),
        ...(key === null ? {} : { Authorization: `Bearer ${key}` }),
      };
      const answer = await fetch(url + path, { method: name.split(' ')[0] ?? 'GET', ...init, headers });
      met.set(name, (met.get(name) ?? new Set()).add(String(answer.status)));
      return answer.status === 204 || answer.headers.get('content-type') === 'application/x-ndjson'
        ? answer
        : { status: answer.status, body: await expectTold(document, name, answer) };
    };
    const [LEAVE, LIST] = ['POST /api/v1/jobs', 'GET /api/v1/jobs'];
    const [SHOW, DROP] = ['GET /api/v1/jobs/{id}', 'DELETE /api/v1/jobs/{id}'];
    const [TAKE, STOP, AGAIN] = ['results', 'cancel', 'retry'].map(
      (one) => `${one === 'results' ? 'GET' : 'POST'} /api/v1/jobs/{id}/${one}`,
    ) as [string, string, string];
    const at = (id: string, more = '') => `/api/v1/jobs/${id}${more}`;
    const body = `${JSON.stringify({ id: 1, text: KNEE })}\nno json\n`;
    const leave = (more: RequestInit = {}, query = '', key: string | null = keys.explain) =>
      ask(LEAVE, `/api/v1/jobs${query}`, key, { body, headers: LINES, ...more });
    const idOf = (answer: unknown): string => (answer as { body: { id: string } }).body.id;
    const name = { ...LINES, 'Idempotency-Key': 'one-of-them' };
    const left = idOf(await leave({ headers: name }));
    expect(idOf(await leave({ headers: name }))).toBe(left);
    await leave({ headers: name, body: `${body}\n{"text":"more"}` });
    await leave({}, '?task=none');
    await leave({ headers: { 'Content-Type': 'text/plain' } });
    await leave({ body: '\n' });
    await leave({}, '', null);
    await leave({}, '', 'rs_no');
    await leave({}, '', without.explain);
    await leave({ body: new Uint8Array(21 * 1024 * 1024), headers: { 'Content-Type': 'application/pdf' } });
    await expect
      .poll(async () => ((await ask(SHOW, at(left), keys.explain)) as { body: { state: string } }).body.state, {
        timeout: 20_000,
      })
      .toBe('done');
    for (const [operation, more, key, init] of [
      [LIST, '', keys.explain, {}],
      [LIST, '?after=none', keys.explain, {}],
      [LIST, '', null, {}],
      [SHOW, left, null, {}],
      [SHOW, NOBODY, keys.explain, {}],
      [TAKE, `${left}/results`, keys.explain, {}],
      [TAKE, `${left}/results?after=x`, keys.explain, {}],
      [TAKE, `${NOBODY}/results`, keys.explain, {}],
      [TAKE, `${left}/results`, null, {}],
      [STOP, `${left}/cancel`, keys.explain, {}],
      [STOP, `${NOBODY}/cancel`, keys.explain, {}],
      [STOP, `${left}/cancel`, null, {}],
      [AGAIN, `${left}/retry`, keys.explain, {}],
      [AGAIN, `${NOBODY}/retry`, keys.explain, {}],
      [AGAIN, `${left}/retry`, null, {}],
      [DROP, NOBODY, keys.explain, {}],
      [DROP, left, null, {}],
    ] as const)
      await ask(operation, `/api/v1/jobs${more === '' || more.startsWith('?') ? more : `/${more}`}`, key, init);
    // away at the first step; full where something is written
    for (const [operation, path] of [
      [LEAVE, '/api/v1/jobs'],
      [LIST, '/api/v1/jobs'],
      [SHOW, at(left)],
      [TAKE, at(left, '/results')],
      [STOP, at(left, '/cancel')],
      [AGAIN, at(left, '/retry')],
      [DROP, at(left)],
    ] as const)
      for (const [step, trouble] of [
        [1, 'gone'],
        [2, 'full'],
      ] as const) {
        if (trouble === 'full' && [LIST, SHOW, TAKE].includes(operation)) continue;
        faults.arm(step, trouble);
        await ask(operation, path, keys.explain, operation === LEAVE ? { body, headers: LINES } : {});
        faults.disarm();
      }
    const second = idOf(await leave());
    await ask(STOP, at(second, '/cancel'), keys.explain);
    await ask(AGAIN, at(second, '/retry'), keys.explain);
    await ask(DROP, at(second), keys.explain);
    await ask(DROP, at(left), keys.explain);
    await leave({ headers: name });
    // not met here: points that are spent, a body that stops for a minute, an account that is full, a fault of ours, what does not open
    const elsewhere = ['408', '409', '422', '429', '500'];
    for (const [operation, { responses }] of operationsOf(document))
      if (operation.includes('/jobs'))
        expect(
          Object.keys(responses).filter((status) => !met.get(operation)?.has(status) && !elsewhere.includes(status)),
          operation,
        ).toEqual([]);
  });
});

test('the example on the page for programs is answered as the page says', async () => {
  const answer = await fetch(`${site().url}/api/v1/explain`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' },
    body: JSON.stringify({ text: EXAMPLE_REPORT }),
  });
  const { headline, items } = await answer.json();
  expect({ headline: headline.text, item: items[0].plain[0].text }).toEqual(EXAMPLE_TOLD);
});

test('the description itself is answered as it says', async () => {
  const { url } = site();
  await expectTold(await describedBy(url), 'GET /api/v1/openapi.json', await fetch(`${url}/api/v1/openapi.json`));
});
