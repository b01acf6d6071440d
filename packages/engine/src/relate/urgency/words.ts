/** Wing 3, relate, urgency: which words of the urgency document a statement holds, and where. */
import type { Knowledge, Recognized, SegmentedStatement } from '../../stages.ts';
import { tokenize } from '../../token.ts';
import { buildVocabulary, tagsIn, type Vocabulary } from '../../vocabulary.ts';

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

function wordsOf({ source, tokens }: Recognized, knowledge: Knowledge): UrgencyWords {
  const vocabularies = vocabulariesOf(knowledge);
  const cache = new Map<string, Held>();
  return {
    held: ({ id, from, to }) => {
      const known = cache.get(id);
      if (known) return known;
      const held = new Map<string, number>();
      for (const vocabulary of vocabularies)
        for (const tag of tagsIn(vocabulary, source.text, tokens, from, to))
          if (!held.has(tag.value)) held.set(tag.value, tag.from);
      cache.set(id, held);
      return held;
    },
  };
}

const cache = new WeakMap<object, readonly Vocabulary<string>[]>();

/** One vocabulary for each length in words, so that a longer form does not hide a shorter one inside it. */
function vocabulariesOf({ reading }: Knowledge): readonly Vocabulary<string>[] {
  const known = cache.get(reading);
  if (known) return known;
  const { rules, words, advice } = reading.documents.urgency;
  const forms = [
    ...rules.flatMap((r) => [...(r.words ?? []), ...(r.without ?? [])]),
    ...words.flatMap((w) => [...w.match, ...(w.without ?? [])]),
    ...advice.flatMap((a) => a.match),
  ];
  const byLength = new Map<number, string[]>();
  for (const form of new Set(forms)) {
    const length = tokenize(form, reading.spelling).filter(({ norm }) => norm !== '-').length;
    byLength.set(length, [...(byLength.get(length) ?? []), form]);
  }
  const built = [...byLength.values()].map((all) =>
    buildVocabulary(
      all.map((form) => ({ value: form, match: [form] })),
      reading.spelling,
    ),
  );
  cache.set(reading, built);
  return built;
}
