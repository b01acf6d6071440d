/** What holds for any text at all: the engine never throws, is deterministic, and keeps its spans inside the text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english, TOLD, toldIn } from './support/english.ts';
import { goldenReports } from './support/golden.ts';
import { breaches, breachesInTranslation, facts } from './support/guarantees.ts';

const words = goldenReports().flatMap(({ report }) => report.split(/(?<=\s)/));
const salad = fc
  .array(
    fc.constantFrom(...words, 'IMPRESSION:', '\n', '\n\n', '1. ', ' no ', ' left ', '6 mm ', '; ', '(', ')', '\u00a0'),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

describe('any text', () => {
  it('is read and explained without throwing, and keeps the guarantees', () => {
    fc.assert(
      fc.property(fc.oneof(salad, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        if (text.trim() === '') return;
        expect(breaches(english().explain({ kind: 'text', text }))).toEqual([]);
      }),
      { numRuns: 600, seed: 7 },
    );
  });
  it.each(TOLD)('is told in %s with the facts of English, and keeps the guarantees', (language) => {
    fc.assert(
      fc.property(salad, (text) => {
        if (text.trim() === '') return;
        const source = { kind: 'text', text } as const;
        const told = toldIn(language).explain(source);
        expect(breachesInTranslation(told)).toEqual([]);
        expect(facts(told)).toEqual(facts(english().explain(source)));
      }),
      { numRuns: 300, seed: 10 },
    );
  });
  it('gives the same bytes twice', () => {
    const read = (text: string): string => JSON.stringify(english().read({ kind: 'text', text }));
    fc.assert(
      fc.property(salad, (text) => {
        const first = read(text);
        expect(read(text)).toBe(first);
      }),
      { numRuns: 100, seed: 8 },
    );
  });
  it('keeps the text unchanged to the last character', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => english().read({ kind: 'text', text }).source.text === text),
      { numRuns: 200, seed: 9 },
    );
  });
});

/** What a reading says, without where it stands. */
function meaning(text: string): object {
  const { findings, measurements, recommendations, impression, sections, checks } = english().read({
    kind: 'text',
    text,
  });
  return {
    findings: findings.map(({ concept, assertion, anatomy, severity, change }) => [
      concept,
      { ...assertion, basis: [] },
      anatomy.map((place) => [place.concept, place.laterality, place.level]),
      severity,
      change?.direction,
    ]),
    measurements: measurements.map(({ mm, value, unit, role }) => [mm, value, unit, role]),
    recommendations: recommendations.map(({ action, modality, interval }) => [action, modality, interval]),
    urgency: impression.map(({ urgency }) => urgency),
    sections: sections.map(({ code }) => code),
    checks: checks.map(({ kind }) => kind),
  };
}

describe('a report in another dress reads the same', () => {
  const dresses: readonly (readonly [name: string, dress: (text: string) => string])[] = [
    ['lines end as on Windows', (text) => text.replace(/\r?\n/g, '\r\n')],
    ['composed characters', (text) => text.normalize('NFC')],
    ['decomposed characters', (text) => text.normalize('NFD')],
    ['spaces that do not break', (text) => text.replaceAll(' ', '\u00a0')],
    ['blanks at the ends of lines', (text) => text.replace(/\n/g, '  \n')],
  ];
  for (const [name, dress] of dresses)
    it(name, () => {
      for (const { report } of goldenReports()) expect(meaning(dress(report))).toEqual(meaning(report));
    });
});
