/** Wing 2, recognize, measurements: tokens with numbers, signs of multiplication and units set apart where they were written together ("22x14mm"). */
import { isDigit, type Token } from '../../token.ts';
import type { WordBook } from '../../word.ts';

/** letters written for digits */
export const MISTAKEN: readonly string[] = ['l', 'i', 'o', 'lo', 'll', 'io', 'il', 'li', 'ii'];

/** The same tokens; only words that hide a number are split, and slips of l for 1 and O for 0 mended; `isMeasured`: a unit or "x" begins at a token. */
export function numberPieces(
  text: string,
  tokens: readonly Token[],
  isMeasured: (at: number) => boolean,
  book: WordBook,
): readonly Token[] {
  const pieces: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) break;
    const before = pieces.at(-1);
    const slip = token.kind === 'mark' ? null : slipAt(text, tokens, at, isMeasured);
    if (slip) {
      const { norm } = slip;
      pieces.push({ ...token, kind: 'number', end: tokens[slip.to - 1]?.end ?? token.end, norm, word: book.of(norm) });
      at = slip.to - 1;
    } else if (token.kind === 'word' && hidesNumber(token, before) && !isSlip(text, token))
      split(text, token, pieces, book);
    else pieces.push(token);
  }
  return pieces;
}

/** "o.9", "3.O", "1l", "l2 mm": digits and the letters that are taken for them, of which a number can be made. */
function slipAt(
  text: string,
  tokens: readonly Token[],
  at: number,
  isMeasured: (at: number) => boolean,
): { readonly norm: string; readonly to: number } | null {
  let to = at;
  let isMistaken = false;
  for (let next = tokens[to]; next && (to === at || next.glued) && to < at + MOST_TOKENS; next = tokens[to]) {
    const slips = isSlip(text, next);
    if (next.kind === 'word' && !slips) break;
    const point = next.kind === 'mark' && (next.norm === '.' || next.norm === ',');
    if (next.kind === 'mark' && !(point && (tokens[to + 1]?.glued ?? false) && to > at)) break;
    isMistaken ||= slips;
    to += 1;
  }
  const [first, last] = [tokens[at], tokens[to - 1]];
  if (!isMistaken || !first || !last || (first.glued && tokens[at - 1]?.kind !== 'mark')) return null;
  const written = text.slice(first.start, last.end);
  const norm = written.replace(/[oO]/g, '0').replace(/[lLiI]/g, '1');
  if (!/^\d{1,3}(?:[.,]\d{1,2})?$/.test(norm)) return null;
  // "l.8" needs no unit, "L2" is a vertebra
  const decimal = /^[a-z][.,]\d/i.test(written);
  return decimal || (!/L/.test(written) && isMeasured(to)) ? { norm, to } : null;
}

const MOST_TOKENS = 4;

/** A word of letters that look like digits, and digits: l, lO, l2. */
const isSlip = (text: string, { start, end, kind }: Token): boolean =>
  kind === 'word' && end - start < 4 && /^[lLiIoO][\dlIoO]{0,2}$/.test(text.slice(start, end));

/** "x14", "l2", or "mmx4mm" directly behind a number. */
export function hidesNumber({ norm, glued, kind }: Token, before: Token | undefined): boolean {
  if (kind !== 'word') return false;
  if (norm.length < 4 && (norm.charCodeAt(0) === 108 || norm.charCodeAt(0) === 105) && isDigit(norm.charCodeAt(1)))
    return true;
  if (norm.charCodeAt(0) === 120 && isDigit(norm.charCodeAt(1))) return true;
  if (!glued || before?.kind !== 'number') return false;
  for (let at = 1; at < norm.length; at += 1) if (isDigit(norm.charCodeAt(at))) return /x\d/.test(norm);
  return norm === 'mmx' || norm === 'cmx';
}

function split(text: string, token: Token, pieces: Token[], book: WordBook): void {
  let at = token.start;
  while (at < token.end) {
    const from = at;
    const digits = isDigit(text.charCodeAt(at));
    while (at < token.end && isDigit(text.charCodeAt(at)) === digits) at += 1;
    const written = text.slice(from, at).toLowerCase();
    const glued = from > token.start || token.glued;
    const cross = !digits && written.length > 1 && written.endsWith('x') ? at - 1 : 0;
    const put = (start: number, end: number, norm: string, kind: Token['kind'], glued: boolean): void => {
      pieces.push({ start, end, norm, kind, glued, word: book.of(norm) });
    };
    if (cross) put(from, cross, written.slice(0, -1), 'word', glued);
    const start = cross || from;
    const norm = cross ? 'x' : written;
    put(start, at, norm, digits ? 'number' : 'word', start > from || glued);
  }
}
