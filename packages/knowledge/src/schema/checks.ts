/** Words for finding out what in a report does not agree, and how it is said to a patient. */
import { z } from 'zod';
import { forms, provenance, slug, written } from './common.ts';

export const CHECKS = [
  'laterality-mismatch',
  'measurement-mismatch',
  'level-mismatch',
  'unsupported-impression',
  'finding-not-in-impression',
  'sex-mismatch',
  'date-mismatch',
  'comparison-mismatch',
  'modality-mismatch',
  'score-mismatch',
  'presence-mismatch',
  'amended',
] as const;

export const checks = z.strictObject({
  ...provenance,
  messages: z.record(z.enum(CHECKS), z.string()),
  sides: z.strictObject({ left: forms, right: forms, both: forms }),
  sex: z.strictObject({
    male: forms,
    female: forms,
    /** organs (anatomy concepts) that only one sex has */
    maleOrgans: z.array(slug),
    femaleOrgans: z.array(slug),
    /** concepts of a child that the patient carries: its organs may be of either sex */
    carried: z.array(slug),
    /** words of a statement that speaks of somebody else, or of an organ that is not there */
    others: forms,
  }),
  comparison: z.strictObject({
    /** says that there is nothing to compare with */
    none: written,
    /** behind the label of a comparison: nothing */
    empty: forms,
    /** words that label what follows as the comparison */
    labels: forms,
    /** another examination was compared after all */
    but: forms,
    /** claims a change since an earlier examination */
    claims: forms,
    /** in the section of what was compared they say that the examination is the first of its kind */
    firsts: forms,
    /** words that claim a change where they end a statement behind a comma */
    closing: forms,
    /** findings that may be stable in themselves */
    steady: forms,
    /** words of a claim that is about the same examination */
    within: forms,
    /** before the date of an earlier examination */
    since: forms,
  }),
  modality: z.strictObject({
    /** right before the name of the examination itself */
    here: forms,
    /** right behind the name of the examination at the beginning */
    tells: forms,
    /** another examination is meant */
    elsewhere: forms,
    /** modalities that one examination may hold together */
    together: z.array(z.array(z.string())),
  }),
  /** findings that an impression does not pass over without a question: the concept or a narrower one, from a degree or a size on */
  weighty: z.array(
    z.strictObject({
      concepts: z.array(slug).min(1),
      severity: z.array(z.enum(['trace', 'mild', 'moderate', 'severe'])).optional(),
      /** largest length in mm */
      from: z.number().optional(),
    }),
  ),
  /** a later note of the report, which counts more than what stands before it */
  /** regions that are no one place of the body: a bone may be any */
  nowhere: z.array(slug),
  amended: z.strictObject({
    /** corrects a side, a size or a level */
    corrects: forms,
    /** opens the words that take the place of a first reading: "Formal:" */
    opens: forms,
    /** before a denied finding these make the denial no narrower */
    plainly: forms,
    /** leaves out all that stands before: "disregard the above" */
    drops: written,
    /** not all of it after all: "in this respect" */
    only: forms,
    /** opens the words of an earlier version that were wrong: "the prior version read" */
    misquotes: written,
    /** adds, and corrects nothing: also */
    besides: forms,
    /** behind a denied finding: only what would explain a complaint is denied, "to account for the pain" */
    explains: forms,
    /** another examination is told of */
    compares: forms,
    /** behind a denied finding: other places are meant */
    others: forms,
  }),
  normal: forms,
  /** parts of the body told apart by a number: rib, metatarsal */
  numbered: forms,
  ordinals: z.record(z.string(), z.number()),
  /** concepts too general to be missed or unsupported */
  general: z.array(slug),
  /** general findings: a finding whose id ends in one of these is of its kind */
  kinds: z.array(slug),
  /** findings that may be one and the same: how it looks, and what it is called */
  alike: z.array(z.array(slug)),
  /** regions that share a border */
  near: z.array(z.array(z.string())),
  /** words that make a denial or a finding narrower than its name */
  narrowing: forms,
  /** words of findings that need not be repeated */
  minor: forms,
  /** words of an impression that speak of what was there before, or of what cannot be seen */
  known: forms,
});
