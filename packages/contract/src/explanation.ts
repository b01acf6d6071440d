/** Schema of an explanation. */
import type { Explanation } from '@readingscan/engine';
import { z } from 'zod';
import { type Held, held } from './held.ts';
import { certainty, due, list, span, spans, tier, told } from './parts.ts';
import { reading } from './reading.ts';

/** places of the body map */
const place = z.enum([
  'head',
  'neck',
  'chest',
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
]);
const how = z.enum(['composed', 'substituted', 'verbatim']);
const sentence = told.extend({ how: how.exactOptional() });
const support = z.object({ statement: z.string(), plain: list(sentence) });

export const explanation = z.object({
  schema: z.literal('readingscan.explanation/1'),
  language: z.string(),
  level: z.enum(['plain', 'standard']),
  reading,
  notices: list(told.extend({ code: z.string() })),
  headline: told,
  urgency: told.extend({ tier }),
  items: list(
    z.object({
      impression: z.string(),
      rank: z.number(),
      original: z.string(),
      plain: list(told.extend({ how })),
      certainty: told.extend({ rank: certainty }).nullable(),
      change: told.nullable(),
      phrases: list(z.string()),
      terms: list(z.string()),
      supportedBy: list(support),
      urgency: tier,
      places: list(z.object({ place, side: z.enum(['left', 'right', 'both']).nullable(), basis: spans })),
    }),
  ),
  sections: list(z.object({ section: z.string(), statements: list(support.extend({ how })) })),
  normal: list(told),
  nextSteps: list(told.extend({ recommendation: z.string(), due: due.nullable() })),
  communications: list(z.object({ communication: z.string(), plain: list(sentence) })),
  phrases: list(z.object({ slug: z.string(), phrase: z.string(), means: z.string(), doesNotMean: z.string(), spans })),
  questions: list(told),
  secondOpinion: list(told),
  worthAsking: list(told.extend({ check: z.string() })),
  terms: list(z.object({ slug: z.string(), term: z.string(), definition: z.string(), spans })),
  notExplained: list(z.object({ span, text: z.string() })),
  readability: z.object({ fleschKincaidGrade: z.number().nullable(), originalGrade: z.number().nullable() }),
  disclaimer: z.string(),
});

held<Held<typeof explanation, Explanation>>(true);
