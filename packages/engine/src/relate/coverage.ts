/** Wing 3, relate: how many content words were understood, and which were not. */
import type { Coverage, Span } from '../document.ts';
import { LAYERS } from '../lexicon.ts';
import type { Knowledge, Recognized } from '../stages.ts';

export function coverageOf(recognized: Recognized, knowledge: Knowledge): Coverage {
  const everyday = everydayWords(knowledge);
  const understood = new Uint8Array(recognized.tokens.length);
  for (const layer of LAYERS) for (const match of recognized.matches[layer]) understood.fill(1, match.from, match.to);
  const unknown: Span[] = [];
  let contentWords = 0;
  let known = 0;
  for (const statement of recognized.statements) {
    for (let at = statement.from; at < statement.to; at += 1) {
      const token = recognized.tokens[at];
      if (token?.kind !== 'word') continue;
      contentWords += 1;
      if (understood[at] || everyday.has(token.norm)) known += 1;
      else unknown.push([token.start, token.end]);
    }
  }
  return { contentWords, understood: known, unknown };
}

const cache = new WeakMap<object, ReadonlySet<string>>();
function everydayWords(knowledge: Knowledge): ReadonlySet<string> {
  let words = cache.get(knowledge.reading);
  if (!words) {
    words = new Set(knowledge.reading.lists.everyday ?? []);
    cache.set(knowledge.reading, words);
  }
  return words;
}
