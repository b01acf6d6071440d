/** Ground floor: the names of meetings of several specialists, and what they are for: "tumor board", "lung". */
import type { ReadingKnowledge } from '@readingscan/knowledge';
import { buildTrie, formsOf, type Trie } from './trie.ts';

export interface BoardWord {
  /** what the meeting is for; null for a name of the meeting */
  readonly kind: string | null;
}

const cache = new WeakMap<ReadingKnowledge, Trie<BoardWord>>();

export function boardWords(reading: ReadingKnowledge): Trie<BoardWord> {
  let words = cache.get(reading);
  if (!words) {
    const { names, kinds } = reading.documents.recommendations.boards;
    const forms = [
      ...formsOf<BoardWord>({ kind: null }, names),
      ...kinds.flatMap(({ kind, match }) => formsOf({ kind }, match)),
    ];
    words = buildTrie(forms, reading.spelling);
    cache.set(reading, words);
  }
  return words;
}
