/** The app of a phone for tests: it reads the key from the page, and shows codes. */
import { codeAt, counterAt } from '../src/accounts/second-step/totp.ts';

export interface App {
  /** in base32 */
  readonly written: string;
  readonly key: Buffer;
  /** A code that was not shown before, and would be taken. */
  next(): string;
  /** The code of the step before the newest. */
  before(): string;
  /** One that is none of those around it. */
  wrong(): string;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const ON_ITS_WAY = 5_000; // milliseconds, on a busy machine

/** Of the page that connects it. `now` is the clock of the site. */
export function appOf(page: string, now: () => number): App {
  const [, written = ''] = /otpauth:\/\/totp\/[^"]*?secret=([A-Z2-7]+)/.exec(page) ?? [];
  const bits = [...written].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  let newest = 0;
  return {
    written,
    key,
    next() {
      // where a step is about to end, the code of the one before would come too late
      newest = Math.max(newest + 1, counterAt(now() + ON_ITS_WAY) - 1);
      return codeAt(key, newest);
    },
    before: () => codeAt(key, newest - 1),
    wrong() {
      const good = new Set(Array.from({ length: 41 }, (_, at) => codeAt(key, counterAt(now()) + at - 20)));
      for (let code = 100_000; ; code += 1) if (!good.has(String(code))) return String(code);
    },
  };
}

export const codesIn = (page: string): readonly string[] =>
  [...page.matchAll(/<li>([2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5})<\/li>/g)].map(([, code = '']) => code);
