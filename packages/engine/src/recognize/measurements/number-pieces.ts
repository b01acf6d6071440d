/** Wing 2, recognize, measurements: tokens with numbers, signs of multiplication and units set apart where they were written together ("22x14mm"). */
import type { Token } from '../../token.ts';

const LOOKS_LIKE_ONE: ReadonlySet<string> = new Set(['l', 'i']);
/** letters written for a digit */
export const MISTAKEN: readonly string[] = [...LOOKS_LIKE_ONE, 'o'];

/** The same tokens; only words that hide a number are split, and slips of l for 1 and O for 0 mended. */
export function numberPieces(text: string, tokens: readonly Token[]): readonly Token[] {
  const pieces: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) break;
    const before = pieces.at(-1);
    const next = tokens[at + 1];
    if (token.kind !== 'word') pieces.push(token);
    else if (hidesNumber(token, before)) split(text, token, pieces);
    else if (LOOKS_LIKE_ONE.has(token.norm) && next?.glued && text[next.start] === '.') {
      // "l.8" is 1.8, whether the tokenizer kept ".8" together or not
      const digits = next.kind === 'number' ? next : tokens[at + 2];
      if (digits?.kind === 'number' && digits.glued) {
        pieces.push({ ...token, kind: 'number', end: digits.end, norm: `1.${digits.norm.replace('.', '')}` });
        at += digits === next ? 1 : 2;
      } else pieces.push(token);
    } else if (token.norm === 'o' && token.glued && before?.kind === 'number') {
      pieces[pieces.length - 1] = { ...before, end: token.end, norm: `${before.norm}0` };
    } else pieces.push(token);
  }
  return pieces;
}

const isDigit = (c: number): boolean => c >= 48 && c <= 57;

/** "x14", or "mmx4mm" directly behind a number. */
export function hidesNumber({ norm, glued, kind }: Token, before: Token | undefined): boolean {
  if (kind !== 'word') return false;
  if (norm.charCodeAt(0) === 120 && isDigit(norm.charCodeAt(1))) return true;
  if (!glued || before?.kind !== 'number') return false;
  for (let at = 1; at < norm.length; at += 1) if (isDigit(norm.charCodeAt(at))) return /x\d/.test(norm);
  return norm === 'mmx' || norm === 'cmx';
}

function split(text: string, token: Token, pieces: Token[]): void {
  let at = token.start;
  while (at < token.end) {
    const from = at;
    const digits = isDigit(text.charCodeAt(at));
    while (at < token.end && isDigit(text.charCodeAt(at)) === digits) at += 1;
    const written = text.slice(from, at).toLowerCase();
    const glued = from > token.start || token.glued;
    const cross = !digits && written.length > 1 && written.endsWith('x') ? at - 1 : 0;
    if (cross) pieces.push({ start: from, end: cross, norm: written.slice(0, -1), kind: 'word', glued });
    const start = cross || from;
    const norm = cross ? 'x' : written;
    pieces.push({ start, end: at, norm, kind: digits ? 'number' : 'word', glued: start > from || glued });
  }
}
