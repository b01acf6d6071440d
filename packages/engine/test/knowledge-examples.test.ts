/** Every knowledge entry is matched in each of its `hit` examples, and in none of its `miss` examples, by the real lexicon. */
import { fileURLToPath } from 'node:url';
import { compile } from '@readingscan/knowledge/compile';
import { describe, expect, it } from 'vitest';
import { knowledgeOf } from '../src/knowledge.ts';
import { findMatches } from '../src/lexicon.ts';
import { tokenize } from '../src/token.ts';

const LAYERS = ['concept', 'modifier', 'cue', 'change', 'phrase'] as const;

const { reading, loaded } = compile(fileURLToPath(new URL('../../knowledge/data', import.meta.url)), 'en', 'test', {
  keepGoing: process.env.KNOWLEDGE_KEEP_GOING !== undefined,
});
const { lexicon, book } = knowledgeOf(reading, null);

const sentences = (examples: unknown, kind: 'hit' | 'miss'): readonly string[] => {
  const found: unknown = typeof examples === 'object' && examples !== null ? Reflect.get(examples, kind) : [];
  return Array.isArray(found) ? found.map(String) : [];
};

describe.each(LAYERS)('%s', (layer) => {
  const entries = loaded.entries.filter((entry) => entry.layer === layer);
  const isMatched = (text: string, entry: number): boolean =>
    findMatches(text, tokenize(text, book), lexicon)[layer].some((match) => match.entry === entry);
  const wrong = (kind: 'hit' | 'miss'): string[] =>
    entries.flatMap(({ value, file }, index) =>
      sentences(value.examples, kind)
        .filter((text) => isMatched(text, index) !== (kind === 'hit'))
        .map((text) => `${file.name}: ${String(value.id ?? value.slug)}: ${text}`),
    );

  it('matches what it should', () => {
    expect(wrong('hit')).toEqual([]);
  });
  it('does not match what it should not', () => {
    expect(wrong('miss')).toEqual([]);
  });
});
