/** Wing 2, recognize, scores: one category at a place in the text: 4A, III, "probably benign", C3/E2, viable. */

import { longestForm, phraseAt } from '../../search.ts';
import type { Token } from '../../token.ts';
import type { Scale, ScaleWords, WordKind } from './scale-words.ts';

export type { WordKind };

export interface Line {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly words: ScaleWords;
}

export interface Category {
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

export const wordOf = ({ text, tokens, words }: Line, at: number, kind: WordKind): number => {
  const found = longestForm(words.words, text, tokens, at);
  return found?.values.includes(kind) ? found.to : 0;
};

/** `led`: a word such as "grade" stands right before, so that a single letter is a category; `direct`: so does the name of the system. */
export function categoryAt(line: Line, at: number, scale: Scale, led: boolean, direct = led): Category | null {
  const simple = simpleAt(line, at, scale, led);
  const found = simple && withLetter(line, simple, scale);
  if (!found || isCounted(line, found, direct)) return null;
  return withModifiers(line, withOutOf(line, found, scale), scale);
}

function simpleAt(line: Line, at: number, scale: Scale, led: boolean): Category | null {
  const { text, tokens, words } = line;
  const token = tokens[at];
  if (!token) return null;
  const phrase = longestForm(scale.phrases, text, tokens, at);
  const meant = phrase?.values[0];
  if (phrase && meant !== undefined) return { code: meant, from: at, to: phrase.to };
  if (token.kind === 'number') return numberedAt(line, at, scale, token);
  if (token.kind !== 'word') return null;
  const prefixed = prefixedAt(line, at, scale, token);
  if (prefixed) return prefixed;
  const written = text.slice(token.start, token.end);
  const code = scale.codes.get(token.norm);
  if (code !== undefined) {
    const [before, after] = [tokens[at - 1], tokens[at + 1]];
    const enclosed = before?.norm === '(' && after?.norm === ')';
    const last = (token.norm !== 'a' || before?.norm === ':') && (!after || after.kind === 'mark');
    const letter = token.norm.length > 1 || led || enclosed || last || written === written.toUpperCase();
    // the article: "Weber A ankle" counts, "BI-RADS a lexicon" does not
    const initials = after?.norm === '-' && after.glued && isLetter(tokens[at + 2]) && token.norm.length === 1;
    if (letter && !initials) return { code, from: at, to: at + 1 };
  }
  const suffix = token.norm.at(-1) ?? '';
  const base = scale.suffixes.has(suffix) ? scale.codes.get(token.norm.slice(0, -1)) : undefined;
  // "Lung-RADS is 2": no category I with an S
  if (base !== undefined && !wordOf(line, at, 'connectors'))
    return { code: base + suffix.toUpperCase(), from: at, to: at + 1 };
  const spelled = longestForm(words.numbers, text, tokens, at);
  const value = spelled?.values[0];
  const counted = spelled && value !== undefined ? scale.codes.get(String(value)) : undefined;
  return spelled && counted !== undefined ? { code: counted, from: at, to: spelled.to } : null;
}

/** the P of "A-P view" */
const isLetter = (token: Token | undefined): boolean => token?.kind === 'word' && token.norm.length === 1;

/** 4, 4A, 4-A, 4 B, 3S */
function numberedAt(line: Line, at: number, scale: Scale, token: Token): Category | null {
  const { tokens } = line;
  if (!/^\d{1,2}$/.test(token.norm)) return null;
  const hyphen = tokens[at + 1]?.norm === '-' && tokens[at + 1]?.glued && tokens[at + 2]?.glued;
  const place = hyphen ? at + 2 : at + 1;
  const letter = tokens[place];
  if (letter?.kind === 'word' && (letter.glued || isApart(line, place))) {
    const code = scale.codes.get(token.norm + letter.norm) ?? suffixed(scale, token.norm, letter.norm);
    if (code !== undefined) return { code, from: at, to: place + 1 };
    if (letter.glued && !hyphen) return null;
  }
  const code = scale.codes.get(String(Number(token.norm)));
  return code === undefined ? null : { code, from: at, to: at + 1 };
}

/** "4 B" in capitals, and "4 A lesion", but not the article of "4 A biopsy". */
function isApart(line: Line, at: number): boolean {
  const [letter, next] = [line.tokens[at], line.tokens[at + 1]];
  const written = line.text.slice(letter?.start, letter?.end);
  if (written.length !== 1 || written !== written.toUpperCase()) return false;
  return written !== 'A' || next?.kind !== 'word' || wordOf(line, at + 1, 'sides') > 0;
}

/** "IV A", "4 (A)", "4A S": the letter of a category set apart from it. */
function withLetter(line: Line, found: Category, scale: Scale): Category {
  const { tokens } = line;
  const open = tokens[found.to]?.norm === '(' ? 1 : 0;
  const at = found.to + open;
  const letter = tokens[at];
  if (letter?.kind !== 'word' || letter.norm.length !== 1) return found;
  if (open ? tokens[at + 1]?.norm !== ')' : letter.glued || !isApart(line, at)) return found;
  const suffix = scale.suffixes.has(letter.norm) ? found.code + letter.norm.toUpperCase() : undefined;
  const code = scale.codes.get(found.code.toLowerCase() + letter.norm) ?? suffix;
  return code === undefined ? found : { code, from: found.from, to: at + 1 + open };
}

function suffixed(scale: Scale, digits: string, letters: string): string | undefined {
  const suffix = letters.at(-1) ?? '';
  if (!scale.suffixes.has(suffix)) return undefined;
  const base = scale.codes.get(digits + letters.slice(0, -1));
  return base === undefined ? undefined : base + suffix.toUpperCase();
}

/** TR4, LR-5, US-2 behind the name of the system. */
function prefixedAt(line: Line, at: number, scale: Scale, token: Token): Category | null {
  for (const prefix of scale.prefixes) {
    if (token.norm === prefix) {
      const next = line.tokens[at + 1]?.norm === '-' ? at + 2 : at + 1;
      const found = line.tokens[next]?.kind === 'number' || next === at + 2 ? simpleAt(line, next, scale, true) : null;
      if (found) return { ...found, from: at };
    } else if (token.norm.startsWith(prefix)) {
      const code = scale.codes.get(token.norm.slice(prefix.length));
      if (code !== undefined) return { code, from: at, to: at + 1 };
    }
  }
  return null;
}

/** "4 mm", "6 months", "5%", "five-point", "2nd" are no categories, nor is "2 levels" further from the name. */
function isCounted(line: Line, { from, to }: Category, direct: boolean): boolean {
  const [next, behind] = [line.tokens[to], line.tokens[to + 1]];
  if (!next) return false;
  const at = next.norm === '-' && next.glued && behind?.glued ? to + 1 : to;
  if ((next.kind === 'word' && next.glued) || wordOf(line, at, 'counted') > 0) return true;
  const spelled = phraseAt(line.words.numbers, line.tokens, from, to);
  return !direct && wordOf(line, to, 'things') > 0 && (spelled !== null || line.tokens[from]?.kind === 'number');
}

/** 8/10 */
function withOutOf({ tokens }: Line, found: Category, { entry }: Scale): Category {
  const number = tokens[found.to + 1];
  const most = entry.outOf ?? Math.max(...entry.categories.map(({ code }) => Number(code) || 0));
  const stroke = tokens[found.to]?.norm === '/' && number?.kind === 'number' && Number(number.norm) === most;
  return stroke ? { ...found, to: found.to + 2 } : found;
}

/** "3/P2/S", "C3, E2" */
function withModifiers(line: Line, found: Category, { modifiers }: Scale): Category {
  const { tokens } = line;
  let category = found;
  if (modifiers.size === 0) return found;
  for (let parts = 0; parts < modifiers.size; parts += 1) {
    const mark = tokens[category.to]?.norm;
    const joined = mark === '-' || wordOf(line, category.to, 'joins') === category.to + 1;
    const at = joined ? category.to + 1 : category.to;
    const token = tokens[at];
    if (token?.kind !== 'word') break;
    const sign = tokens[at + 1]?.norm;
    const signed = sign === '+' || sign === '-' ? modifiers.get(token.norm + sign) : undefined;
    const told = signed ?? modifiers.get(token.norm);
    if (told === undefined || (mark !== '/' && token.norm.length < 2)) break;
    category = { code: `${category.code}/${told}`, from: category.from, to: at + (signed === undefined ? 1 : 2) };
  }
  return category;
}
