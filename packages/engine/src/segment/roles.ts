/** Wing 1, segment: what a token can be, seen in one look: a bit for each kind, sign and vocabulary, so that no scanner runs where nothing can be found. */
import type { Token } from '../token.ts';

/** Kinds of tokens. */
export const WORD = 1 << 0;
export const NUMBER = 1 << 1;
export const MARK = 1 << 2;

/** Signs: . ! ? and their wide forms; ( [; ) ]; what may close a list mark; a colon; round bullets; what stands around a heading. */
export const ENDS = 1 << 3;
export const OPENS = 1 << 4;
export const SHUTS = 1 << 5;
export const CLOSES_MARK = 1 << 6;
export const COLON = 1 << 7;
export const ROUND = 1 << 8;
export const DECORATES = 1 << 9;

/** A phrase of this vocabulary may begin here. */
export const HEADING = 1 << 10;
export const QUALIFIER = 1 << 11;
export const LEAD = 1 << 12;
export const PASSED_ON = 1 << 13;
export const ADVISABLE = 1 << 14;
export const ADVISED = 1 << 15;
export const CONCLUDES = 1 << 16;
export const TELLS = 1 << 17;
export const STATUS = 1 << 18;
export const PATIENT_LABEL = 1 << 19;
export const ORGAN_LABEL = 1 << 20;

/** The word stands in this list. */
export const EXAM = 1 << 21;
export const EXAM_COMPANION = 1 << 22;
export const FACILITY = 1 << 23;
export const CREDENTIAL = 1 << 24;
export const STATING = 1 << 25;
export const BONE = 1 << 26;
export const BEFORE_BONE = 1 << 27;

/** Roles of signs and words, by normal form. */
export type RoleTable = ReadonlyMap<string, number>;

/** One number for each token, and two of nothing behind them, so that a look ahead needs no question. */
export type Roles = Int32Array;

const SIGNS: readonly (readonly [role: number, signs: string])[] = [
  [ENDS, '.!?。．！？'],
  [OPENS, '(['],
  [SHUTS, ')]'],
  [CLOSES_MARK, '.):-/]'],
  [COLON, ':：'],
  [ROUND, '•▪●◦‣►➢⁃■◆♦'],
  [DECORATES, '#*_=-–~>•|["▪●■+'],
];

/** A table of the signs and of words with their roles; a word may come several times. */
export function roleTable(words: Iterable<readonly [norm: string, role: number]>): RoleTable {
  const table = new Map<string, number>();
  const add = (norm: string, role: number): void => {
    table.set(norm, (table.get(norm) ?? 0) | role);
  };
  for (const [role, signs] of SIGNS) for (const sign of signs) add(sign, role);
  for (const [norm, role] of words) add(norm, role);
  return table;
}

export function rolesOf(tokens: readonly Token[]): Roles {
  const roles = new Int32Array(tokens.length + 2);
  let at = 0;
  for (const { word, kind } of tokens) {
    const own = kind === 'word' ? WORD : kind === 'mark' ? MARK : NUMBER;
    roles[at] = own | word.roles;
    at += 1;
  }
  return roles;
}

/** Whether some token of `[from, to)` has one of the roles. */
export function holds(roles: Roles, wanted: number, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if ((roles[at] ?? 0) & wanted) return true;
  return false;
}
