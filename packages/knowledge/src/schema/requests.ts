/** What a request says and how it is told: the signs that a doctor asks, what is known of a person, the short forms that requests are written in. */
import { z } from 'zod';
import { form, forms } from './common.ts';

/** How a piece of a request is told. `says`: word for word, as the doctor wrote it. */
export const MANNERS = [
  'asks',
  'checks',
  'follows',
  'before',
  'denies',
  'never',
  'had',
  'was',
  'known',
  'are',
  'family',
  'has',
  'takes',
  'stopped',
  'says',
] as const;
const manner = z.enum(MANNERS);
export type RequestManner = z.infer<typeof manner>;

export const TERM_KINDS = [
  'symptom',
  'condition',
  'event',
  'procedure',
  'medicine',
  'diagnosis',
  'state',
  'purpose',
  'measure',
  'link',
  'placing',
  'adjective',
] as const;

const term = z.strictObject({
  as: z.enum(TERM_KINDS),
  match: forms,
  /** noun phrase without article; of a measure, a sentence with {value}; of a link, the words that join */
  plain: form,
  /** the plain words where it is asked for: "r/o appy" is about the illness, "s/p appy" about the surgery */
  asked: form.optional(),
  number: z.enum(['count', 'mass', 'plural']).default('mass'),
});
export type RequestTerm = z.infer<typeof term>;

const template = z.string().includes('{what}');

export const requests = z.strictObject({
  source: z.string(),
  reviewed: z.union([z.literal(false), z.literal('no')]),
  /** words of headings above what is no request: the family, medicines, allergies, what was long ago */
  otherHeadings: forms,
  /** what stands before an age, and before a person without one */
  persons: forms,
  /** what stands behind the number of an age */
  ages: forms,
  sexes: forms,
  /** between the person and what is said of them */
  presents: forms,
  /** words before a length of time, and what they are told with; the word behind it that makes it a history */
  durations: z.strictObject({
    before: forms,
    plain: z.string(),
    units: z.record(z.string(), z.tuple([form, form])),
    fractions: z.record(z.string(), form),
    history: forms,
    /** of what happened once: {time} */
    ago: form,
    /** behind a length of time: how long ago it was */
    past: form,
    /** before a year */
    year: form,
  }),
  /** manner → the words that begin it */
  cues: z.partialRecord(manner, forms),
  /** words that make a piece more than a list: it is told word by word */
  stops: forms,
  /** words that may follow a symptom or an event without changing what it is */
  afterTerms: forms,
  /** letters that stand for a side, and the word that may follow them */
  sides: z.record(z.string(), form),
  sided: form,
  /** between two of which only one may be so: "pneumonia vs edema" */
  versus: forms,
  /** manner → the sentence; `many` where {what} is plural, `long` where it has lasted, `alone` where nothing follows */
  tells: z.record(
    manner,
    z.strictObject({ text: template, many: template.optional(), long: template.optional(), alone: form.optional() }),
  ),
  /** join the items of a list */
  joins: z.strictObject({ and: form, or: form }),
  /** concepts of the knowledge that are symptoms, and conditions that last */
  symptoms: z.array(z.string()),
  conditions: z.array(z.string()),
  terms: z.array(term),
});
export type Requests = z.infer<typeof requests>;
