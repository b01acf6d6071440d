/** Ground floor: things of one kind that share a degree where they are listed: "trace MR and TR". */
import type { ReadingConcept } from '@readingscan/knowledge';
import type { Knowledge } from './stages.ts';

/** Whether two concepts are kinds of one thing that shares a degree. */
export const shareDegree = (
  one: ReadingConcept | undefined,
  other: ReadingConcept | undefined,
  { reading: { documents } }: Knowledge,
): boolean =>
  one?.broader !== undefined &&
  one.broader === other?.broader &&
  documents.specializations.degreeFamilies.includes(one.broader);
