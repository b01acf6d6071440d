/** The FHIR document: what R4 asks of one, and that nothing in it is coded as a finding. */
import { describe, expect, test } from 'vitest';
import { render } from '../src/index.ts';
import { LANGUAGES, REPORT, told } from './told.ts';

const MADE = '2026-11-29T10:00:00Z';
const document = (text: string, language: (typeof LANGUAGES)[number] = 'en', made = MADE) =>
  JSON.parse(String(render(told(text, language), 'fhir', { made })));

const bundle = document(REPORT);
const [composition, report, device] = bundle.entry.map(({ resource }: { resource: object }) => resource);

test('is a document bundle: an identifier, a time, the Composition first, every reference within it', () => {
  expect(bundle).toMatchObject({ resourceType: 'Bundle', type: 'document', timestamp: MADE });
  expect(bundle.identifier.value).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect([composition.resourceType, report.resourceType, device.resourceType]).toEqual([
    'Composition',
    'DiagnosticReport',
    'Device',
  ]);
  const names = bundle.entry.map(({ fullUrl }: { fullUrl: string }) => fullUrl);
  expect(new Set(names).size).toBe(3);
  for (const [, reference] of JSON.stringify(bundle).matchAll(/"reference":"([^"]+)"/g))
    expect(names).toContain(reference);
});

test('the Composition has what R4 requires, and a section for each part of the page', () => {
  expect(composition).toMatchObject({ status: 'final', date: MADE, title: 'For my visit' });
  expect(composition.type.coding).toEqual([{ system: 'http://loinc.org', code: '34895-3' }]);
  const titles = composition.section.map(({ title }: { title: string }) => title);
  expect(titles.slice(0, 3)).toEqual(['Your report in plain words', 'What the Impression says', 'What to do next']);
});

test('the report is in it as it was read, its Impression word by word, the explanation as its narrative', () => {
  expect(Buffer.from(report.presentedForm[0].data, 'base64').toString('utf8')).toBe(REPORT);
  expect(report.conclusion).toBe(
    'Left lower lobe nodule, 7 mm. Follow-up chest CT in 6 months is recommended.\nNo pleural effusion.',
  );
  expect(report.effectiveDateTime).toBe('2026-02-10');
  expect(report.text.status).toBe('additional');
  expect(report).not.toHaveProperty('conclusionCode');
  expect(report).not.toHaveProperty('result');
});

describe('narratives', () => {
  test.each(LANGUAGES)('are well-formed XHTML with nothing that R4 forbids: %s', (language) => {
    const all = JSON.stringify(document(REPORT, language));
    const divs = [...all.matchAll(/"div":("(?:[^"\\]|\\.)*")/g)].map(([, json = '""']) => String(JSON.parse(json)));
    expect(divs.length).toBeGreaterThan(4);
    for (const div of divs) {
      expect(div).toMatch(/^<div xmlns="http:\/\/www.w3.org\/1999\/xhtml" lang="[a-zA-Z-]+">/);
      expect(div).not.toMatch(/<(?:script|form|section|a|link|style|mark)\b/);
      const open: string[] = [];
      for (const [, isEnd, name] of div.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g))
        if (isEnd) expect(open.pop()).toBe(name);
        else open.push(name ?? '');
      expect(open).toEqual([]);
      expect(div.replace(/<[^>]*>/g, '')).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|quot;)/);
    }
  });
});

test('the standing of the report is kept', () => {
  const preliminary = document(`PRELIMINARY REPORT\n${REPORT}`);
  expect(preliminary.entry[1].resource.status).toBe('preliminary');
  expect(preliminary.entry[0].resource.status).toBe('preliminary');
  expect(document('IMPRESSION: No pleural effusion.').entry[1].resource.status).toBe('unknown');
});

test('another text or another time is another document', () => {
  const names = [
    bundle,
    document(`${REPORT} `),
    document(REPORT, 'en', '2026-11-30T10:00:00Z'),
    document(REPORT, 'es'),
  ].map(({ identifier }) => identifier.value);
  expect(new Set(names).size).toBe(4);
  expect(document(REPORT)).toEqual(bundle);
});
