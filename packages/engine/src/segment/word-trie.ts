/** Wing 1, segment: a set of phrases, each with a value, looked up in the tokens from one place on. */
import { type Spelling, type Token, tokenize } from '../token.ts';

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  value: T | null;
}

export interface WordTrie<T> {
  /** The longest phrase that begins at a token: the token after it and its value. */
  readonly longestAt: (tokens: readonly Token[], from: number, limit: number) => Hit<T> | null;
}

export interface Hit<T> {
  readonly to: number;
  readonly value: T;
}

/** Marks that do not count between the words of a phrase. */
const isJoint = (token: Token): boolean => token.norm === '-' || token.norm === '‐' || token.norm === '‑';

export function wordTrie<T>(phrases: Iterable<readonly [string, T]>, spelling: Spelling): WordTrie<T> {
  const root: Node<T> = { next: new Map(), value: null };
  for (const [phrase, value] of phrases) {
    let node = root;
    const words = tokenize(phrase, spelling).filter((token) => !isJoint(token));
    for (const { norm } of words) {
      let next = node.next.get(norm);
      if (!next) {
        next = { next: new Map(), value: null };
        node.next.set(norm, next);
      }
      node = next;
    }
    if (words.length > 0) node.value ??= value;
  }
  return {
    longestAt(tokens, from, limit) {
      let node: Node<T> | undefined = root;
      let found: Hit<T> | null = null;
      for (let at = from; at < limit; at += 1) {
        const token = tokens[at];
        if (!token) break;
        if (at > from && isJoint(token) && token.glued) continue;
        node = node.next.get(token.norm);
        if (!node) break;
        if (node.value !== null) found = { to: at + 1, value: node.value };
      }
      return found;
    },
  };
}

/** The first phrase that stands anywhere in `[from, to)`. */
export function firstIn<T>(trie: WordTrie<T>, tokens: readonly Token[], from: number, to: number): Hit<T> | null {
  for (let at = from; at < to; at += 1) {
    const hit = trie.longestAt(tokens, at, to);
    if (hit) return hit;
  }
  return null;
}
