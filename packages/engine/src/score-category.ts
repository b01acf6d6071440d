/** Ground floor: the category of a scale that a score is, and how soon it is told. */
import type { ReadingDocuments } from '@readingscan/knowledge';
import type { UrgencyTier } from './document.ts';

export type Scale = ReadingDocuments['scales'][number];
export type Category = Scale['categories'][number];

/** "3/P2" and "2S" are a 3 and a 2 with more said beside them; a measured number has one meaning for all values but those named. */
export function categoryOf({ categories, value, suffixes = [] }: Scale, category: string): Category | undefined {
  const [code = category] = category.split('/');
  return (
    categories.find((known) => known.code === category) ??
    categories.find((known) => known.code === code || suffixes.some((more) => known.code + more === code)) ??
    (value && categories.find((known) => known.code === 'number'))
  );
}

/** Of a measured number by its value: "-2.6", "80%". */
export function tierOfCategory({ tier, tiers = [] }: Category, written: string): UrgencyTier {
  const value = Number.parseFloat(written);
  const fitting = tiers.find(
    ({ atMost = Number.POSITIVE_INFINITY, atLeast = Number.NEGATIVE_INFINITY }) => atLeast <= value && value <= atMost,
  );
  return fitting?.tier ?? tier;
}
