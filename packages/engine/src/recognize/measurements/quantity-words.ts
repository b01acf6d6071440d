/** Wing 2, recognize, measurements: the units document as tries. */
import type { ReadingDocuments } from '@readingscan/knowledge';
import { longestForm } from '../../search.ts';
import type { Knowledge } from '../../stages.ts';
import type { Token } from '../../token.ts';
import { buildTrie, type Trie } from '../../trie.ts';

type Units = ReadingDocuments['units'];
export type WordKind = keyof Units['words'];
export type Bound = Units['bounds'][number]['qualifier'];

export interface UnitMeaning {
  readonly kind: 'length' | 'other' | 'ignored';
  readonly unit: string;
  readonly factor: number;
}
export interface NamedMeaning {
  readonly unit: string;
  readonly signed: boolean;
}
export type WordMeaning = { readonly kind: WordKind } | { readonly kind: 'bound'; readonly qualifier: Bound };

export interface QuantityWords {
  readonly units: Trie<UnitMeaning>;
  readonly named: Trie<NamedMeaning>;
  readonly numbers: Trie<number>;
  readonly words: Trie<WordMeaning>;
  /** unit → words that exclude it */
  readonly excluded: ReadonlyMap<string, Trie<true>>;
}

const cache = new WeakMap<object, QuantityWords>();

export function quantityWords({ reading, lexicon }: Knowledge): QuantityWords {
  const known = cache.get(reading);
  if (known) return known;
  const { units } = reading.documents;
  const build = <T>(entries: Iterable<readonly [string, T, boolean?]>): Trie<T> => buildTrie(entries, lexicon.spelling);
  const made: QuantityWords = {
    units: build<UnitMeaning>([
      ...units.lengths.flatMap((u) => formsOf<UnitMeaning>(u, { kind: 'length', unit: 'mm', factor: u.mm })),
      ...units.others.flatMap((u) => formsOf<UnitMeaning>(u, { kind: 'other', unit: u.unit, factor: u.factor })),
      ...units.ignored.map((form): readonly [string, UnitMeaning] => [
        form,
        { kind: 'ignored', unit: form, factor: 1 },
      ]),
    ]),
    named: build<NamedMeaning>(units.named.flatMap((u) => formsOf(u, { unit: u.unit, signed: u.signed }))),
    numbers: build(Object.entries(units.numbers)),
    words: build<WordMeaning>([
      ...kindsOf(units.words).flatMap(([kind, forms]) =>
        forms.map((form): readonly [string, WordMeaning] => [form, { kind }]),
      ),
      ...units.bounds.flatMap(({ qualifier, match }) =>
        match.map((form): readonly [string, WordMeaning] => [form, { kind: 'bound', qualifier }]),
      ),
    ]),
    excluded: new Map(
      units.excluded.flatMap(({ units: names, near }) => {
        const trie = build(near.map((form) => [form, true] as const));
        return names.map((name) => [name, trie] as const);
      }),
    ),
  };
  cache.set(reading, made);
  return made;
}

interface Written {
  readonly match?: readonly string[] | undefined;
  readonly abbreviations?: readonly string[] | undefined;
}

const formsOf = <T>({ match, abbreviations }: Written, value: T): (readonly [string, T, boolean])[] => [
  ...(match ?? []).map((form) => [form, value, false] as const),
  ...(abbreviations ?? []).map((form) => [form, value, true] as const),
];

const KINDS: readonly WordKind[] = [
  'filler',
  'times',
  'range',
  'arrow',
  'decimal-point',
  'axis',
  'label',
  'prior-before',
  'prior-after',
  'prior-noted',
  'past',
  'now',
  'from',
  'ranging',
  'changed',
  'difference-before',
  'difference-after',
  'measuring',
  'landmark-after',
  'technique',
  'device-after',
  'barrier',
  'month',
  'ago',
];
const kindsOf = (words: Units['words']): (readonly [WordKind, readonly string[]])[] =>
  KINDS.map((kind) => [kind, words[kind]] as const);

/** Whether a word of this kind begins at a token; the token after it, else 0. */
export function wordOfKind(
  vocabulary: QuantityWords,
  text: string,
  tokens: readonly Token[],
  at: number,
  kind: WordMeaning['kind'],
): number {
  const found = longestForm(vocabulary.words, text, tokens, at);
  return found?.values.some((value) => value.kind === kind) ? found.to : 0;
}
