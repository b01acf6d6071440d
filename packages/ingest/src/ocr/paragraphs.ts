/** Paragraphs: a row stands apart from the one above it where the gap is wider than the page's usual line step. */
import type { PlacedRow, PlacedWord } from '../source.ts';
import type { OcrWord } from './recognizer.ts';
import { median, type Row } from './rows.ts';

const WIDE = 1.45;

export function placedRows(rows: readonly Row[], place: (word: OcrWord) => PlacedWord): PlacedRow[] {
  const steps = rows.slice(1).map((row, i) => row.baseline - rows[i]!.baseline);
  const usual = lowerStep(steps);
  return rows.map((row, i) => ({ words: row.words.map(place), paragraph: i > 0 && steps[i - 1]! > usual * WIDE }));
}

/** The step between rows of one paragraph: the lower third of all steps, as headings and tables stand wider. */
function lowerStep(steps: readonly number[]): number {
  const sorted = [...steps].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 3)] ?? median(steps);
}
