/** How soon a finding, a score or an advice asks for something: the tier of a concept in a given state, where it differs from its significance. */
import { z } from 'zod';
import { forms, provenance, slug } from './common.ts';

const tier = z.enum(['emergency', 'urgent', 'soon', 'routine', 'reassuring']);
const degree = z.enum(['trace', 'mild', 'moderate', 'severe']);

export const urgency = z.strictObject({
  ...provenance,
  /** tier of each significance of a concept */
  significance: z.strictObject({ emergency: tier, urgent: tier, attention: tier, depends: tier, reassuring: tier }),
  /** the first rule that fits a finding counts */
  rules: z.array(
    z.strictObject({
      concepts: z.array(slug).min(1),
      tier,
      severity: z.array(degree).optional(),
      acuity: z.array(z.enum(['acute', 'subacute', 'chronic'])).optional(),
      change: z.array(z.enum(['new', 'increased', 'stable', 'decreased', 'resolved'])).optional(),
      certainty: z.array(z.enum(['definite', 'likely', 'possible', 'unlikely'])).optional(),
      /** largest length in mm: from, and less than */
      from: z.number().optional(),
      below: z.number().optional(),
      /** one of these words stands in the same statement */
      words: forms.optional(),
      /** none of these words stands in the same statement */
      without: forms.optional(),
      /** one of these words stands in the request: why the scan was done */
      request: forms.optional(),
      /** anatomy concept that the finding lies in */
      at: z.array(slug).optional(),
    }),
  ),
  /** words of a statement that ask for a tier by themselves, whatever was understood of it */
  words: z.array(z.strictObject({ tier, match: forms, without: forms.optional() })),
  /** words of an advice that say how soon */
  advice: z.array(z.strictObject({ tier, match: forms })),
});
