/** Wing 2, recognize: what a word may be part of, one bit each: a scanner skips the words, statements and reports that cannot hold what it looks for. */

export const SIGN = {
  /** advice: words that ask, and what else must come together */
  ask: 1,
  specialty: 1 << 1,
  consult: 1 << 2,
  no: 1 << 3,
  follow: 1 << 4,
  thing: 1 << 5,
  occasion: 1 << 6,
  /** advice is about these, asked for or not */
  aim: 1 << 22,
  /** opens a condition or a purpose */
  aside: 1 << 24,
  /** communications: a verb of telling, one that tells only where a result is named, a result */
  telling: 1 << 7,
  giving: 1 << 8,
  result: 1 << 9,
  /** quantities: a number in digits, the first word of one in words, plus and minus */
  digits: 1 << 10,
  numeral: 1 << 11,
  pole: 1 << 12,
  unit: 1 << 13,
  /** stands between a number and its unit: "x", "to", "in length" */
  between: 1 << 23,
  /** a word of the name of a quantity, and the first word of one */
  named: 1 << 14,
  name: 1 << 15,
  /** a number may stand inside this word ("x14mm"), or is misspelt with it ("l.8") */
  hidden: 1 << 16,
  /** scores: a word of the name of a scale, the first word of one, "grade", a letter written against its number (TR4) */
  scaled: 1 << 17,
  scale: 1 << 18,
  grade: 1 << 19,
  coded: 1 << 20,
  /** dates */
  month: 1 << 21,
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
