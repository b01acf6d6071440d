/** Wing 3, relate, urgency: which words of the urgency document a statement holds, and where. */
import type { Knowledge, Recognized, SegmentedStatement } from '../../stages.ts';
import { buildTrie, eachForm, type Trie } from '../../trie.ts';

/** The normal form of the word → token at which it stands first. */
export type Held = ReadonlyMap<string, number>;

export interface UrgencyWords {
  readonly held: (statement: SegmentedStatement) => Held;
}

const reports = new WeakMap<object, UrgencyWords>();

/** Made once for a report. */
export function urgencyWords(recognized: Recognized, knowledge: Knowledge): UrgencyWords {
  const words = reports.get(recognized.tokens) ?? wordsOf(recognized, knowledge);
  reports.set(recognized.tokens, words);
  return words;
}

/** Words are looked for in overlapping ways: "no large" and "large" are both found. */
function wordsOf({ source, tokens }: Recognized, knowledge: Knowledge): UrgencyWords {
  const trie = urgencyTrie(knowledge);
  const cache = new Map<string, Held>();
  return {
    held: ({ id, from, to }) => {
      const known = cache.get(id);
      if (known) return known;
      const held = new Map<string, number>();
      for (let at = from; at < to; at += 1)
        eachForm(trie, source.text, tokens, at, to, (form) => {
          if (!held.has(form)) held.set(form, at);
        });
      cache.set(id, held);
      return held;
    },
  };
}

const cache = new WeakMap<object, Trie<string>>();

function urgencyTrie({ reading }: Knowledge): Trie<string> {
  let trie = cache.get(reading);
  if (!trie) {
    const { rules, words, advice } = reading.documents.urgency;
    const forms = new Set([
      ...rules.flatMap((r) => [...(r.words ?? []), ...(r.without ?? [])]),
      ...words.flatMap((w) => [...w.match, ...(w.without ?? [])]),
      ...advice.flatMap((a) => a.match),
    ]);
    trie = buildTrie(
      [...forms].map((form) => [form, form] as const),
      reading.spelling,
    );
    cache.set(reading, trie);
  }
  return trie;
}
