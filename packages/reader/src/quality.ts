/** Is recognised text too doubtful to be relied on? A row is missing, or more than 1 in 20 of the words that must not be wrong are in doubt. */
import type { Extraction } from '@readingscan/engine';

const CRITICAL_DOUBTS: ReadonlySet<string> = new Set(['number', 'unit', 'side', 'negation']);
const CRITICAL_WORDS: ReadonlySet<string> = new Set([
  'left',
  'right',
  'bilateral',
  'no',
  'not',
  'without',
  'absent',
  'never',
]);
const MOST_IN_DOUBT = 1 / 20;

export function isTooDoubtful(extraction: Extraction): boolean {
  if (extraction.warnings.some((warning) => warning.code === 'page-missing')) return true;
  const doubts = (extraction.source.doubts ?? []).filter((doubt) => CRITICAL_DOUBTS.has(doubt.kind)).length;
  return doubts > 0 && doubts > criticalTokens(extraction.source.text) * MOST_IN_DOUBT;
}

/** Numbers, sides and negations of a text. */
function criticalTokens(text: string): number {
  let count = 0;
  for (const word of text.split(/\s+/)) {
    if (/\d/.test(word) || CRITICAL_WORDS.has(word.toLowerCase().replace(/[^a-z]/g, ''))) count += 1;
  }
  return count;
}

const HARDLY_READ = 0.6; // mean confidence of the words

/** Were the words hardly read at all? Then nothing follows from what they seem to say. */
export function isIllegible({ source }: Extraction): boolean {
  const words = source.words ?? [];
  if (words.length === 0) return false;
  return words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length < HARDLY_READ;
}
