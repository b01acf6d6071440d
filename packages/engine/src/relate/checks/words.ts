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
  readonly firsts: Trie<ReadonlySet<'first'>>;
  readonly closing: ReadonlySet<string>;
  readonly steady: ReadonlySet<string>;
  readonly within: Trie<ReadonlySet<'within'>>;
  readonly since: Trie<ReadonlySet<'since'>>;
  readonly modality: Trie<ReadonlySet<'here' | 'elsewhere'>>;
  readonly tells: Trie<ReadonlySet<'tells'>>;
  readonly normal: Trie<ReadonlySet<'normal'>>;
  readonly minor: Trie<ReadonlySet<'minor'>>;
  readonly known: Trie<ReadonlySet<'known'>>;
  readonly narrowing: ReadonlySet<string>;
  readonly numbered: ReadonlySet<string>;
  readonly ordinals: ReadonlyMap<string, number>;
  readonly general: ReadonlySet<string>;
  /** finding → the general one it is a kind of */
  readonly kindOf: ReadonlyMap<string, string>;
  /** finding → the groups of findings that may be one, its own and those of what is more general */
  readonly alike: ReadonlyMap<string, readonly number[]>;
  /** region → the regions next to it, and itself */
  readonly near: ReadonlyMap<string, ReadonlySet<string>>;
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
      firsts: buildKinds({ first: comparison.firsts }, spelling),
      closing: new Set(comparison.closing),
      steady: new Set(comparison.steady),
      within: buildKinds({ within: comparison.within }, spelling),
      since: buildKinds({ since: comparison.since }, spelling),
      modality: buildKinds({ here: modality.here, elsewhere: modality.elsewhere }, spelling),
      tells: buildKinds({ tells: modality.tells }, spelling),
      normal: buildKinds({ normal: data.normal }, spelling),
      minor: buildKinds({ minor: data.minor }, spelling),
      known: buildKinds({ known: data.known }, spelling),
      narrowing: new Set(data.narrowing),
      numbered: new Set(data.numbered),
      ordinals: new Map(Object.entries(data.ordinals)),
      general: new Set(data.general),
      kindOf: kindsOf(reading),
      alike: alikeOf(reading),
      near: nearOf(data.near),
    };
    cache.set(reading, words);
  }
  return words;
}

function kindsOf({ concepts, documents }: ReadingKnowledge): ReadonlyMap<string, string> {
  const kinds = new Set(documents.checks.kinds);
  const of = new Map<string, string>();
  for (const { id, kind } of concepts) {
    if (kind !== 'finding') continue;
    for (let at = id.indexOf('-'); at >= 0; at = id.indexOf('-', at + 1)) {
      const end = id.slice(at + 1);
      if (!kinds.has(end)) continue;
      of.set(id, end);
      break;
    }
  }
  return of;
}

const DEEPEST = 12;

function alikeOf({ concepts, documents }: ReadingKnowledge): ReadonlyMap<string, readonly number[]> {
  const own = new Map<string, number[]>();
  for (const [index, group] of documents.checks.alike.entries())
    for (const id of group) own.set(id, [...(own.get(id) ?? []), index]);
  const parent = new Map(concepts.map(({ id, broader }) => [id, broader]));
  const alike = new Map<string, readonly number[]>();
  for (const { id } of concepts) {
    const groups = new Set<number>();
    let at: string | undefined = id;
    for (let depth = 0; at !== undefined && depth < DEEPEST; depth += 1) {
      for (const group of own.get(at) ?? []) groups.add(group);
      at = parent.get(at);
    }
    if (groups.size > 0) alike.set(id, [...groups]);
  }
  return alike;
}

function nearOf(groups: readonly (readonly string[])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const near = new Map<string, Set<string>>();
  for (const group of groups)
    for (const region of group) {
      const own = near.get(region) ?? new Set<string>();
      for (const one of group) own.add(one);
      near.set(region, own);
    }
  return near;
}
