/** Ground floor: words of a side as they stand in a statement, and a side that is known of something that names none. */
import { broaderOf } from './broader.ts';
import { conceptsById } from './concepts-by-id.ts';
import type { Span } from './document.ts';
import { matchesWithin } from './lexicon.ts';
import type { Knowledge, Recognized, SegmentedStatement } from './stages.ts';

/** With the word that tells it. */
export interface KnownSide {
  readonly side: 'left' | 'right';
  readonly span: Span;
}

interface Sided {
  readonly side: string;
  readonly span: Span;
}

/** In the order of the text; a word that is part of the name of something, as in "left atrium", is none. */
export function sidesIn(
  { from, to }: SegmentedStatement,
  { matches }: Pick<Recognized, 'matches'>,
  { reading }: Pick<Knowledge, 'reading'>,
): Sided[] {
  return matchesWithin(matches.modifier, from, to).flatMap(({ entry, start, end }): Sided[] => {
    const { role, value } = reading.modifiers[entry] ?? {};
    return role === 'side' ? [{ side: value ?? '', span: [start, end] }] : [];
  });
}

/** Whether there is a left one and a right one of a concept: a kidney, not the brain. */
export function isPairedIn(knowledge: Knowledge): (concept: string) => boolean {
  const broader = broaderOf(knowledge);
  const concepts = conceptsById(knowledge);
  return (concept) => broader(concept).some((one) => concepts.get(one)?.paired);
}
