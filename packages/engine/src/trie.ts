/** Ground floor: the written forms of a part of the knowledge as a tree of words; at a place in a text the longest form counts. */
import { firstWord, wordsOfForm } from './form-words.ts';
import { type Spelling, traitOf } from './word.ts';

/** A form, what it stands for, and whether it counts only letter by letter as written. */
export type FormEntry<T> = readonly [form: string, value: T, exact?: boolean | undefined];

/** Of two entries with one form, one that holds what both hold. */
export type Merge<T> = (one: T, other: T) => T;

export interface Trie<T> {
  /** first word → its place among the nodes of first words */
  readonly first: ReadonlyMap<string, number>;
  readonly nodes: readonly Node<T>[];
  readonly spelling: Spelling;
  readonly merge: Merge<T> | null;
}

export interface Ending<T> {
  value: T;
  readonly exact: string | null;
  /** "the patient's" is another form than "the patient" */
  readonly possessive: boolean;
}

export interface Node<T> {
  next: Map<string, Node<T>> | null;
  /** the traits of the words in `next` */
  traits: number;
  endings: Ending<T>[] | null;
  /** the values of all endings, where none of them asks how the text is written */
  plain: readonly T[] | null;
  /** forms that begin here and are laid out when a text comes by: most words of a knowledge are in no report */
  waiting: readonly FormEntry<T>[] | (() => readonly FormEntry<T>[]) | null;
}

const newNode = <T>(): Node<T> => ({ next: null, traits: 0, endings: null, plain: null, waiting: null });

/** All forms of an entry: some count however written, some only letter by letter. */
export const formsOf = <T>(value: T, match: readonly string[] = [], exact: readonly string[] = []): FormEntry<T>[] => [
  ...match.map((form): FormEntry<T> => [form, value]),
  ...exact.map((form): FormEntry<T> => [form, value, true]),
];

export function buildTrie<T>(
  entries: Iterable<FormEntry<T>>,
  spelling: Spelling,
  merge: Merge<T> | null = null,
): Trie<T> {
  const groups = new Map<string, FormEntry<T>[]>();
  for (const entry of entries) {
    const first = firstWord(entry[0], spelling);
    if (first === undefined) continue;
    const group = groups.get(first);
    if (group) group.push(entry);
    else groups.set(first, [entry]);
  }
  const first = new Map<string, number>();
  const nodes: Node<T>[] = [];
  for (const [word, waiting] of groups) {
    first.set(word, nodes.length);
    nodes.push({ ...newNode(), waiting });
  }
  return { first, nodes, spelling, merge };
}

/** Forms that are only there or not. */
export const phraseTrie = (forms: readonly string[], spelling: Spelling): Trie<true> =>
  buildTrie(
    forms.map((form): FormEntry<true> => [form, true]),
    spelling,
  );

/** As `buildTrie`, of rows that come by their first word ('' for those whose first word the tokenizer must find); a row becomes its entries when a text needs them. */
export function buildGroupedTrie<T, Row extends readonly [string, ...unknown[]]>(
  groups: Readonly<Record<string, readonly Row[]>>,
  entriesOf: (row: Row) => readonly FormEntry<T>[],
  spelling: Spelling,
): Trie<T> {
  const { '': loose = [], ...plain } = groups;
  const { first, nodes, merge } = buildTrie<T>(loose.flatMap(entriesOf), spelling);
  const all = [...nodes];
  const places = new Map(first);
  for (const word in plain) {
    const rows = plain[word] ?? [];
    const place = first.get(word);
    const before = place === undefined ? null : (nodes[place]?.waiting ?? null);
    const node = { ...newNode<T>(), waiting: () => [...waitingOf(before), ...rows.flatMap(entriesOf)] };
    if (place === undefined) places.set(word, all.push(node) - 1);
    else all[place] = node;
  }
  return { first: places, nodes: all, spelling, merge };
}

const waitingOf = <T>(waiting: Node<T>['waiting']): readonly FormEntry<T>[] =>
  typeof waiting === 'function' ? waiting() : (waiting ?? []);

/** Whether some form begins with this word. */
export const begins = <T>(trie: Trie<T>, norm: string): boolean => trie.first.has(norm);

/** The node of a first word, its forms laid out; none at -1. */
export function nodeAt<T>(trie: Trie<T>, place: number): Node<T> | undefined {
  const node = place < 0 ? undefined : trie.nodes[place];
  if (node?.waiting) {
    const entries = waitingOf(node.waiting);
    node.waiting = null;
    for (const entry of entries) layOut(node, entry, trie);
  }
  return node;
}

function layOut<T>(first: Node<T>, [form, value, isExact]: FormEntry<T>, { spelling, merge }: Trie<T>): void {
  let node = first;
  const words = wordsOfForm(form, spelling);
  for (let at = 1; at < words.length; at += 1) node = nodeBehind(node, words[at] ?? '');
  const possessive = endsPossessive(form, form.length);
  const exact = isExact ? form : null;
  node.endings ??= [];
  const same = merge && node.endings.find((ending) => ending.exact === exact && ending.possessive === possessive);
  if (merge && same) same.value = merge(same.value, value);
  // possessive forms first: where both fit, they win
  else node.endings[possessive ? 'unshift' : 'push']({ value, exact, possessive });
  const asks = node.endings.some((ending) => ending.possessive || ending.exact !== null);
  node.plain = asks ? null : node.endings.map((ending) => ending.value);
}

function nodeBehind<T>(node: Node<T>, word: string): Node<T> {
  node.next ??= new Map();
  let behind = node.next.get(word);
  if (!behind) {
    behind = newNode();
    node.next.set(word, behind);
    node.traits |= traitOf(word);
  }
  return behind;
}

/** "Patient's", "PATIENT’S" */
export function endsPossessive(text: string, end: number): boolean {
  const letter = text.charCodeAt(end - 1);
  const mark = text.charCodeAt(end - 2);
  return (letter === 115 || letter === 83) && (mark === 39 || mark === 0x2019);
}
