/** Ground floor: a small trie over the forms of one knowledge document; at a place in the text the longest form counts. */
import { type Spelling, type Token, tokenize } from './token.ts';

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  readonly values: { readonly value: T; readonly exact: string | null }[];
}

export interface FormTrie<T> {
  readonly root: Node<T>;
}

export interface FormMatch<T> {
  /** what all entries with this form hold */
  readonly values: readonly T[];
  /** one after the last token */
  readonly to: number;
}

/** A form, what it stands for, and whether it counts only letter by letter as written. */
export type FormEntry<T> = readonly [form: string, value: T, exact?: boolean];

const emptyNode = <T>(): Node<T> => ({ next: new Map(), values: [] });

export function buildFormTrie<T>(entries: Iterable<FormEntry<T>>, spelling: Spelling): FormTrie<T> {
  const root = emptyNode<T>();
  for (const [form, value, exact] of entries) {
    const tokens = tokenize(form, spelling);
    const words = tokens.filter((token, at) => !isJoint(tokens, at) && token.norm !== '');
    let node = root;
    for (const { norm } of words) {
      let next = node.next.get(norm);
      if (!next) {
        next = emptyNode();
        node.next.set(norm, next);
      }
      node = next;
    }
    if (words.length > 0) node.values.push({ value, exact: exact ? form : null });
  }
  return { root };
}

/** The longest form that begins at token `from`; hyphens between words count as spaces. */
export function longestForm<T>(
  trie: FormTrie<T>,
  text: string,
  tokens: readonly Token[],
  from: number,
): FormMatch<T> | null {
  const first = tokens[from];
  let node: Node<T> | undefined = first && trie.root.next.get(first.norm);
  let found: FormMatch<T> | null = null;
  for (let at = from; first && node; ) {
    if (node.values.length > 0) {
      const written = text.slice(first.start, tokens[at]?.end);
      const values = node.values.filter(({ exact }) => exact === null || exact === written).map(({ value }) => value);
      if (values.length > 0) found = { values, to: at + 1 };
    }
    at += isJoint(tokens, at + 1) ? 2 : 1;
    const token = tokens[at];
    if (!token) break;
    node = node.next.get(token.norm);
  }
  return found;
}

/** A hyphen written between two words: T-score, down-sloping. */
function isJoint(tokens: readonly Token[], at: number): boolean {
  const mark = tokens[at];
  return (
    at > 0 &&
    mark?.kind === 'mark' &&
    (mark.norm === '-' || mark.norm === '‐' || mark.norm === '‑') &&
    tokens[at - 1]?.kind === 'word' &&
    tokens[at + 1]?.kind === 'word'
  );
}
