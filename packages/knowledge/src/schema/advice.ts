/** How advice and calls are told: what asks for a thing, who is asked to see you, what for and when. */
import { z } from 'zod';
import { written } from './common.ts';

const sentence = z.string().min(1);
/** written forms, their alternatives in braces written out */
const told = z.strictObject({ match: written, plain: sentence });

export const advice = z.strictObject({
  source: z.string(),
  reviewed: z.union([z.literal(false), z.literal('no')]),
  /** what asks for a thing: `before` it, told by `plain`, or `after` it, told by `tail`; `again` where it asks for the same once more */
  asks: z.array(
    z.strictObject({
      plain: sentence.optional(),
      tail: sentence,
      before: written.optional(),
      after: written.optional(),
      again: z.boolean().default(false),
    }),
  ),
  /** what asks for nothing of its own, before or behind such words */
  polite: written,
  /** before a comma in front of advice: "if …,", "given …," */
  leads: z.array(z.string()),
  /** words after which a denial is part of a condition */
  conditions: z.array(z.string()),
  /** advice that has no verb, by how strongly it is given */
  when: sentence,
  bare: z.strictObject({ recommended: sentence, suggested: sentence, optional: sentence }),
  /** a test that is asked for once more: before one, before several, and where no test is named */
  repeat: z.strictObject({ match: written, one: sentence, many: sentence, alone: sentence }),
  /** a follow-up named behind its test: "MRI surveillance" */
  afterTest: sentence,
  /** a look at the same again, before the name of a test */
  followUp: z.strictObject({ match: written, plain: sentence }),
  /** what refuses a thing that stands behind it, or has its name in it */
  refusals: z.array(told),
  /** "otherwise" behind an "if" */
  contrary: told,
  /** adjectives of what is asked for */
  manner: z.array(told),
  /** things asked for, as nouns */
  things: z.array(z.strictObject({ match: written, plain: sentence, number: z.enum(['count', 'mass', 'plural']) })),
  /** who is asked to see the person */
  specialties: z.array(told),
  /** behind the name of a specialty, saying nothing more: team, clinic */
  teams: written,
  /** a visit to such a team; {who}; `alone` where no team is known */
  visits: z.array(told.extend({ alone: sentence.optional() })),
  /** pronouns that begin another clause: "…, it is recommended" */
  subjects: z.array(z.string()),
  /** verbs of a visit: the team stands behind them */
  sends: z.array(z.string()),
  /** behind a comma these open a sentence of their own */
  opens: z.array(z.string()),
  /** a team that is asked for by its name alone; before "the surgery" they speak of none */
  visitAlone: z.string(),
  /** words of the place of a visit, which make who is asked for sure: "ortho clinic" */
  clinics: z.array(z.string()),
  since: z.array(z.string()),
  /** between a visit and the team, an article aside */
  toward: z.array(z.string()),
  /** what opens an aim; a form without it stands behind "and" only, where it can go on with one */
  aims: z.array(z.string()),
  /** what it is for, when and on what condition; `joined` where it goes on behind "and" */
  turns: z.array(z.strictObject({ match: written, plain: sentence, joined: sentence.optional() })),
});
export type Advice = z.infer<typeof advice>;
