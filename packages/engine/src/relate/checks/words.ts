/** Wing 3, relate, checks: the words that the checks look for, found in one pass over a statement. */
import type { ReadingDocuments, ReadingKnowledge } from '@readingscan/knowledge';
import { buildKinds } from '../../kinds.ts';
import type { Trie } from '../../trie.ts';

type Data = ReadingDocuments['checks'];

export interface CheckWords {
  readonly data: Data;
  /** one vocabulary for each group, so that a long form of one does not hide a short one of another */
  readonly sides: Trie<ReadonlySet<'left' | 'right' | 'both'>>;
  readonly sex: Trie<ReadonlySet<'male' | 'female' | 'others'>>;
  readonly comparison: Trie<ReadonlySet<'none' | 'but' | 'claim'>>;
  readonly empty: Trie<ReadonlySet<'empty' | 'label'>>;
  readonly within: Trie<ReadonlySet<'within'>>;
  readonly since: Trie<ReadonlySet<'since'>>;
  readonly modality: Trie<ReadonlySet<'here' | 'elsewhere'>>;
  readonly normal: Trie<ReadonlySet<'normal'>>;
  readonly minor: Trie<ReadonlySet<'minor'>>;
  readonly known: Trie<ReadonlySet<'known'>>;
  readonly narrowing: ReadonlySet<string>;
  readonly numbered: ReadonlySet<string>;
  readonly ordinals: ReadonlyMap<string, number>;
  readonly general: ReadonlySet<string>;
}

const cache = new WeakMap<object, CheckWords>();

export function checkWords(reading: ReadingKnowledge): CheckWords {
  let words = cache.get(reading);
  if (!words) {
    const { checks: data } = reading.documents;
    const { sides, sex, comparison, modality } = data;
    const { spelling } = reading;
    words = {
      data,
      sides: buildKinds({ left: sides.left, right: sides.right, both: sides.both }, spelling),
      sex: buildKinds({ male: sex.male, female: sex.female, others: sex.others }, spelling),
      comparison: buildKinds({ none: comparison.none, but: comparison.but, claim: comparison.claims }, spelling),
      empty: buildKinds({ empty: comparison.empty, label: comparison.labels }, spelling),
      within: buildKinds({ within: comparison.within }, spelling),
      since: buildKinds({ since: comparison.since }, spelling),
      modality: buildKinds({ here: modality.here, elsewhere: modality.elsewhere }, spelling),
      normal: buildKinds({ normal: data.normal }, spelling),
      minor: buildKinds({ minor: data.minor }, spelling),
      known: buildKinds({ known: data.known }, spelling),
      narrowing: new Set(data.narrowing),
      numbered: new Set(data.numbered),
      ordinals: new Map(Object.entries(data.ordinals)),
      general: new Set(data.general),
    };
    cache.set(reading, words);
  }
  return words;
}
