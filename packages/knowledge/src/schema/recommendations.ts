/** Words of advice: what is to be done, how strongly it is asked for, when, on what condition, after which guideline. */
import { z } from 'zod';
import { forms, provenance, slug, written } from './common.ts';
import { MODALITIES } from './study.ts';

const words = { match: z.union([written, z.tuple([])]).default([]), exact: z.array(z.string()).default([]) };
const word = z.array(z.string().regex(/^\S+$/)).min(1);
const unit = z.enum(['hour', 'day', 'week', 'month', 'year']);

export const ACTIONS = [
  'imaging',
  'clinical-correlation',
  'biopsy',
  'referral',
  'laboratory',
  'procedure',
  'surveillance',
  'none-needed',
  'other',
] as const;

export const recommendations = z.strictObject({
  ...provenance,
  /** words that ask; `side`: where the thing asked for stands */
  triggers: z.array(
    z.strictObject({
      strength: z.enum(['recommended', 'suggested', 'optional']),
      side: z.enum(['after', 'before', 'both']),
      /** asks for whatever follows at the start of a clause, known or not */
      strong: z.boolean().default(false),
      ...words,
    }),
  ),
  actions: z.array(
    z.strictObject({
      action: z.enum(ACTIONS),
      modality: z.enum(MODALITIES).optional(),
      region: z.string().optional(),
      /** counts only beside a trigger, a test or an order */
      weak: z.boolean().default(false),
      ...words,
    }),
  ),
  /** sorts of words by their part in the sentence */
  words: z.strictObject({
    /** tests without a modality: scan, imaging, study */
    scan: written,
    follow: written,
    surveil: forms,
    repeat: written,
    workup: forms,
    specialty: written,
    /** words that send the patient to a place: sent to, straight to */
    send: written,
    /** fields of medicine by their nouns, which may stand alone: urology */
    field: forms,
    consult: forms,
    'consult-alone': written,
    /** sends where a clinic or its way follows, and is no word of its own else: ref */
    sends: forms,
    /** "d/w surgeons": to be done only where something asks for it */
    'talk-with': forms,
    correlate: written,
    clinical: written,
    exam: forms,
    /** something to read, not a place to be sent to: report, section */
    document: forms,
    /** behind "after" they make a condition: has settled */
    settled: forms,
    aspect: forms,
    /** behind advice that was only passed on: recommendations were discussed */
    'passed-on': forms,
    laboratory: forms,
    outside: forms,
    guided: forms,
    /** opens a line with its time behind it: "review in 6/12" */
    review: forms,
    /** pictures of the sort of exam that they are of: views */
    views: forms,
    purpose: forms,
    no: written,
    need: forms,
    'no-need': written,
    /** advised against: words before it (avoid, do not) and behind it (should not be performed) */
    against: written,
    'against-behind': forms,
    'no-way': forms,
    past: written,
    seen: written,
    pointing: written,
    filler: written,
    condition: written,
    'condition-closed': written,
    sooner: forms,
    otherwise: forms,
    soon: written,
    now: forms,
    /** behind the "for" of a referral: possible, suspected */
    asked: forms,
    by: forms,
    imperative: written,
    /** begins a treatment: start, commence */
    start: forms,
    /** the advice of somebody else, told in the report: GP advised */
    elsewhere: written,
    /** a test that this examination may be itself: study, examination */
    present: forms,
    /** purposes that lie ahead: after completion of */
    event: written,
    /** behind what somebody else is to decide: should be based on */
    rests: written,
    /** takes back the advice before it: not applicable; and beside it: here, at present */
    void: forms,
    /** behind advice by its name, which no longer stands: is withdrawn */
    'takes-back': written,
    here: forms,
    /** nodule, mass: what a sample is taken of */
    found: written,
    /** right before a test: how it turned out, so that it was done */
    judged: forms,
    resulted: forms,
    /** behind "to", what a finding would do to be acted on: no finding to warrant a biopsy */
    warrants: forms,
    /** denied, it leaves the thing there: "no change in the nodule for which CT is advised" */
    altered: forms,
    /** urgent, in the morning: a test named so is still to come */
    hurry: forms,
    hasty: written,
    /** words before a time that is still to come, even in a title: in, after, within */
    coming: forms,
    /** between two steps of a plan */
    'next-step': forms,
    /** after a number of weeks or months: it is the age of a child */
    age: forms,
    /** a surveillance that is no word beside a test: screening */
    programme: forms,
    /** right before a word that asks: it was asked for earlier */
    told: forms,
    /** tells what a test found, so that it was done, even behind a purpose */
    shows: written,
    /** after a time: from now */
    hence: forms,
    /** "for further evaluation": more is meant than was done */
    further: forms,
    /** purposes that tell why something was found or done: because of */
    reason: forms,
    /** one test and the other by turns */
    turns: forms,
    /** after a span of time, before what it is counted from; and this examination, from which all times are counted */
    'since-event': forms,
    'this-exam': forms,
    /** other people whom a step is for */
    relatives: written,
    /** behind what the person is to do: until, before; and words that add nothing to it: please, strictly */
    'care-tail': forms,
    'care-beside': forms,
  }),
  /** meetings of several specialists, told by `boards` of the templates: their names, what stands before them, and words that say no more than that it is asked for */
  boards: z.strictObject({
    names: written,
    kinds: z.array(z.strictObject({ kind: z.string(), match: written })),
    beside: word,
  }),
  numbers: z.record(z.string(), z.number()),
  units: z.array(z.strictObject({ unit, match: forms })),
  /** words that hold number and unit: annual, fortnightly, two-week-wait */
  periods: z.array(
    z.strictObject({
      min: z.number(),
      max: z.number(),
      unit,
      repeat: z.boolean(),
      match: written,
    }),
  ),
  /** words before a time: within, at least, every, for */
  bounds: z.array(
    z.strictObject({
      bound: z.enum(['within', 'at-least', 'at-most', 'every', 'exact', 'duration', 'past']),
      match: forms,
    }),
  ),
  /** words after a time that take it out: ago, of age */
  'not-times': forms,
  /** what a step is to come before, behind or at, told by the `occasions` of the templates */
  occasions: z.array(
    z.strictObject({
      occasion: z.string(),
      /** a bare "CT in the new year" asks for it */
      ahead: z.boolean().default(false),
      match: written,
    }),
  ),
  /** words before a date, by how they place it; parts of a year or month that stand before its name; a day of a course, and of a cycle */
  dates: z.strictObject({ in: word, on: word, by: word, parts: word, day: word, cycle: written }),
  /** what the person is asked to do or not to do, told by the `care` of the templates */
  care: z.array(z.strictObject({ care: z.string(), match: written })),
  /** single words of an advice by which its step is told */
  steps: z.strictObject({
    /** the same once more */
    again: word,
    /** the programme that a person goes back to */
    screening: word,
    /** a denial with one of these is of scans alone: "no further imaging" */
    scans: word,
    /** more pictures than were taken: "further imaging" */
    further: word,
    /** pictures of a sort that is left open, where none of the tests is named beside them: "follow-up imaging" */
    pictures: word,
    tests: word,
    /** ways that a tube is to be moved, and names of what may be */
    moves: z.strictObject({ back: word, in: word, anew: word, out: word, swap: word, tubes: word }),
    /** what takes back advice that it does not name: a word for advice, one that takes it back, and none that denies it */
    'taken-back': z.strictObject({ advice: word, back: word, denials: word }),
    /** procedures that a verb asks for: "aspirate", by concept */
    deeds: z.array(z.strictObject({ concept: slug, match: word })).min(1),
    /** verbs that are told before the test of what they bring: tapped for cytology */
    taps: z.array(z.strictObject({ concept: slug, match: word })),
    /** ultrasounds with a name of their own, by concept */
    ultrasounds: z.array(z.strictObject({ concept: slug, match: word })),
    /** a stay in hospital */
    admission: word,
    /** asked for soon, without a time; `names` make one of them part of a name: emergency department */
    urgent: word,
    names: word,
    /** right before one of those: non-urgent */
    denials: word,
    /** ask to compare; beside one for laboratory tests of no kind named nothing new is done */
    compares: word,
    laboratory: word,
    /** between two things asked for, and those of them that leave the choice: "CT or MRI" */
    links: word,
    choices: word,
    /** before a condition they make a time shorter: "or sooner if" */
    sooner: word,
    /** "the remaining nodules", and what takes them back: "other than the cyst" */
    others: word,
    otherThan: word,
    conditions: word,
    /** opens what turns the step before it round: "otherwise" behind an "if", "unless …" */
    contrary: word,
    unless: word,
    /** before an age of a pregnancy: "at 32 weeks"; behind it, of a child */
    at: word,
    age: word,
  }),
  guidelines: z.array(z.strictObject({ guideline: z.string(), classification: z.boolean().default(false), ...words })),
});
