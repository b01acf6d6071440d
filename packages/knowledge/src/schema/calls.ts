/** How results passed on are told: who was told, by what verb; words before a name of a person. */
import { z } from 'zod';
import { written } from './common.ts';

const words = z.array(z.string().min(1)).min(1);

export const calls = z.strictObject({
  source: z.string(),
  reviewed: z.union([z.literal(false), z.literal('no')]),
  /** a name follows, wherever they stand */
  titles: words,
  /** a name follows, where somebody was told */
  people: words,
  /** small words inside a name */
  particles: words,
  /** what was passed on, without an article */
  results: words,
  /** words that stand for it */
  meant: words,
  /** the verb that a note leaves out, and what a note without a subject begins with */
  was: z.strictObject({ one: z.string(), many: z.string(), alone: z.string() }),
  /** a result is told to somebody, or a person is told */
  verbs: z.array(z.strictObject({ to: z.enum(['result', 'person']), plain: z.string(), match: written })),
  roles: z.array(z.strictObject({ plain: z.string(), match: written })),
});
export type Calls = z.infer<typeof calls>;
