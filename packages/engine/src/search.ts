/** Ground floor: the forms of a tree that stand in a text: all that begin at a place, or the longest. */
import { isHyphen } from './form-words.ts';
import type { Token } from './token.ts';
import { type Ending, endsPossessive, type Node, nodeAt, type Trie } from './trie.ts';

/** A form found in a text, tokens `[from, to)`. */
export interface Tagged<T> {
  /** what the first entry with this form holds */
  readonly value: T;
  /** what all entries with this form hold, in the order of the knowledge */
  readonly values: readonly T[];
  readonly from: number;
  readonly to: number;
}

/**
 * Every form that begins at token `from`, shortest first; at one place those said letter by letter as the text has them first. Where the
 * place of the first word is known it need not be looked up.
 */
export function eachForm<T>(
  trie: Trie<T>,
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  visit: (value: T, to: number) => void,
  first: number = placeOf(trie, tokens[from]),
): void {
  let node = nodeAt(trie, first);
  for (let at = from; node; ) {
    const { endings, plain, next, traits }: Node<T> = node;
    if (endings) visitEach(endings, plain !== null, text, tokens, from, at, visit);
    if (!next) return;
    at = following(tokens, at);
    node = at < to ? nodeNext(next, traits, tokens[at]) : undefined;
  }
}

/** By index: this runs for every word of a text, mostly in code that is not optimized yet. */
function visitEach<T>(
  endings: readonly Ending<T>[],
  plain: boolean,
  text: string,
  tokens: readonly Token[],
  from: number,
  at: number,
  visit: (value: T, to: number) => void,
): void {
  for (let i = 0; i < endings.length; i += 1) {
    const ending = endings[i];
    if (ending && (plain || fits(ending, text, tokens, from, at))) visit(ending.value, at + 1);
  }
}

/** The longest form that begins at token `from` and ends before `to`; hyphens between words count as spaces. `first` as in `eachForm`. */
export function longestForm<T>(
  trie: Trie<T>,
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number = tokens.length,
  first: number = placeOf(trie, tokens[from]),
): Tagged<T> | null {
  let node = from < to ? nodeAt(trie, first) : undefined;
  let found: Tagged<T> | null = null;
  for (let at = from; node; ) {
    const { endings, plain, next, traits }: Node<T> = node;
    if (endings) {
      const values: readonly T[] = plain ?? fitting(endings, text, tokens, from, at);
      const value = values[0];
      if (value !== undefined) found = { value, values, from, to: at + 1 };
    }
    if (!next) break;
    at = following(tokens, at);
    node = at < to ? nodeNext(next, traits, tokens[at]) : undefined;
  }
  return found;
}

/** The longest forms in `[from, to)` from left to right, without overlap. */
export function tagsIn<T>(
  trie: Trie<T>,
  text: string,
  tokens: readonly Token[],
  from = 0,
  to: number = tokens.length,
): Tagged<T>[] {
  const found: Tagged<T>[] = [];
  for (let at = from; at < to; ) {
    const tag = longestForm(trie, text, tokens, at, to);
    if (tag) found.push(tag);
    at = tag ? tag.to : at + 1;
  }
  return found;
}

/** As `longestForm`, where no form counts letter by letter. */
export const phraseAt = <T>(trie: Trie<T>, tokens: readonly Token[], from: number, to: number): Tagged<T> | null =>
  longestForm(trie, '', tokens, from, to);

/** The first phrase that stands anywhere in `[from, to)`. */
export function firstPhrase<T>(trie: Trie<T>, tokens: readonly Token[], from: number, to: number): Tagged<T> | null {
  for (let at = from; at < to; at += 1) {
    const tag = phraseAt(trie, tokens, at, to);
    if (tag) return tag;
  }
  return null;
}

/** The token after one, or after the hyphen written against it: ground-glass, T-score. */
function following(tokens: readonly Token[], at: number): number {
  const token = tokens[at + 1];
  if (token?.kind !== 'mark' || !token.glued || !isHyphen(token)) return at + 1;
  const behind = tokens[at + 2];
  return behind && behind.kind !== 'mark' ? at + 2 : at + 1;
}

const nodeNext = <T>(
  next: ReadonlyMap<string, Node<T>>,
  traits: number,
  token: Token | undefined,
): Node<T> | undefined => (token && (traits & token.word.trait) !== 0 ? next.get(token.norm) : undefined);

/** The place of a first word; -1 where no form begins with it. */
const placeOf = <T>({ first }: Trie<T>, token: Token | undefined): number =>
  token ? (first.get(token.norm) ?? -1) : -1;

function fitting<T>(
  endings: readonly Ending<T>[],
  text: string,
  tokens: readonly Token[],
  from: number,
  last: number,
): readonly T[] {
  const values: T[] = [];
  for (const ending of endings) if (fits(ending, text, tokens, from, last)) values.push(ending.value);
  return values;
}

function fits<T>(
  { exact, possessive }: Ending<T>,
  text: string,
  tokens: readonly Token[],
  from: number,
  last: number,
): boolean {
  if (exact === null && !possessive) return true;
  const end = tokens[last]?.end ?? 0;
  if (possessive && !endsPossessive(text, end)) return false;
  return exact === null || text.slice(tokens[from]?.start, end) === exact;
}
