/** What a program keeps beside the knowledge is just what it would make of it. */
import { readFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { ReadingKnowledge } from '@readingscan/knowledge';
import { describe, expect, it } from 'vitest';
import { createEngine, type Prepared, prepare } from '../src/index.ts';
import { knowledgeOf } from '../src/knowledge.ts';
import { keptPlaces } from '../src/word-places.ts';
import { goldenReports } from './support/golden.ts';

const here = (path: string): URL => new URL(path, import.meta.url);
const reading: ReadingKnowledge = JSON.parse(readFileSync(here('../../knowledge/dist/en.reading.json'), 'utf8'));
const kept: Prepared = deserialize(serialize(prepare(reading)));
describe('a knowledge with what was prepared of it', () => {
  const made = knowledgeOf(reading, null);
  const opened = knowledgeOf(reading, null, null, kept);

  it('knows every first word and its forms', () => {
    const words = [...made.lexicon.forms.first.keys()];
    expect([...opened.lexicon.forms.first.keys()]).toEqual(words);
    for (const [place, word] of words.entries()) {
      expect(opened.lexicon.forms.first.get(word)).toBe(place);
      if (place % 17 === 0) expect(opened.lexicon.forms.formsAt(place)).toEqual(made.lexicon.forms.formsAt(place));
    }
  });

  it('knows the same of every word', () => {
    const words = [...made.lexicon.forms.first.keys(), ...kept.words.places.lines.split('\n'), 'unheard-of', '7'];
    expect(words.length).toBeGreaterThan(10_000);
    const differing = words.filter(
      (word) => JSON.stringify(opened.book.of(word)) !== JSON.stringify(made.book.of(word)),
    );
    expect(differing).toEqual([]);
  });

  it('reads reports alike', () => {
    const [plain, quick] = [createEngine(reading, null), createEngine(reading, null, null, kept)];
    const reports = goldenReports();
    expect(reports.length).toBeGreaterThan(10);
    for (const { report: text } of reports)
      expect(quick.read({ kind: 'text', text })).toEqual(plain.read({ kind: 'text', text }));
  });
});

it('what was prepared of another knowledge goes unused', () => {
  const forms = { ...kept.forms, first: keptPlaces(['nothing']), starts: Int32Array.of(0, 0) };
  const { lexicon } = knowledgeOf(reading, null, null, { ...kept, forms, digest: 'another' });
  expect(lexicon.forms.first.size).toBeGreaterThan(5_000);
});
