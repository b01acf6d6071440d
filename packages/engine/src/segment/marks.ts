/** Wing 1, segment: marks of list items: numbers, letters and bullets, at the start of a line or inside it. */
import type { Token } from '../token.ts';
import { startsUpper } from './letters.ts';
import { BEFORE_BONE, BONE, STATING } from './roles.ts';

export interface ListMark {
  readonly kind: 'number' | 'letter' | 'roman' | 'bullet';
  /** 1 for "1.", "a)" and "i."; 0 for a bullet */
  readonly number: number;
  /** the token after the mark */
  readonly to: number;
}

const BULLETS = new Set('-–—•*·▪■●○◦‣▸►→➢✓#+>⁃~§♦◆»›➤❖✔'.split(''));
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const CLOSING = new Set(['.', ')', ':', '-', '/', ']']);
const MOST = 40;

/** The mark that a line begins with. */
export function markAt(text: string, tokens: readonly Token[], from: number, to: number): ListMark | null {
  const first = tokens[from];
  if (!first || from + 1 >= to) return null;
  if (first.kind === 'mark' && BULLETS.has(first.norm)) {
    const next = tokens[from + 1];
    if (isDoubled(tokens, from, to)) return { kind: 'bullet', number: 0, to: from + 2 };
    // "-3.4" is a value and "---" a rule; "• 9." has a bullet and a number
    if (!next || (next.kind === 'mark' && next.norm === first.norm)) return null;
    if (next.kind === 'number' && next.glued && (first.norm === '-' || first.norm === '+' || first.norm === '>'))
      return null;
    if ((first.norm === '*' || first.norm === '#' || first.norm === '>') && isEmphasis(tokens, from, to)) return null;
    if (isBreakSign(tokens, from, to)) return null;
    // "#2 Small cyst"
    if (first.norm === '#' && next.kind === 'number' && next.glued && /^\d{1,2}$/.test(next.norm) && from + 2 < to)
      return { kind: 'number', number: Number(next.norm), to: numbered(text, tokens, from + 1, to)?.to ?? from + 2 };
    // "• 9. Small cyst"
    const number = next.kind === 'number' ? numbered(text, tokens, from + 1, to) : null;
    return { kind: 'bullet', number: 0, to: number?.to ?? from + 1 };
  }
  return isHollow(text, tokens, from) ? { kind: 'bullet', number: 0, to: from + 1 } : numbered(text, tokens, from, to);
}

/** "o Small cyst": a hollow bullet that came out as a letter. */
function isHollow(text: string, tokens: readonly Token[], from: number): boolean {
  const first = tokens[from];
  const next = tokens[from + 1];
  return (
    first !== undefined &&
    next !== undefined &&
    text.slice(first.start, first.end) === 'o' &&
    !next.glued &&
    startsUpper(text, next)
  );
}

/** "1." "1)" "(1)" "a)" "(b)" "iv." with its closing sign. */
export function numbered(text: string, tokens: readonly Token[], from: number, to: number): ListMark | null {
  const bracket = tokens[from]?.norm === '(' || tokens[from]?.norm === '[';
  const at = bracket ? from + 1 : from;
  const token = tokens[at];
  const close = tokens[at + 1];
  if (!token || !close || at + 1 >= to || !close.glued || !CLOSING.has(close.norm)) return null;
  if (bracket && !(close.norm === ')' || close.norm === ']')) return null;
  let after = at + 2;
  // "1.)" and "1).": two closing signs
  const second = tokens[after];
  if (second?.glued && (second.norm === ')' || second.norm === '.') && second.norm !== close.norm) after += 1;
  const next = tokens[after];
  if (!next || after >= to) return null;
  if (close.norm === '-' || close.norm === '/') {
    // "1/ Small cyst", but not "1/2 thickness"
    if (next.glued || (close.norm === '/' && !startsUpper(text, next))) return null;
  }
  if (token.kind === 'number' && /^\d{1,2}$/.test(token.norm)) {
    const number = Number(token.norm);
    if (number < 1 || number > MOST) return null;
    if (close.norm === ':' && next.kind === 'number') return null; // 10:30
    if (close.norm === '.' && next.glued && next.kind !== 'word') return null;
    return { kind: 'number', number, to: after };
  }
  if (token.kind !== 'word' || close.norm === ':' || close.norm === '-') return null;
  const word = text.slice(token.start, token.end);
  if (close.norm === '.' && next.glued) return null;
  const roman = ROMAN.indexOf(word.toLowerCase());
  if (roman > 0 || (roman === 0 && (bracket || close.norm === ')')))
    return { kind: 'roman', number: roman + 1, to: after };
  if (/^[a-z]$/.test(word) || (/^[A-Z]$/.test(word) && (bracket || close.norm !== '.' || /^[A-C]$/.test(word))))
    return { kind: 'letter', number: word.toLowerCase().charCodeAt(0) - 96, to: after };
  return null;
}

/** "-- Small cyst", but not "-- Findings --". */
function isDoubled(tokens: readonly Token[], from: number, to: number): boolean {
  const [first, second, third] = [tokens[from], tokens[from + 1], tokens[from + 2]];
  const dashes = (first?.norm === '-' || first?.norm === '>') && second?.norm === first.norm && second.glued;
  return dashes && from + 2 < to && third?.kind === 'word' && !third.glued && tokens[to - 1]?.norm !== first.norm;
}

/** "# 5th metatarsal base", "#NOF": the sign of a fracture, with a bone behind it that is neither a label nor normal. */
export function isBreakSign(tokens: readonly Token[], from: number, to: number): boolean {
  if (tokens[from]?.norm !== '#') return false;
  let at = from + 1;
  // "5th"
  if (tokens[at]?.kind === 'number' && tokens[at + 1]?.glued && tokens[at + 1]?.kind === 'word') at += 2;
  const last = Math.min(to, at + REACH);
  while (at < last && ((tokens[at]?.word.roles ?? 0) & (BEFORE_BONE | BONE)) === BEFORE_BONE) at += 1;
  if (at >= to || ((tokens[at]?.word.roles ?? 0) & BONE) === 0) return false;
  for (at += 1; at < to && at < last && tokens[at]?.kind === 'word'; at += 1)
    if ((tokens[at]?.word.roles ?? 0) & STATING) return false;
  return tokens[at]?.norm !== ':';
}
const REACH = 6;

/** "*No fracture.*", "**IMPRESSION**" and "## Findings" are emphasis, not bullets. */
function isEmphasis(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from];
  const last = tokens[to - 1];
  return first?.norm === '*' && last?.norm === '*' && last.glued && tokens[from + 1]?.glued === true;
}

/** The number that a line begins with though no sign closes it ("2 Small cyst"), or that an initial could be ("I. Small cyst"). */
export function bareMark(text: string, tokens: readonly Token[], from: number, to: number): ListMark | null {
  const first = tokens[from];
  const next = tokens[from + 1];
  if (!first || !next || from + 1 >= to) return null;
  // "1 - Small cyst"
  const third = tokens[from + 2];
  if (first.kind === 'number' && /^\d$/.test(first.norm) && (next.norm === '-' || next.norm === '–') && third)
    return from + 2 < to && !next.glued && !third.glued && startsUpper(text, third)
      ? { kind: 'number', number: Number(first.norm), to: from + 2 }
      : null;
  if (first.kind === 'number' && /^\d$/.test(first.norm))
    return !next.glued && startsUpper(text, next) ? { kind: 'number', number: Number(first.norm), to: from + 1 } : null;
  return first.norm === 'i' && next.norm === '.' && next.glued && from + 2 < to
    ? { kind: 'roman', number: 1, to: from + 2 }
    : null;
}
