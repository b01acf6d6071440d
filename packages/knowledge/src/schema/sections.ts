/** Words by which the parts of a report are told apart where no heading says so. */
import { z } from 'zod';

const words = z.array(z.string().min(1)).min(1);

const lead = z.strictObject({
  /** the section that such a line opens */
  code: z.enum(['exam', 'history', 'technique', 'comparison', 'recommendation', 'communication', 'signature', 'other']),
  /** the line begins with one of these words … */
  opens: words,
});

export const sections = z.strictObject({
  source: z.string(),
  reviewed: z.literal('no').or(z.literal(false)),
  /** may stand beside a heading word: preliminary impression, clinical indication, findings of the abdomen */
  qualifiers: words,
  /** may stand between the words of a heading */
  joiners: words,
  /** after one of these, a heading word without a colon is part of a sentence */
  notAfter: words,
  /** words that cannot be the last of a statement */
  unfinished: words,
  leads: z.array(lead),
  /** anywhere in a paragraph of its own after the impression: the result was passed on */
  passedOn: words,
  /** the thing advised at the beginning of a sentence such as "A further scan is recommended" */
  advisable: words,
  /** "… is recommended" */
  advised: words,
  /** before the interval that closes a few words of advice: "clinic review within 3 weeks" */
  timing: words,
  /** openings of a concluding sentence, and words of it in any place */
  concludes: z.strictObject({ opens: words, holds: words, subjects: words, judges: words, guesses: words }),
  /** words of a sentence that states something is as it should be */
  normal: words,
  /** openings of a sentence that tells what is seen */
  tells: words,
  /** openings of a sentence that tells something by the way: a last paragraph of nothing else is no conclusion */
  inPassing: words,
  /** judge what the sentence before told: a scoring system, "highly suspicious" */
  grades: words,
  /** words of an addendum sentence that brings a new finding */
  adds: words,
  /** in an addendum they say that only a side, a size or a word of the report was wrong: its items stay, and a note says so */
  misstates: words,
  /**
   * why a scan was done: openings of such a sentence, words of it in any place, and illnesses that are told of a person where a short
   * sentence holds little else
   */
  asked: z.strictObject({ opens: words, holds: words, conditions: words, tells: words }),
  /** a sentence that only points elsewhere or tells of the report itself: its openings and its last words */
  refers: z.strictObject({ opens: words, closes: words }),
  /** behind "#", which British notes write for a fracture: bones, and words that stand before them */
  broken: z.strictObject({ bones: words, before: words }),
  status: z.strictObject({
    preliminary: words,
    corrected: words,
    /** only in a heading */
    correctedHeading: words,
    addendum: words,
    /** the report, or a part of it, counts no more */
    withdrawn: words,
    final: words,
    notPreliminary: words,
    /** before a colon, with what was read behind it: beside an earlier reading it is the one that counts */
    finalHeading: words,
  }),
  /** behind the colon of such a heading: nothing was read yet */
  finalAwaited: words,
  warnings: z.strictObject({
    preliminary: z.string(),
    'addendum-changes': z.string(),
    withdrawn: z.string(),
    'several-reports': z.string(),
    'several-people': z.string(),
  }),
});
export type Sections = z.infer<typeof sections>;
