/** Findings, anatomy, devices, procedures and tests: what radiology names. */
import { z } from 'zod';
import { examples, forms, provenance, slug } from './common.ts';

export const REGIONS = [
  'head',
  'face',
  'neck',
  'chest',
  'breast',
  'heart',
  'abdomen',
  'pelvis',
  'spine',
  'shoulder',
  'arm',
  'elbow',
  'wrist',
  'hand',
  'hip',
  'leg',
  'knee',
  'ankle',
  'foot',
  'vessel',
  'bone',
  'skin',
  'whole-body',
  'pregnancy',
] as const;

/** How worrying a finding usually is when it is present. Fail towards concern: `depends` when in doubt. */
export const SIGNIFICANCE = ['reassuring', 'depends', 'attention', 'urgent', 'emergency'] as const;

export const concept = z.strictObject({
  id: slug,
  /** written forms, singular; plurals of the last word are added by the compiler */
  match: forms,
  /** forms that count only as written, letter by letter: PE, DJD, RUL */
  abbreviations: forms.optional(),
  /** noun phrase without article that can stand in a sentence in place of the term: "fluid around the lung" */
  plain: z.string().min(2).max(80),
  /** plural of `plain` where it is not regular: "spots in the lung" */
  plural: z.string().optional(),
  number: z.enum(['count', 'mass', 'plural']).default('count'),
  /** what stands for `plain` where its place follows: "break" in "break of the thigh bone", not "broken bone of …" */
  located: z.string().optional(),
  /** one sentence of 4 to 40 words, grade 8 at most */
  means: z.string().min(10),
  significance: z.enum(SIGNIFICANCE).optional(),
  region: z.enum(REGIONS).optional(),
  /** anatomy concept that the finding implies: the pleura for a pleural effusion */
  site: slug.optional(),
  /** the side that the name itself holds: right for RUL */
  laterality: z.enum(['left', 'right', 'midline']).optional(),
  /** whether the body has one on each side */
  paired: z.boolean().optional(),
  /** more general concept of the same kind */
  broader: slug.optional(),
  /** false: an everyday word that needs no definition (lung, rib) */
  term: z.boolean().default(true),
  examples,
  ...provenance,
});
export type ConceptEntry = z.infer<typeof concept>;
