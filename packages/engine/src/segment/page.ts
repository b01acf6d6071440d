/** Wing 1, segment: the text as segmenting sees it: its tokens and what they can be, its lines, and whether capitals tell anything. */

import { phraseAt } from '../search.ts';
import type { Token } from '../token.ts';
import type { Trie } from '../trie.ts';
import { isMostlyCapitals } from './letters.ts';
import { type Line, linesOf } from './lines.ts';
import { type Roles, rolesOf } from './roles.ts';
import { widthOf } from './wrapping.ts';

export interface Page {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly roles: Roles;
  /** the roles of all tokens together */
  readonly holds: number;
  readonly lines: readonly Line[];
  /** whether letters of the whole text are mostly capitals, so that capitals tell nothing; most reports never ask */
  readonly capitals: () => boolean;
  /** where the lines were broken (wrapping.ts); 0 where they end as they were meant to */
  readonly width: () => number;
}

export function pageOf(text: string, tokens: readonly Token[]): Page {
  const roles = rolesOf(tokens);
  const lines = linesOf(text, tokens, roles);
  let holds = 0;
  for (const line of lines) holds |= line.holds;
  let capitals: boolean | null = null;
  let width: number | null = null;
  return {
    text,
    tokens,
    roles,
    holds,
    lines,
    capitals: () => {
      capitals ??= isMostlyCapitals(text);
      return capitals;
    },
    width: () => {
      width ??= widthOf(lines, tokens);
      return width;
    },
  };
}

/** Whether a phrase of a vocabulary stands anywhere in `[from, to)`; `role` is that of the words its phrases begin with. */
export function holdsPhrase<T>(
  { tokens, roles }: Page,
  phrases: Trie<T>,
  role: number,
  from: number,
  to: number,
): boolean {
  for (let at = from; at < to; at += 1)
    if ((roles[at] ?? 0) & role && phraseAt(phrases, tokens, at, to) !== null) return true;
  return false;
}
