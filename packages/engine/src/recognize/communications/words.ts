/** Wing 2, recognize: the words of a statement as parts of a passing-on: verb, recipient, plan, failure. */
import type { ReadingDocuments, ReadingKnowledge } from '@readingscan/knowledge';
import { buildKinds } from '../../kinds.ts';
import { tagsIn } from '../../search.ts';
import type { Token } from '../../token.ts';
import type { Trie } from '../../trie.ts';

export type Part = keyof ReadingDocuments['communications']['words'];
export type Parts = Trie<ReadonlySet<Part>>;

/** A word or several of the vocabulary, or one token that is in none. Tokens `[from, to)`. */
export interface Word {
  readonly parts: ReadonlySet<Part>;
  readonly from: number;
  readonly to: number;
  readonly norm: string;
}

const NONE: ReadonlySet<Part> = new Set();

export function wordsOf(parts: Parts, text: string, tokens: readonly Token[], from: number, to: number): Word[] {
  const words: Word[] = [];
  let at = from;
  const fill = (end: number): void => {
    for (; at < end; at += 1) words.push({ parts: NONE, from: at, to: at + 1, norm: tokens[at]?.norm ?? '' });
  };
  for (const tag of tagsIn(parts, text, tokens, from, to)) {
    fill(tag.from);
    words.push({ parts: tag.value, from: tag.from, to: tag.to, norm: tokens[tag.from]?.norm ?? '' });
    at = tag.to;
  }
  fill(to);
  return words;
}

export const is = (word: Word | undefined, ...parts: readonly Part[]): boolean =>
  word !== undefined && word.parts.size > 0 && parts.some((part) => word.parts.has(part));

const cache = new WeakMap<object, Parts>();
export function partsOf(knowledge: ReadingKnowledge): Parts {
  let parts = cache.get(knowledge);
  if (!parts) {
    parts = buildKinds(knowledge.documents.communications.words, knowledge.spelling);
    cache.set(knowledge, parts);
  }
  return parts;
}
