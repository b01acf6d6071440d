/** Wing 2, recognize, scores: the scales and the words around them as tries. */
import type { ReadingDocuments } from '@readingscan/knowledge';
import type { Knowledge } from '../../stages.ts';
import { buildTrie, type FormEntry, type Trie } from '../../trie.ts';

export type ScaleEntry = ReadingDocuments['scales'][number];
type WordKind = Exclude<keyof ReadingDocuments['scores'], 'source' | 'reviewed'>;

export interface Scale {
  readonly entry: ScaleEntry;
  /** written category, lower case → code */
  readonly codes: ReadonlyMap<string, string>;
  readonly phrases: Trie<string>;
  readonly prefixes: ReadonlySet<string>;
  readonly suffixes: ReadonlySet<string>;
  /** words that a short name needs in its statement, and those that make it something else */
  readonly beside: ReadonlySet<string>;
  readonly apart: ReadonlySet<string>;
  /** written, lower case → as told */
  readonly modifiers: ReadonlyMap<string, string>;
}

export interface ScaleName {
  readonly scale: Scale;
  readonly kind: 'name' | 'near' | 'tight' | 'graded';
  /** counts only where a word of the scale's context stands in the report */
  readonly context: boolean;
}

export interface ScaleWords {
  readonly names: Trie<ScaleName>;
  /** TR4, LR5: capitals written against the category */
  readonly glued: ReadonlyMap<string, readonly Scale[]>;
  readonly words: Trie<WordKind>;
  readonly numbers: Trie<number>;
  readonly measured: readonly Scale[];
  /** "T" → T-score */
  readonly letters: ReadonlyMap<string, Scale>;
  /** where the keys of measured scales draw their lines, without sign, and the words for what lies between */
  readonly cuts: ReadonlySet<number>;
  readonly states: Trie<string>;
  /** first word of a name → the words that may stand second */
  readonly pairs: ReadonlyMap<string, ReadonlySet<string>>;
}

const cache = new WeakMap<object, ScaleWords>();

export function scaleWords({ reading, lexicon }: Knowledge): ScaleWords {
  const known = cache.get(reading);
  if (known) return known;
  const { scales, scores, units } = reading.documents;
  const { spelling } = lexicon;
  const names: FormEntry<ScaleName>[] = [];
  const glued = new Map<string, Scale[]>();
  const measured: Scale[] = [];
  for (const entry of scales) {
    const scale = scaleOf(entry, (entries) => buildTrie(entries, spelling));
    if (entry.value === 'measurement') {
      measured.push(scale);
      continue;
    }
    const plain = entry.gradedOnly ? 'graded' : 'name';
    for (const form of entry.names) names.push([form, { scale, kind: plain, context: false }]);
    for (const form of entry.near ?? [])
      names.push([form, { scale, kind: entry.gradedOnly ? 'graded' : 'near', context: true }]);
    for (const form of entry.graded ?? []) names.push([form, { scale, kind: 'graded', context: false }]);
    for (const form of entry.tight ?? []) {
      names.push([form, { scale, kind: 'tight', context: true }, true]);
      glued.set(form, [...(glued.get(form) ?? []), scale]);
    }
  }
  const kind = (name: WordKind): FormEntry<WordKind>[] => scores[name].map((form) => [form, name] as const);
  const made: ScaleWords = {
    names: buildTrie(names, spelling),
    glued,
    words: buildTrie(KINDS.flatMap(kind), spelling),
    numbers: buildTrie(Object.entries(units.numbers), spelling),
    measured,
    letters: new Map(measured.flatMap((scale) => (scale.entry.letter ? [[scale.entry.letter, scale] as const] : []))),
    cuts: new Set(scales.flatMap(({ cuts = [] }) => cuts.map(Math.abs))),
    states: buildTrie(statesOf(scales), spelling),
    pairs: pairsOf(names),
  };
  cache.set(reading, made);
  return made;
}

/** "normal", "osteopenia": what scales in words call the values of the measured ones of their organ. */
function statesOf(scales: readonly ScaleEntry[]): FormEntry<string>[] {
  const organs = new Set(scales.filter(({ cuts }) => cuts).map(({ organ }) => organ));
  const worded = scales.filter(({ worded, organ }) => worded && organs.has(organ));
  return worded.flatMap(({ categories }) =>
    categories.flatMap(({ code, match = [] }) => match.map((form) => [form, code] as const)),
  );
}

function pairsOf(names: readonly FormEntry<ScaleName>[]): ReadonlyMap<string, ReadonlySet<string>> {
  const pairs = new Map<string, Set<string>>();
  for (const [form] of names) {
    const [first, second] = form.split(' ');
    if (first === undefined || second === undefined) continue;
    const seconds = pairs.get(first) ?? new Set();
    pairs.set(first, seconds.add(second));
  }
  return pairs;
}

const KINDS: readonly WordKind[] = [
  'connectors',
  'classes',
  'joins',
  'sides',
  'places',
  'links',
  'titles',
  'historyBefore',
  'historyNear',
  'historyAfter',
  'treated',
  'comparing',
  'relative',
  'was',
  'now',
  'exams',
  'small',
  'deniedBefore',
  'deniedAfter',
  'none',
  'noneOf',
  'leading',
  'undecided',
  'on',
  'ruleBefore',
  'ruleClause',
  'ruleAfter',
  'ruleMany',
  'ruleDone',
  'changedFrom',
  'legendSources',
  'legendTitles',
  'legendBounds',
  'legendThings',
  'legendOwn',
  'counted',
  'things',
];

export type { WordKind };

const ROMAN = ['0', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

function scaleOf(entry: ScaleEntry, build: (entries: Iterable<FormEntry<string>>) => Trie<string>): Scale {
  const codes = new Map<string, string>();
  const put = (written: string, code: string): void => {
    if (!codes.has(written)) codes.set(written, code);
  };
  for (const { code } of entry.categories) put(code.toLowerCase(), code);
  for (const { code } of entry.categories) {
    const low = code.toLowerCase();
    const [, digits, rest = ''] = /^(\d{1,2})([a-z]?)$/.exec(low) ?? [];
    const roman = digits ? ROMAN[Number(digits)] : undefined;
    if (roman && roman !== '0') put(roman + rest, code);
    const [, numeral, letter = ''] = /^([ivx]+)([a-f]?)$/.exec(low) ?? [];
    const value = numeral ? ROMAN.indexOf(numeral) : -1;
    if (value > 0) put(`${value}${letter}`, code);
  }
  return {
    entry,
    codes,
    phrases: build(entry.categories.flatMap(({ code, match }) => (match ?? []).map((form) => [form, code] as const))),
    prefixes: new Set(entry.prefixes ?? []),
    suffixes: new Set((entry.suffixes ?? []).map((suffix) => suffix.toLowerCase())),
    beside: new Set(entry.beside),
    apart: new Set(entry.apart),
    modifiers: new Map((entry.modifiers ?? []).map((modifier) => [modifier.toLowerCase(), modifier])),
  };
}
