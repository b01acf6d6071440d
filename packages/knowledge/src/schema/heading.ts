/** Section headings and what they open. */
import { z } from 'zod';
import { forms, provenance, slug } from './common.ts';

export const SECTION_CODES = [
  'history',
  'technique',
  'comparison',
  'findings',
  'impression',
  'findings_impression',
  'recommendation',
  'communication',
  'addendum',
  'procedure',
  'exam',
  'patient',
  'signature',
  'other',
] as const;

export const heading = z.strictObject({
  id: slug,
  code: z.enum(SECTION_CODES),
  loinc: z.string().optional(),
  /** any: so typical of headings that it counts in the middle of a line and without a colon */
  place: z.enum(['any', 'line']).default('line'),
  /** an impression only where no stronger heading for one follows */
  soft: z.boolean().optional(),
  /** what it opens instead where findings are still to come */
  yields: z.enum(SECTION_CODES).optional(),
  match: forms,
  ...provenance,
});
export type HeadingEntry = z.infer<typeof heading>;
