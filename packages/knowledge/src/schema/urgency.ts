/** How soon a finding, a score or an advice asks for something: the tier of a concept in a given state, where it differs from its significance. */
import { z } from 'zod';
import { examples, forms, provenance, slug, written } from './common.ts';

const tier = z.enum(['emergency', 'urgent', 'soon', 'routine', 'reassuring']);
const word = z.array(z.string().regex(/^\S+$/)).min(1);
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
      /** with `unit`, `from` and `below` are of the value measured in this unit: 20 % */
      unit: z.string().optional(),
      /** one of these words stands in the same statement */
      words: written.optional(),
      /** one of these words stands right at the finding, with no other one between: "expected postoperative" */
      near: z.literal(true).optional(),
      /** none of these words stands in the same statement */
      without: forms.optional(),
      /** one of these words stands in the request: why the scan was done */
      request: forms.optional(),
      /** anatomy concept that the finding lies in */
      at: z.array(slug).optional(),
    }),
  ),
  /** words of a statement that ask for a tier by themselves, whatever was understood of it */
  words: z.array(
    z.strictObject({
      tier,
      match: written,
      without: forms.optional(),
      /** does not count where one of these stands behind it: "attend ED if worse" */
      unlessBehind: forms.optional(),
      /** behind it these leave no condition open, so that it counts all the same */
      butBehind: forms.optional(),
      /** counts beside a denial too: "tip not seen, do not use" */
      warns: z.boolean().optional(),
    }),
  ),
  /** concepts whose name holds such a word and says that it is over: "reduced intussusception" */
  settled: z.array(slug).min(1),
  /** words of an advice that say how soon */
  advice: z.array(
    z.strictObject({
      tier,
      /** its words name a time: beside another time they say no more */
      timed: z.boolean().default(false),
      match: forms,
    }),
  ),
  /** what the person is asked to do, where it is more than a routine: by its kind */
  care: z.record(slug, tier),
  /** around such a word they say the reverse: non-urgent */
  calm: forms,
  /** what is looked for in people who have no complaint: the next round of it is no worry */
  screening: forms,
  /** said of the test and not of the person: what such a statement doubts asks for nothing */
  remarks: written,
  /** a side whose finding is left out, beside one that is denied: `closing` where a clause ends behind it, `within` anywhere */
  otherSide: z.strictObject({ closing: written, within: written }),
  /** behind what is denied, with nothing named of its own: there it is not denied; `without`: not where it is of no weight there */
  exceptions: z.strictObject({ match: forms, without: forms }),
  /** places that something should be in, by a name for the group */
  places: z.record(slug, forms),
  /** what should be there: that it is not is no good news; the most pressing that fits counts */
  missing: z.array(
    z.strictObject({
      id: slug,
      tier,
      /** what is denied or lost */
      match: forms.optional(),
      /** words that hold the denial themselves: nonopacification */
      lacks: written.optional(),
      /** words of a loss that counts for this alone, before or behind it: "reduced" flow */
      lost: z.strictObject({ before: forms, behind: forms }).optional(),
      /** groups of places: one of them holds it, or bears its name */
      in: z.array(slug).min(1).optional(),
      /** beside one of these the denial is good news, or speaks of something else */
      without: forms.optional(),
      examples,
    }),
  ),
  /** words by which something that should be there is said to be gone */
  lost: z.strictObject({ before: forms, behind: forms }),
  /** single words between what is missing and its place */
  between: z.strictObject({
    /** of the place that follows: "flow in the artery" */
    of: word,
    /** of the place before: "the kidney shows no enhancement" */
    verbs: word,
    /** what follows is of another thing */
    stops: word,
    /** deny the loss itself */
    denials: word,
  }),
  /** what might come is not there, but no good news either */
  risks: z.strictObject({
    tier,
    /** of these it is graver */
    grave: z.array(z.strictObject({ tier, concepts: z.array(slug).min(1), words: forms })),
    /** in figures: from how many percent on, the highest first */
    figures: z.array(z.strictObject({ tier, concepts: z.array(slug).min(1), from: z.number() })).min(1),
    /** the risk is small, or denied */
    without: forms,
    examples,
  }),
  /** why somebody comes is no finding of the scan */
  complaints: z.strictObject({
    /** the last word of what is complained of */
    of: word,
    /** stands before the complaint, within some words */
    before: forms,
    /** what comes with the person, whatever it is: "presenting with" */
    told: forms,
    /** nouns of a person, and what joins the complaint: "in a patient with bleeding" */
    people: word,
    joins: word,
    examples,
  }),
});
