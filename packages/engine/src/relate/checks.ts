/** Wing 3, relate: things in the report that do not agree with each other. */
import type { Check, Finding, ImpressionItem } from '../document.ts';
import type { Knowledge, Recognized } from '../stages.ts';

export function checksOf(
  _recognized: Recognized,
  _findings: readonly Finding[],
  _impression: readonly ImpressionItem[],
  _knowledge: Knowledge,
): readonly Check[] {
  return [];
}
