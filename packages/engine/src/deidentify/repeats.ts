/** Deidentify: a name that was found, once more in another place of the text. */
import { startsUpper } from '../segment/letters.ts';
import type { Cues } from './cues.ts';
import type { Marked } from './marked.ts';
import type { NameText, Run } from './name-run.ts';

/** A part of a name found elsewhere in the text, but not "Baker cyst" for a patient called Baker; both parts together always. */
export function repeated({ text, tokens }: NameText, runs: readonly Run[], cues: Cues): readonly Marked[] {
  const parts = new Set<string>();
  const pairs = new Set<string>();
  for (const [from, to] of runs) {
    const words = tokens
      .slice(from, to)
      .filter(
        ({ kind, norm }) => kind === 'word' && norm.length >= 2 && !cues.particles.has(norm) && !cues.titles.has(norm),
      );
    words.forEach((word, i) => {
      const next = words[i + 1];
      if (next) pairs.add(`${word.norm} ${next.norm}`).add(`${next.norm} ${word.norm}`);
      if (word.norm.length >= 3 && !cues.medical(word.norm) && !cues.everyday.has(word.norm)) parts.add(word.norm);
    });
  }
  return tokens.flatMap((token, at): Marked[] => {
    if (token.kind !== 'word' || !startsUpper(text, token)) return [];
    const next = tokens[at + 1]?.norm === ',' ? tokens[at + 2] : tokens[at + 1];
    if (next && pairs.has(`${token.norm} ${next.norm}`) && startsUpper(text, next))
      return [{ start: token.start, end: next.end, label: 'NAME' }];
    return parts.has(token.norm) ? [{ start: token.start, end: token.end, label: 'NAME' }] : [];
  });
}
