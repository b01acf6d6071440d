/** Is recognised text too doubtful to be relied on? A row is missing, or more than 1 in 20 of the words that must not be wrong are in doubt. */
import type { Extraction, Span } from '@readingscan/engine';

const SIDES_AND_NEGATIONS: ReadonlySet<string> = new Set([
  'left',
  'right',
  'bilateral',
  'both',
  'no',
  'not',
  'without',
  'none',
  'absent',
  'never',
]);
const UNIT = /^(?:mm|cm|m|ml|cc|mg|g|kg|hu|mgy|msv|suv|%|percent|(?:hour|day|week|month|year)s?)(?![a-z])/i;
const JOINS: ReadonlySet<string> = new Set(['x', '×', 'by', 'to', 'or', 'and', '-', '–']);
const LONGEST_CHAIN = 6;
const MOST_IN_DOUBT = 1 / 20;

export function isTooDoubtful(extraction: Extraction): boolean {
  if (extraction.warnings.some((warning) => warning.code === 'page-missing')) return true;
  const { text, doubts = [] } = extraction.source;
  if (doubts.length === 0) return false;
  const critical = criticalSpans(text);
  const atStake = doubts.filter(
    ({ kind, span }) =>
      kind === 'unit' ||
      kind === 'side' ||
      kind === 'negation' ||
      (kind === 'number' && critical.some(([start, end]) => start < span[1] && span[0] < end)),
  ).length;
  return atStake > 0 && atStake > critical.length * MOST_IN_DOUBT;
}

/** Numbers with a unit, sides and negations of a text; numbers of the patient, the order and lists have no unit. */
function criticalSpans(text: string): Span[] {
  const words = [...text.matchAll(/\S+/g)].map((match) => ({ word: match[0], start: match.index }));
  return words.flatMap(({ word, start }, i): Span[] => {
    const isCritical =
      SIDES_AND_NEGATIONS.has(word.toLowerCase().replace(/[^a-z]/g, '')) ||
      hasUnit(words.slice(i, i + LONGEST_CHAIN).map((next) => next.word));
    return isCritical ? [[start, start + word.length]] : [];
  });
}

/** Do words begin with a number that has a unit: "9 mm", "2.1cm", "3 x 4 cm", "6 to 12 months"? */
function hasUnit([first = '', ...rest]: readonly string[]): boolean {
  const tail = first.replace(/^[^0-9]*[0-9.,/-]+/, '');
  if (!/\d/.test(first)) return false;
  if (UNIT.test(tail) || /^-(?:mm|cm)/.test(tail)) return true;
  for (const word of rest) {
    if (UNIT.test(word)) return true;
    if (!/^\d/.test(word) && !JOINS.has(word.toLowerCase())) return false;
  }
  return false;
}

const HARDLY_READ = 0.6; // mean confidence of the words

/** Were the words hardly read at all? Then nothing follows from what they seem to say. */
export function isIllegible({ source }: Extraction): boolean {
  const words = source.words ?? [];
  if (words.length === 0) return false;
  return words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length < HARDLY_READ;
}
