/** Assessment categories and grading scales: how they are written, and what each category means for a patient. */
import { z } from 'zod';
import { forms, provenance } from './common.ts';

const category = z.strictObject({
  /** as the reading gives it: 4A, IIF, viable; `number` for a scale that is a measured number */
  code: z.string().min(1),
  /** further written forms after the name of the system: "probably benign" */
  match: forms.optional(),
  /** the name that clinicians give it, without rates */
  label: z.string().min(2),
  /** patient words, grade 8 at most, never a percentage */
  means: z.string().min(10),
  /** usual next step in a few words */
  next: z.string().optional(),
  tier: z.enum(['emergency', 'urgent', 'soon', 'routine', 'reassuring']),
});

export const scale = z.strictObject({
  system: z.string(),
  version: z.string().optional(),
  organ: z.string(),
  ...provenance,
  /** whether the facts were checked against the primary source; where not, no numbers are given */
  verified: z.boolean(),
  names: forms,
  /** names that count only where a word of `context` stands in the report */
  near: forms.optional(),
  /** short names in capitals that stand right before the category: LR-5, TR4 */
  tight: forms.optional(),
  /** letters that may stand before the category behind the name: TI-RADS TR4 */
  prefixes: forms.optional(),
  context: forms.optional(),
  /** things whose grade is a category of this scale: "grade I anterolisthesis" */
  graded: forms.optional(),
  /** the names need the word grade or type too */
  gradedOnly: z.boolean().optional(),
  /** letters that may be added to a category: 3S */
  suffixes: forms.optional(),
  /** further parts behind the category: CAD-RADS 3/P2/S */
  modifiers: forms.optional(),
  letters: z.boolean().optional(),
  /** greatest value, where it may stand behind a stroke: 8/10 */
  outOf: z.number().optional(),
  /** measurement: the value is the measurement of that unit; percent: a percentage behind the name */
  value: z.enum(['measurement', 'percent']).optional(),
  categories: z.array(category).min(1),
});

/** Every file of data/<language>/scales is a list; all files make one list. */
export const scales = z.array(scale);

/** The words around names and categories. */
export const scores = z.strictObject({
  ...provenance,
  /** may stand between a name and its category */
  connectors: forms,
  /** say that a grade follows */
  classes: forms,
  /** join two categories of one system */
  joins: forms,
  /** may stand between a join and the next category: on the right */
  sides: forms,
  historyBefore: forms,
  historyAfter: forms,
  now: forms,
  /** "2019 MRI": a year before an examination dates it */
  exams: forms,
  /** units and nouns behind a number that make it no category */
  counted: forms,
});
