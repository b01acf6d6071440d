/** Wing 2, recognize: what a word may be the beginning of, one bit each: a scanner skips the words and statements that cannot hold what it looks for. */

export const SIGN = {
  /** advice: words that ask, and what else must come together */
  ask: 1,
  specialty: 1 << 1,
  consult: 1 << 2,
  no: 1 << 3,
  follow: 1 << 4,
  thing: 1 << 5,
  occasion: 1 << 6,
  /** communications: a verb of telling, one that tells only where a result is named, a result */
  telling: 1 << 7,
  giving: 1 << 8,
  result: 1 << 9,
  /** quantities */
  digits: 1 << 10,
  numeral: 1 << 11,
  pole: 1 << 12,
  unit: 1 << 13,
  quantity: 1 << 14,
  /** a number may stand inside this word ("x14mm"), or is misspelt with it ("l.8") */
  hidden: 1 << 15,
  /** scores: the name of a scale, "grade", a letter written against its number (TR4) */
  scale: 1 << 16,
  grade: 1 << 17,
  coded: 1 << 18,
  /** dates */
  month: 1 << 19,
} as const;

/** Normal form of a word → its signs. */
export type SignTable = ReadonlyMap<string, number>;

export interface Signs {
  /** of each token */
  readonly of: Int32Array;
  /** of all tokens of each statement */
  readonly inStatement: Int32Array;
  readonly inReport: number;
}
