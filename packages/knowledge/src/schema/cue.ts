/** Context cues (ConText): words that deny, doubt, date or attribute what stands before or after them. */
import { z } from 'zod';
import { examples, forms, provenance, slug } from './common.ts';

export const CATEGORIES = [
  'negated',
  'hedged-negated',
  'likely',
  'suspected',
  'possible',
  'unlikely',
  'conditional',
  'hypothetical',
  'historical',
  'future',
  'other-person',
  'definite',
  'not-evaluated',
  'exception',
  'contrast',
  'alternative',
] as const;

export const cue = z.strictObject({
  id: slug,
  category: z.enum(CATEGORIES),
  /** forward: acts on what follows; backward: on what stands before; both; pseudo: looks like a cue and is none; terminate: ends a scope */
  direction: z.enum(['forward', 'backward', 'both', 'pseudo', 'terminate']),
  match: forms,
  /** categories of cues whose scope this one ends; all when absent */
  ends: z.array(z.enum(CATEGORIES)).optional(),
  /** greatest reach in words; the statement when absent */
  reach: z.number().int().positive().optional(),
  examples,
  ...provenance,
});
export type CueEntry = z.infer<typeof cue>;

export const change = z.strictObject({
  id: slug,
  direction: z.enum(['new', 'increased', 'stable', 'decreased', 'resolved']),
  /** where the changed thing stands */
  attaches: z.enum(['forward', 'backward', 'both']).default('both'),
  match: forms,
  /** words that say it plainly: "has grown" */
  plain: z.string(),
  examples,
  ...provenance,
});
export type ChangeEntry = z.infer<typeof change>;
