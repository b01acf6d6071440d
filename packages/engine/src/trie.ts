/** Ground floor: the written forms of a part of the knowledge as a tree of words; at a place in a text the longest form counts. */
import { firstWord, wordsOfForm } from './form-words.ts';
import { type Spelling, traitOf } from './word.ts';
import type { WordPlaces } from './word-places.ts';

/** A form, what it stands for, and whether it counts only letter by letter as written. */
export type FormEntry<T> = readonly [form: string, value: T, exact?: boolean | undefined];

/** Of two entries with one form, one that holds what both hold. */
export type Merge<T> = (one: T, other: T) => T;

export interface Trie<T> {
  /** first word → its place among the nodes of first words */
  readonly first: WordPlaces;
  /** by place: laid out when a text comes by, for most words of a knowledge are in no report */
  readonly nodes: (Node<T> | undefined)[];
  /** the forms that begin at a place, those of one entry in its order */
  readonly formsAt: (place: number) => readonly FormEntry<T>[];
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
  plain: T[] | null;
}

const newNode = <T>(): Node<T> => ({ next: null, traits: 0, endings: null, plain: null });

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
  const first = new Map<string, number>();
  const groups: FormEntry<T>[][] = [];
  for (const entry of entries) {
    const word = firstWord(entry[0], spelling);
    if (word === undefined) continue;
    const place = first.get(word);
    if (place === undefined) first.set(word, groups.push([entry]) - 1);
    else groups[place]?.push(entry);
  }
  return { first, nodes: unlaid(first.size), formsAt: (place) => groups[place] ?? [], spelling, merge };
}

/** Nodes of first words of which none is laid out. */
export const unlaid = <T>(count: number): (Node<T> | undefined)[] => new Array<Node<T> | undefined>(count);

/** Forms that are only there or not. */
export const phraseTrie = (forms: readonly string[], spelling: Spelling): Trie<true> =>
  buildTrie(
    forms.map((form): FormEntry<true> => [form, true]),
    spelling,
  );

/** Whether some form begins with this word. */
export const begins = <T>(trie: Trie<T>, norm: string): boolean => trie.first.has(norm);

/** The node of a first word, its forms laid out; none at -1. */
export const nodeAt = <T>(trie: Trie<T>, place: number): Node<T> | undefined =>
  place < 0 ? undefined : (trie.nodes[place] ?? layOutAt(trie, place));

function layOutAt<T>(trie: Trie<T>, place: number): Node<T> {
  const node = newNode<T>();
  for (const entry of trie.formsAt(place)) layOut(node, entry, trie);
  trie.nodes[place] = node;
  return node;
}

function layOut<T>(first: Node<T>, [form, value, isExact]: FormEntry<T>, { spelling, merge }: Trie<T>): void {
  let node = first;
  const words = wordsOfForm(form, spelling);
  for (let at = 1; at < words.length; at += 1) node = nodeBehind(node, words[at] ?? '');
  const possessive = endsPossessive(form, form.length);
  const exact = isExact ? form : null;
  const asks = possessive || exact !== null;
  const { endings } = node;
  if (!endings) {
    node.endings = [{ value, exact, possessive }];
    node.plain = asks ? null : [value];
    return;
  }
  const same = merge ? endings.findIndex((one) => one.exact === exact && one.possessive === possessive) : -1;
  const known = same < 0 ? undefined : endings[same];
  if (merge && known) {
    known.value = merge(known.value, value);
    if (node.plain) node.plain[same] = known.value;
    return;
  }
  // possessive forms first: where both fit, they win
  endings[possessive ? 'unshift' : 'push']({ value, exact, possessive });
  if (asks) node.plain = null;
  else node.plain?.push(value);
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
