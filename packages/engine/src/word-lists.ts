/** Ground floor: the plain lists of the knowledge (data/<language>/lists), each made ready for look-up when it is first asked for. */
import type { ReadingKnowledge } from '@readingscan/knowledge';
import { phraseTrie, type Trie } from './trie.ts';

interface Made {
  readonly words: Map<string, ReadonlySet<string>>;
  readonly forms: Map<string, Trie<true>>;
}

const cache = new WeakMap<ReadingKnowledge, Made>();

function madeOf(reading: ReadingKnowledge): Made {
  let made = cache.get(reading);
  if (!made) {
    made = { words: new Map(), forms: new Map() };
    cache.set(reading, made);
  }
  return made;
}

/** A list of single words. */
export function listed(reading: ReadingKnowledge, name: string): ReadonlySet<string> {
  const { words } = madeOf(reading);
  let list = words.get(name);
  if (!list) {
    list = new Set(reading.lists[name]);
    words.set(name, list);
  }
  return list;
}

/** A list of forms of one or more words. */
export function listedForms(reading: ReadingKnowledge, name: string): Trie<true> {
  const { forms } = madeOf(reading);
  let list = forms.get(name);
  if (!list) {
    list = phraseTrie(reading.lists[name] ?? [], reading.spelling);
    forms.set(name, list);
  }
  return list;
}
