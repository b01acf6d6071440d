/** Ground floor: a small trie of its own for one document of knowledge; the longest form wins, left to right, without overlap. */
import { type Spelling, type Token, tokenize } from './token.ts';

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  values: { readonly value: T; readonly exact: string | null }[] | null;
}

export interface Vocabulary<T> {
  readonly root: Node<T>;
  readonly spelling: Spelling;
}

export interface VocabularyEntry<T> {
  readonly value: T;
  readonly match?: readonly string[] | undefined;
  /** forms that count only letter by letter as written */
  readonly exact?: readonly string[] | undefined;
}

/** What was found, `[from, to)` in the tokens. */
export interface Tagged<T> {
  readonly value: T;
  readonly from: number;
  readonly to: number;
}

export function buildVocabulary<T>(entries: Iterable<VocabularyEntry<T>>, spelling: Spelling): Vocabulary<T> {
  const root: Node<T> = { next: new Map(), values: null };
  for (const { value, match = [], exact = [] } of entries) {
    for (const form of match) insert(root, form, value, null, spelling);
    for (const form of exact) insert(root, form, value, form, spelling);
  }
  return { root, spelling };
}

function insert<T>(root: Node<T>, form: string, value: T, exact: string | null, spelling: Spelling): void {
  let node = root;
  for (const { norm } of tokenize(form, spelling)) {
    if (norm === '-') continue;
    let next = node.next.get(norm);
    if (!next) {
      next = { next: new Map(), values: null };
      node.next.set(norm, next);
    }
    node = next;
  }
  node.values ??= [];
  node.values.push({ value, exact });
}

/** The longest forms in `[from, to)` of the tokens; a form found earlier in the document wins over one of the same length. */
export function tagsIn<T>(
  vocabulary: Vocabulary<T>,
  text: string,
  tokens: readonly Token[],
  from = 0,
  to = tokens.length,
): Tagged<T>[] {
  const found: Tagged<T>[] = [];
  let at = from;
  while (at < to) {
    const tag = longestAt(vocabulary, text, tokens, at, to);
    if (tag) found.push(tag);
    at = tag ? tag.to : at + 1;
  }
  return found;
}

function longestAt<T>(
  vocabulary: Vocabulary<T>,
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
): Tagged<T> | null {
  let node: Node<T> | undefined = vocabulary.root;
  let best: Tagged<T> | null = null;
  const first = tokens[from];
  if (!first) return null;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (!token) break;
    if (at > from && isHyphen(token) && token.glued) continue;
    node = node.next.get(token.norm);
    if (!node) break;
    const hit = node.values?.find(({ exact }) => exact === null || text.slice(first.start, token.end) === exact);
    if (hit) best = { value: hit.value, from, to: at + 1 };
  }
  return best;
}

const isHyphen = ({ norm, kind }: Token): boolean => kind === 'mark' && (norm === '-' || norm === '‐' || norm === '‑');

/** A vocabulary of sorts of words: a form that stands in several lists carries all their names. */
export function buildKinds<K extends string>(
  words: Readonly<Record<K, readonly string[]>>,
  spelling: Spelling,
): Vocabulary<ReadonlySet<K>> {
  const kinds = new Map<string, { form: string; value: Set<K> }>();
  for (const kind in words)
    for (const form of words[kind]) {
      const key = tokenize(form, spelling)
        .map(({ norm }) => (norm === '-' ? '' : norm))
        .join(' ')
        .replace(/ +/g, ' ');
      const slot = kinds.get(key) ?? { form, value: new Set<K>() };
      slot.value.add(kind);
      kinds.set(key, slot);
    }
  return buildVocabulary(
    [...kinds.values()].map(({ form, value }) => ({ value, match: [form] })),
    spelling,
  );
}
