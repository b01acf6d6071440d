/** Wing 2, recognize, scores: a category before the name of its system: "stable disease by RECIST 1.1", "55% by NASCET". */
import { EMPTY_LIST } from '../../alike.ts';
import { longestForm } from '../../search.ts';
import { type Category, type Line, wordOf } from './category.ts';
import type { Scale } from './scale-words.ts';
import type { FoundScore } from './scan.ts';

const LINKS = 5;
const WORDS = 5;

/** The words, or the letters in capitals, that end where the name begins, but for "by", "according to", "(". */
export function wordedBefore(line: Line, name: number, { phrases, codes }: Scale): Category | null {
  const { text, tokens } = line;
  for (let end = name; end >= Math.max(1, name - LINKS); end -= 1) {
    let longest: Category | null = null;
    for (let from = end - 1; from >= Math.max(0, end - WORDS); from -= 1) {
      const phrase = longestForm(phrases, text, tokens, from, end);
      if (phrase?.to === end) longest = { code: phrase.value, from, to: end };
    }
    if (longest) return longest;
    const token = tokens[end - 1];
    const code = token && end < name ? codes.get(token.norm) : undefined;
    if (token && code !== undefined && code.length > 1 && text.slice(token.start, token.end) === code)
      return { code, from: end - 1, to: end };
    if (!wordOf(line, end - 1, 'links')) return null;
  }
  return null;
}

/** "55% by NASCET", "50-69% (NASCET)", "NASCET 70%"; a number of percent before the name comes first. */
export function percentOf(line: Line, name: number, to: number, scale: Scale): readonly FoundScore[] {
  const sign = signBefore(line, name) ?? signBehind(line, to);
  if (sign === null) return EMPTY_LIST;
  const { code, from } = written(line, sign);
  return [{ scale, code, from: Math.min(from, name), to: Math.max(sign + 1, to) }];
}

function signBefore(line: Line, name: number): number | null {
  const { tokens } = line;
  for (let at = name - 1; at >= Math.max(1, name - LINKS - 3); at -= 1) {
    if (tokens[at]?.norm === '%') return tokens[at - 1]?.kind === 'number' ? at : null;
    if (!wordOf(line, at, 'links') && tokens[at]?.kind !== 'word') return null;
  }
  return null;
}

function signBehind(line: Line, to: number): number | null {
  const { tokens } = line;
  for (let at = to; at < Math.min(tokens.length, to + 8); at += 1) {
    const token = tokens[at];
    if (!token || token.norm === ';' || (token.norm === '.' && !tokens[at + 1]?.glued)) return null;
    if (token.norm === '%') return tokens[at - 1]?.kind === 'number' ? at : null;
  }
  return null;
}

/** "50-69%" as it is written */
function written({ tokens }: Line, sign: number): { code: string; from: number } {
  const high = tokens[sign - 1]?.norm ?? '';
  const dash = tokens[sign - 2]?.norm;
  const low = tokens[sign - 3];
  if ((dash === '-' || dash === '–') && low?.kind === 'number') return { code: `${low.norm}-${high}%`, from: sign - 3 };
  return { code: `${high}%`, from: sign - 1 };
}
