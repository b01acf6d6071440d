/** The FHIR side with the real reader: reports of R4 and R5 in, their explanation out, errors as FHIR tells them. */
import { createReader } from '@readingscan/reader';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ISSUES } from '../src/fhir/outcome.ts';
import { PROBLEM_CODES } from '../src/problem.ts';
import { type ApiSite, apiSite } from './api-site.ts';
import { type Document, expectTold, operationsOf } from './openapi.ts';

const EXPLAIN = '/fhir/DiagnosticReport/$explain';
const NAME = `POST ${EXPLAIN}`;
const WORDS = 'Stable 6 mm right upper lobe nodule. Follow-up CT chest in 12 months. No pneumothorax.';
const RADIOLOGY = [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0074', code: 'RAD' }] }];
const base64 = (text: string): string => Buffer.from(text).toString('base64');

const R4 = {
  resourceType: 'DiagnosticReport',
  status: 'final',
  category: RADIOLOGY,
  code: { text: 'CT of the chest' },
  conclusion: WORDS,
};
const R5 = {
  ...R4,
  conclusion: undefined,
  note: [{ text: 'Compared with 2024.' }],
  presentedForm: [{ contentType: 'text/plain', data: base64(`IMPRESSION: ${WORDS}`) }],
};
const XML = `<?xml version="1.0" encoding="UTF-8"?>
<DiagnosticReport xmlns="http://hl7.org/fhir"><status value="final"/><code><text value="CT of the chest"/></code><conclusion value="${WORDS}"/></DiagnosticReport>`;
const parameters = (report: object, language?: object) => ({
  resourceType: 'Parameters',
  parameter: [{ name: 'report', resource: report }, ...(language ? [{ name: 'language', ...language }] : [])],
});

let at: ApiSite | undefined;
let document: Document;
beforeAll(async () => {
  const reader = createReader({ knowledge: new URL('../../knowledge/dist/', import.meta.url) });
  at = await apiSite('sqlite', { access: 'key', perMinute: 60 }, { reader });
  document = await (await fetch(`${at.url}/api/v1/openapi.json`)).json();
});
afterAll(() => at?.close());

function site(): ApiSite {
  if (!at) throw new Error('not started');
  return at;
}

/** As a page of the site, unless it is to be asked with a key. */
async function ask(
  body: string | object,
  { kind = 'application/fhir+json', key = null as string | null, path = EXPLAIN } = {},
) {
  const answer = await fetch(site().url + path, {
    method: 'POST',
    headers: {
      'Content-Type': kind,
      // no limit is to stand before what is tested
      ...(key === null ? { Authorization: `Bearer ${await freshKey()}` } : { Authorization: `Bearer ${key}` }),
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: answer.status, json: await expectTold(document, NAME, answer), headers: answer.headers };
}
/** With points of its own; an account has room for so many keys. */
async function freshKey(): Promise<string> {
  const { rows, anaId } = site();
  for (const { id, name } of await rows.list(anaId))
    if (name === 'fresh') await rows.end({ userId: anaId, device: '' }, id);
  return (await rows.make({ userId: anaId, device: '' }, { name: 'fresh', scopes: ['explain'], endsOn: null })) ?? '';
}

describe('a report is explained', () => {
  test.each([
    ['R4, its conclusion', R4, undefined],
    ['R5, a file in it', R5, undefined],
    ['in Parameters', parameters(R4), undefined],
    ['as JSON', R4, 'application/json; charset=utf-8'],
    ['as XML', XML, 'application/fhir+xml'],
    [
      'in a Bundle, of what it refers to',
      parameters({
        resourceType: 'Bundle',
        type: 'collection',
        entry: [
          {
            fullUrl: 'urn:uuid:1',
            resource: { ...R4, conclusion: undefined, result: [{ reference: 'urn:uuid:2' }] },
          },
          {
            fullUrl: 'urn:uuid:2',
            resource: {
              resourceType: 'Observation',
              status: 'final',
              code: { coding: [{ system: 'http://loinc.org', code: '19005-8' }] },
              valueString: WORDS,
            },
          },
        ],
      }),
      undefined,
    ],
  ])('%s', async (_, body, kind) => {
    const { status, json } = await ask(body, kind === undefined ? {} : { kind });
    expect(status).toBe(200);
    expect(json).toMatchObject({ resourceType: 'Bundle', type: 'document' });
    const [, { resource: report }] = (json as { entry: [object, { resource: { text: { div: string } } }] }).entry;
    expect(report).toMatchObject({ resourceType: 'DiagnosticReport', language: 'en' });
    expect(report.text.div).toContain('There is a stable 6 mm spot in the upper part of the right lung.');
    expect(report.text.div).toMatch(/collapsed lung|air around the lung|pneumothorax/i);
  });

  test.each([
    ['es', { valueCode: 'es' }],
    ['zh-Hans', { valueString: 'zh' }],
  ])('in %s where that is asked for', async (language, asked) => {
    expect((await ask(parameters(R4, asked))).json).toMatchObject({ entry: [{ resource: { language } }, {}, {}] });
  });
});

describe('what cannot be explained is an OperationOutcome', () => {
  const loud = 'a'.repeat(20);
  test.each([
    ['no JSON', '{"resourceType": ', 400, 'invalid'],
    ['another resource', { resourceType: 'Patient' }, 400, 'invalid'],
    ['no resource', [], 400, 'invalid'],
    ['Parameters without a report', { resourceType: 'Parameters', parameter: [] }, 400, 'invalid'],
    [
      'two reports',
      { ...parameters(R4), parameter: [...parameters(R4).parameter, ...parameters(R4).parameter] },
      400,
      'invalid',
    ],
    ['an unknown language', parameters(R4, { valueCode: 'tlh' }), 400, 'invalid'],
    ['a report without words', { ...R4, conclusion: undefined }, 422, 'required|structure|processing'],
    ['a withdrawn report', { ...R4, status: 'entered-in-error' }, 415, 'not-supported'],
    ['a result of a laboratory', { ...R4, category: [{ coding: [{ code: 'LAB' }] }] }, 415, 'not-supported'],
    [
      'no radiology',
      {
        ...R4,
        category: undefined,
        code: { text: 'Letter' },
        conclusion: `Dear ${loud}, your parcel has arrived. Please collect it.`,
      },
      422,
      'business-rule',
    ],
    ['a level too many', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`, 400, 'invalid'],
  ])('%s', async (_, body, status, code) => {
    const { json, ...answer } = await ask(body);
    expect([answer.status, (json as { resourceType: string }).resourceType]).toEqual([status, 'OperationOutcome']);
    const [issue] = (json as { issue: { code: string; details: { text: string }; diagnostics: string }[] }).issue;
    expect(issue?.code).toMatch(new RegExp(code));
    expect(JSON.stringify(issue)).not.toContain(loud);
  });

  test('another kind, no key, a key without the scope, and too much: each with its code', async () => {
    const { keys, without } = site();
    const codeOf = (json: unknown) => (json as { issue: { code: string }[] }).issue[0]?.code;
    const kind = await ask(XML, { kind: 'text/plain' });
    expect([kind.status, codeOf(kind.json)]).toEqual([415, 'not-supported']);
    const slip = await ask(R4, { key: 'rs_no' });
    expect([slip.status, codeOf(slip.json), slip.headers.get('www-authenticate')]).toEqual([
      401,
      'login',
      'Bearer realm="ReadingScan", error="invalid_token"',
    ]);
    const scope = await ask(R4, { key: without.explain });
    expect([scope.status, codeOf(scope.json)]).toEqual([403, 'forbidden']);
    let last = await ask({ resourceType: 'Patient' }, { key: keys.explain });
    for (let asked = 0; asked < 80 && last.status !== 429; asked += 1)
      last = await ask({ resourceType: 'Patient' }, { key: keys.explain });
    expect([last.status, codeOf(last.json), last.headers.has('retry-after')]).toEqual([429, 'throttled', true]);
  });

  test('every code has one of FHIR, and what is not there is told in FHIR too', async () => {
    expect(Object.keys(ISSUES).sort()).toEqual([...PROBLEM_CODES].sort());
    for (const [method, path] of [
      ['GET', EXPLAIN],
      ['GET', '/fhir/Patient/1'],
      ['POST', '/fhir'],
    ] as const) {
      const answer = await fetch(site().url + path, { method });
      expect(answer.headers.get('content-type')).toBe('application/fhir+json');
      expect((await answer.json()).resourceType).toBe('OperationOutcome');
    }
  });
});

test('the server tells what it can, and what it tells of is there', async () => {
  const { url } = site();
  const told = (await expectTold(document, 'GET /fhir/metadata', await fetch(`${url}/fhir/metadata`))) as {
    implementation: { url: string };
    rest: { resource: { type: string; operation: { name: string; definition: string }[] }[] }[];
  };
  expect(told.implementation.url).toBe('https://reports.example/fhir');
  const [{ type, operation } = { type: '', operation: [] }] = told.rest[0]?.resource ?? [];
  expect(operationsOf(document).has(`POST /fhir/${type}/$${operation[0]?.name}`)).toBe(true);
  const path = new URL(operation[0]?.definition ?? '').pathname;
  const definition = await expectTold(document, `GET ${path}`, await fetch(url + path));
  expect(definition).toMatchObject({ url: operation[0]?.definition, code: 'explain', resource: ['DiagnosticReport'] });
});
