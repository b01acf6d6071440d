/** Doubts: the words of a page whose characters are not to be trusted, critical ones first. */
import type { Doubt } from '@readingscan/engine';

export interface WordDoubt {
  readonly kind: Doubt['kind'];
  readonly confidence: number;
  readonly alternatives: readonly string[];
}

const SIDES = new Set(['left', 'right', 'bilateral', 'bilaterally', 'both']);
const NEGATIONS = new Set([
  'no',
  'not',
  'without',
  'none',
  'negative',
  'absent',
  'never',
  'cannot',
  'unlikely',
  'nor',
  'denies',
]);
const UNITS = new Set([
  'mm',
  'cm',
  'ml',
  'mg',
  'hu',
  'cc',
  'mgy',
  'kg',
  'suv',
  'weeks',
  'week',
  'months',
  'month',
  'years',
  'year',
  'days',
  'day',
]);

/** Below this confidence a word is doubtful. */
const BELOW: Readonly<Record<Doubt['kind'], number>> = { number: 0.8, unit: 0.7, side: 0.7, negation: 0.7, word: 0.5 };

/** Letters that stand where a digit belongs: "LS" for the level L5, "$1" for S1, "l2" for 12. */
const LOOK_ALIKE: Readonly<Record<string, string>> = {
  S: '5',
  A: '4',
  O: '0',
  o: '0',
  I: '1',
  l: '1',
  Z: '2',
  B: '8',
  i: '1',
  '|': '1',
  g: '9',
  '§': '5',
};
const LEVEL =
  /^[LTC][SAOIlZB|](?:[-/][LTCS$][SAOIlZB|\d]{1,2})?$|^[LTC]\d{1,2}[-/][LTCS$][SAOIlZB|]$|^[LTC]\d{1,2}[-/]\$\d$/;
const NEAR_NUMBER = /^[SOIlZBg|§]$|^(?:\d+[.,]?[SOolIZB|§]+\d*|[SOlIZB|§]+[.,]?\d+)$/;

/** "L Acute", where a list begins with "1."; "& mm"; "within S days". */
const STRAY_ITEM = /^[LlIi|]\.?$/;
const STRAY_SIGN = /^[&$@#*?]$/;
const STRAY_LETTER = /^[SOZl]$/;

/** What is at stake in a word: its digits, its unit, its side, its negation, or no more than the word. */
export function tokenKind(text: string): Doubt['kind'] {
  if (/\d/.test(text)) return 'number';
  const word = text.toLowerCase().replace(/^[^a-z%]+|[^a-z%]+$/g, '');
  if (SIDES.has(word)) return 'side';
  if (NEGATIONS.has(word)) return 'negation';
  return UNITS.has(word) ? 'unit' : 'word';
}

/** Where a word stands. */
export interface Place {
  /** among names, numbers and dates of a patient, or at the foot of a page: no part of what the report says */
  readonly furniture: boolean;
  /** levels of the spine stand on the page */
  readonly spine: boolean;
  /** the word after it in its row; null at the end */
  readonly next: string | null;
  readonly first: boolean;
}

const ANYWHERE: Place = { furniture: false, spine: true, next: null, first: false };
const FURNITURE_BELOW = 0.5;

/** The doubt about a word read with this confidence (0 to 1), if it is doubtful; `others` are other readings of it. */
export function doubtOf(
  text: string,
  confidence: number,
  others: readonly string[] = [],
  place: Place = ANYWHERE,
): WordDoubt | null {
  const kind = others.map(tokenKind).find((other) => other !== 'word') ?? tokenKind(text);
  if (place.furniture) {
    const doubtful = kind === 'number' ? confidence < FURNITURE_BELOW : kind !== 'word' && confidence < BELOW[kind];
    return doubtful ? { kind, confidence, alternatives: others } : null;
  }
  const digits = asDigits(text, confidence, place);
  if (digits !== null)
    return {
      kind: 'number',
      confidence: Math.min(confidence, 0.5),
      alternatives: [digits, ...others].filter((other, i, all) => other !== '' && all.indexOf(other) === i),
    };
  return confidence < BELOW[kind] || others.length > 0 ? { kind, confidence, alternatives: others } : null;
}

/** The number or spine level that a word of look-alikes may stand for. */
function asDigits(text: string, confidence: number, { spine, next, first }: Place): string | null {
  const core = text.replace(/^[("']+|[)"'.,;:]+$/g, '');
  if (first && STRAY_ITEM.test(text) && next !== null && /^[A-Z]/.test(next)) return '1.';
  if (STRAY_SIGN.test(core) && next !== null && tokenKind(next) === 'unit') return '';
  if (STRAY_LETTER.test(core) && next !== null && /^[a-z]{2}/.test(next)) return LOOK_ALIKE[core] ?? null;
  if (LEVEL.test(core) && (spine || confidence < BELOW.number))
    return core.replaceAll('$', 'S').replace(/(?<=[LTCS\d])[SAOIlZB|]/g, (letter) => LOOK_ALIKE[letter] ?? letter);
  if (core.length === 1 && confidence > 0.8) return null;
  return NEAR_NUMBER.test(core) ? core.replace(/[^\d.,]/g, (letter) => LOOK_ALIKE[letter] ?? letter) : null;
}
