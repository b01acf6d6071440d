/** Words that modify a finding or an organ: how much, how long, which side, what it looks like, and whether it is as it should be. */
import { z } from 'zod';
import { examples, forms, provenance, slug } from './common.ts';

export const ROLES = [
  'severity',
  'acuity',
  'size',
  'count',
  'side',
  'position',
  'level',
  'shape',
  'margin',
  'texture',
  'density',
  'signal',
  'echo',
  'uptake',
  'enhancement',
  'distribution',
  'extent',
  'normal',
  'abnormal',
  'status',
  'stage',
  'other',
] as const;

export const modifier = z.strictObject({
  id: slug,
  role: z.enum(ROLES),
  /** value for the reading: trace, mild, moderate, severe; acute, subacute, chronic; left, right, bilateral, midline */
  value: z.string().optional(),
  match: forms,
  abbreviations: forms.optional(),
  /** plain words that can stand in its place before the noun ("small") */
  plain: z.string(),
  /** plain words after the noun or verb where they differ ("a little") */
  after: z.string().optional(),
  means: z.string().optional(),
  term: z.boolean().default(false),
  examples,
  ...provenance,
});
export type ModifierEntry = z.infer<typeof modifier>;
