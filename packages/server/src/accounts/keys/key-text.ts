/** A key for programs as it is written: random signs that nobody can guess, and a sum of them that a slip of the hand does not hold. */
import { createHash, randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

export interface KeyText {
  /** "rs_" and 42 signs */
  readonly written: string;
  /** how it begins: shown to its owner, and what it is looked up by */
  readonly prefix: string;
  /**
   * SHA-256, as it is kept. A slow hash, as passwords need one, would guard nothing here: 214 random bits (178 of them
   * behind the prefix) cannot be tried out, and each request would pay for it.
   */
  readonly hash: Buffer;
}

const MARK = 'rs_';
/** One press selects it as a word. */
const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Of 62 signs each: 214 bits. */
const RANDOM = 36;
const SHOWN = 6;
const SUM = 6;
const FORM = new RegExp(`^${MARK}([0-9A-Za-z]{${RANDOM}})([0-9A-Za-z]{${SUM}})$`);

export function newKeyText(): KeyText {
  const random = Array.from({ length: RANDOM }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return keyText(`${MARK}${random}${sumOf(random)}`);
}

/** Null where it was not written by `newKeyText`: told without asking the database. */
export function readKeyText(written: string): KeyText | null {
  const [, random, sum] = FORM.exec(written) ?? [];
  return random !== undefined && sum === sumOf(random) ? keyText(written) : null;
}

const keyText = (written: string): KeyText => ({
  written,
  prefix: written.slice(0, MARK.length + SHOWN),
  hash: createHash('sha256').update(written).digest(),
});

/** CRC-32 in the same signs: it finds every slip of one sign, and all but one in four billion others. */
function sumOf(random: string): string {
  let left = crc32(random);
  let sum = '';
  for (let at = 0; at < SUM; at += 1) {
    sum = (SIGNS[left % SIGNS.length] ?? '') + sum;
    left = Math.floor(left / SIGNS.length);
  }
  return sum;
}
