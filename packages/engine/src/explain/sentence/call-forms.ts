/** Wing 4, explain: verbs of passing on and roles of those told, as one tree of forms. */
import type { WordsKnowledge } from '@readingscan/knowledge';
import { buildTrie, type Trie } from '../../trie.ts';
import type { Spelling } from '../../word.ts';

type Calls = WordsKnowledge['documents']['calls'];

export interface CallWord {
  readonly verb?: Calls['verbs'][number];
  readonly role?: string;
}

const cache = new WeakMap<Calls, Trie<CallWord>>();

/** Made once for a language. */
export function callForms(calls: Calls, spelling: Spelling): Trie<CallWord> {
  let forms = cache.get(calls);
  if (!forms) {
    const entries = [
      ...calls.verbs.flatMap((verb) => verb.match.map((form): [string, CallWord] => [form, { verb }])),
      ...calls.roles.flatMap(({ match, plain }) => match.map((form): [string, CallWord] => [form, { role: plain }])),
    ];
    forms = buildTrie(entries, spelling, (one, other) => ({ ...other, ...one }));
    cache.set(calls, forms);
  }
  return forms;
}
