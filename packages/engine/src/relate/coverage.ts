/** Wing 3, relate: how many content words were understood, and which were not. */
import type { Coverage, Span } from '../document.ts';
import { everydayWords } from '../everyday.ts';
import { LAYERS } from '../lexicon.ts';
import type { Knowledge, Recognized } from '../stages.ts';

export function coverageOf(recognized: Recognized, knowledge: Knowledge): Coverage {
  const everyday = everydayWords(knowledge.reading);
  const understood = new Uint8Array(recognized.tokens.length);
  for (const layer of LAYERS)
    for (const { from, to } of recognized.matches[layer]) for (let at = from; at < to; at += 1) understood[at] = 1;
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
