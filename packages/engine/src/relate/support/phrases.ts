/** Wing 3, relate: phrases of the signs in the words of a statement, plurals as singulars. */
import type { SegmentedStatement } from '../../stages.ts';
import type { Token } from '../../token.ts';
import { stem } from '../features.ts';
import { added, NOTHING } from '../outline.ts';

/** The first word of each phrase → the phrases that begin with it, in words. */
export type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

export const stemmed = (phrase: string): string => phrase.toLowerCase().split(' ').map(stem).join(' ');

/** Phrases that are stemmed. */
export function phrasesOf(all: Iterable<string>): Phrases {
  const phrases = new Map<string, (readonly string[])[]>();
  for (const phrase of all) {
    const words = wordsOf(phrase);
    const [first = ''] = words;
    const some = phrases.get(first);
    if (some) some.push(words);
    else phrases.set(first, [words]);
  }
  return phrases;
}

/** The signs of a language are few, and each is asked for again and again. */
function wordsOf(phrase: string): readonly string[] {
  let words = parted.get(phrase);
  if (!words) {
    words = phrase.split(' ');
    parted.set(phrase, words);
  }
  return words;
}
const parted = new Map<string, readonly string[]>();

export function phrasesIn(
  tokens: readonly Token[],
  { from, to }: Pick<SegmentedStatement, 'from' | 'to'>,
  phrases: Phrases,
): readonly string[] {
  let found: string[] = NOTHING;
  for (let at = from; at < to; at += 1) {
    const some = phrases.get(stem(tokens[at]?.norm ?? ''));
    if (!some) continue;
    for (const words of some)
      if (at + words.length <= to && words.every((word, i) => stem(tokens[at + i]?.norm ?? '') === word))
        found = added(found, words.join(' '));
  }
  return found;
}
