/** Ground floor: word lists by kind as one trie: a form that stands in several lists carries the names of all of them. */

import { buildTrie, type FormEntry, type Trie } from './trie.ts';
import type { Spelling } from './word.ts';

export function buildKinds<K extends string>(
  words: Readonly<Record<K, readonly string[]>>,
  spelling: Spelling,
): Trie<ReadonlySet<K>> {
  const entries: FormEntry<ReadonlySet<K>>[] = [];
  for (const kind in words) {
    const value: ReadonlySet<K> = new Set([kind]);
    for (const form of words[kind]) entries.push([form, value]);
  }
  return buildTrie(entries, spelling, (one, other) => new Set([...one, ...other]));
}
