import type { NextStep } from '@readingscan/engine';
import type { Digest } from '@readingscan/reader/browser';
import { describe, expect, test } from 'vitest';
import { calendarSteps, dayOf, followUps } from '../src/kept/follow-ups.ts';
import { isLongEnough } from '../src/kept/lock.ts';
import { tagsFrom } from '../src/kept/report.ts';
import { foundIn, inOrder, type Listed } from '../src/kept/search.ts';
import { keptReport } from './kept-reports.ts';

const EVERYTHING = { query: '', person: null, tag: null };
const step = (earliest: string, latest: string | null = earliest): NextStep => ({
  text: `A scan on ${earliest}.`,
  recommendation: 'r1',
  due: { from: '2026-01-01', earliest, latest },
  basis: [],
});

function listed(text: string, { date = null as string | null, steps = [] as NextStep[], person = '' } = {}): Listed {
  const digest: Digest = {
    schema: 'readingscan.digest/1',
    study: { modality: 'CT', date },
    parts: ['riñón'],
    headline: 'Quiste pequeño',
    tier: 'routine',
    nextSteps: steps,
  };
  return { place: 'device', report: keptReport(text, { person, tags: ['Knee'] }).report, digest };
}

describe('search', () => {
  const list = [listed('Simple renal cyst.', { person: 'Ana' }), listed('No fracture.')];
  const texts = (query: string) => foundIn(list, { ...EVERYTHING, query }).map(({ report }) => report.source.text);

  test('finds words of the report, of its plain words, of a tag, of a name, whatever their case and marks', () => {
    expect(texts('CYST renal')).toEqual(['Simple renal cyst.']);
    expect(texts('rinon pequeno')).toHaveLength(2);
    expect(texts('knee ana')).toEqual(['Simple renal cyst.']);
    expect(texts('cyst fracture')).toEqual([]);
    expect(texts('  ')).toHaveLength(2);
  });

  test('can be of one person, of one tag', () => {
    expect(foundIn(list, { ...EVERYTHING, person: '' })).toHaveLength(1);
    expect(foundIn(list, { ...EVERYTHING, tag: 'Knee' })).toHaveLength(2);
    expect(foundIn(list, { ...EVERYTHING, tag: 'Hip' })).toHaveLength(0);
  });

  test('finds one among 500 reports of 6 KB; how long that takes is told by `npm run bench`', () => {
    const filler = 'The liver, spleen and kidneys are unremarkable. '.repeat(125);
    const many = Array.from({ length: 500 }, (_, at) => listed(`${filler} Number ${at}.`));
    expect(foundIn(many, { ...EVERYTHING, query: 'number 499.' })).toHaveLength(1);
  });
});

test('the newest scan comes first, what is not told yet last', () => {
  const list = [listed('a', { date: '2024-02-01' }), listed('b', { date: '2026-02-01' }), listed('c')];
  const untold = { ...listed('d', { date: '2027-01-01' }), digest: null };
  expect(inOrder([untold, ...list]).map(({ report }) => report.source.text)).toEqual(['c', 'b', 'a', 'd']);
});

describe('follow-ups', () => {
  const list = [
    listed('a', { steps: [step('2027-03-01'), step('2020-01-01')] }),
    listed('b', { steps: [step('2026-12-01', '2027-01-01'), step('2026-06-01')] }),
    listed('c', { steps: [{ ...step('2027-01-01'), due: null }] }),
  ];

  test('stand in the order in which they are due; one that has passed says so for a year', () => {
    const ahead = followUps(list, '2026-12-15');
    expect(ahead.map(({ step: { due }, isPast }) => [due.earliest, isPast])).toEqual([
      ['2026-06-01', true],
      ['2026-12-01', false],
      ['2027-03-01', false],
    ]);
  });

  test('are events of their own in one calendar, those that have passed left out', () => {
    const steps = calendarSteps(followUps(list, '2026-12-15'));
    expect(new Set(steps.map(({ recommendation }) => recommendation)).size).toBe(2);
  });

  test('today is the day of the person’s own clock', () => {
    expect(dayOf(new Date(2026, 10, 29, 23, 30))).toBe('2026-11-29');
    expect(dayOf(new Date(2026, 10, 29, 0, 30))).toBe('2026-11-29');
  });
});

test('tags are cut at commas of any language, each once', () => {
  expect(tagsFrom(' knee, 2026，膝盖、knee, ')).toEqual(['knee', '2026', '膝盖']);
});

test('a passphrase is counted by its letters, without what stands around them', () => {
  expect(isLongEnough('   abc      ')).toBe(false);
  expect(isLongEnough('four words ok')).toBe(true);
});
