/** Is a plain sentence true to the words it rests on? Numbers, sides and denials must be the same on both sides. */

const NUMBER = /\d+(?:[.,]\d+)*/g;
const LEFT = /\b(?:left(?:-sided|wards?)?|lt)\b/i;
const RIGHT = /\b(?:right(?:-sided|wards?)?|rt)\b/i;
const LEFT_CODE =
  /\b(?:LUL|LLL|LUQ|LLQ|LAD|LCX|LMCA|LV|LVEF|LVOT|LA|LAA|LICA|LCCA|LUE|LLE|LIF|LIJ|LLZ|LUZ|LMZ|LT|OS)\b|\b[Ll]ingula|\bL\b/;
const RIGHT_CODE =
  /\b(?:RUL|RML|RLL|RUQ|RLQ|RCA|RV|RA|RICA|RCCA|RUE|RLE|RIF|RIJ|RLZ|RUZ|RMZ|RT|OD)\b|\bR\b|\b[Mm](?:iddle|IDDLE) (?:lobe|LOBE)\b/;
const BOTH = /\b(?:both|bilateral(?:ly)?|either|each|two|bibasilar|bibasal|biapical|bilaterally)\b|\bB\/L\b/i;
const DENIAL = /\b(?:no|not|without|none|never|neither|nor|cannot|negative|absent|free of)\b|n['’]t\b/i;
const TOLD_BOTH = /\b(?:both|bilateral(?:ly)?|either)\b/i;
const PLAIN_DENIAL =
  /\b(?:no|not|none|never|nothing|neither|nor|without|cannot|free|clear|normal|normally|gone|absent|negative|removed|missing|same|unlikely|unimportant|ruled out|intact|open|healthy|unchanged|stable|except)\b|n['’]t\b/i;

export type Unfaithful = 'number-added' | 'number-lost' | 'side-added' | 'side-lost' | 'denial-lost';

/**
 * What a sentence adds to, or loses of, its basis; null when it is faithful. `source` is the text of the basis.
 * Whole words only: this is the last guard, not the reader.
 */
export function unfaithful(told: string, source: string): Unfaithful | null {
  const [said, written] = [numbersOf(told), numbersOf(source)];
  for (const number of said) if (!written.has(number)) return 'number-added';
  for (const number of written) if (!said.has(number)) return 'number-lost';
  const [toldSides, sides] = [sidesOf(told, false), sidesOf(source, true)];
  for (const side of toldSides)
    if (!sides.has(side) && !sides.has('both') && !(side === 'both' && sides.size > 1)) return 'side-added';
  const plain = sidesOf(source, false);
  for (const side of plain)
    if (!toldSides.has(side) && !toldSides.has('both') && !(side === 'both' && toldSides.size > 1)) return 'side-lost';
  if (DENIAL.test(source) && !PLAIN_DENIAL.test(told)) return 'denial-lost';
  return null;
}

const SPELLED = /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?!-sided)/gi;

/** Figures, and number words: a plain word may not count what the report does not. */
const numbersOf = (text: string): ReadonlySet<string> =>
  new Set([...(text.match(NUMBER) ?? []), ...(text.match(SPELLED) ?? []).map((word) => word.toLowerCase())]);

function sidesOf(text: string, codes: boolean): ReadonlySet<string> {
  const sides = new Set<string>();
  if (LEFT.test(text) || (codes && LEFT_CODE.test(text))) sides.add('left');
  if (RIGHT.test(text) || (codes && RIGHT_CODE.test(text))) sides.add('right');
  if ((codes ? BOTH : TOLD_BOTH).test(text)) sides.add('both');
  return sides;
}

/** For other languages than that of the text: its figures, the sides it names (in words, or in codes too), and whether it denies anything. */
export const figuresIn = (text: string): ReadonlySet<string> => new Set(text.match(NUMBER) ?? []);
export const sidesIn = (text: string): { readonly named: ReadonlySet<string>; readonly any: ReadonlySet<string> } => ({
  named: sidesOf(text, false),
  any: sidesOf(text, true),
});
export const deniesIn = (text: string): boolean => DENIAL.test(text);
