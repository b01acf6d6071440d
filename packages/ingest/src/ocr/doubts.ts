/** Doubts: the words of a page whose characters are not to be trusted, critical ones first. */
import type { Doubt } from '@readingscan/engine';

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

const BELOW: Readonly<Record<Doubt['kind'], number>> = { number: 0.8, unit: 0.7, side: 0.7, negation: 0.7, word: 0.5 };

/** What is at stake in a word: its digits, its unit, its side, its negation, or no more than the word. */
export function tokenKind(text: string): Doubt['kind'] {
  if (/\d/.test(text)) return 'number';
  const word = text.toLowerCase().replace(/^[^a-z%]+|[^a-z%]+$/g, '');
  if (SIDES.has(word)) return 'side';
  if (NEGATIONS.has(word)) return 'negation';
  return UNITS.has(word) ? 'unit' : 'word';
}

/** The doubt about a word read with this confidence (0 to 1), if it is doubtful. */
export function doubtOf(text: string, confidence: number, alternatives: readonly string[] = []) {
  const kind = tokenKind(text);
  return confidence < BELOW[kind] || alternatives.length > 0 ? { kind, confidence, alternatives } : null;
}
