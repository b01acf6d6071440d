/** Quantities: units of length and of everything else, quantities named before their number, and the words that give a number its role. */
import { z } from 'zod';
import { forms, provenance } from './common.ts';

const unit = {
  /** the unit of the reading */
  unit: z.string(),
  match: forms.optional(),
  /** forms that count only as written, letter by letter */
  abbreviations: forms.optional(),
};

/** What a word near a number does to it. `…-before` stands before the number, `…-after` behind it. */
export const NUMBER_WORDS = [
  'filler',
  'times',
  'range',
  'arrow',
  'decimal-point',
  'axis',
  'label',
  'prior-before',
  'prior-after',
  'prior-noted',
  'past',
  'now',
  'from',
  'ranging',
  'changed',
  'difference-before',
  'difference-after',
  'measuring',
  'landmark-after',
  'technique',
  'device-after',
  'barrier',
  'month',
  'ago',
] as const;
export type NumberWord = (typeof NUMBER_WORDS)[number];

export const units = z.strictObject({
  ...provenance,
  /** `mm`: how many millimeters one is */
  lengths: z.array(z.strictObject({ ...unit, mm: z.number().positive() })),
  /** written after the number; `factor` turns the written unit into the one of the reading */
  others: z.array(z.strictObject({ ...unit, factor: z.number().positive().default(1) })),
  /** units of no interest: a number with one of them is no measurement of the picture */
  ignored: forms,
  /** quantities whose name stands before a number that has no unit of its own; `signed`: further signed numbers in a row are the same quantity */
  named: z.array(z.strictObject({ ...unit, signed: z.boolean().default(false) })),
  numbers: z.record(z.string(), z.number()),
  bounds: z.array(z.strictObject({ qualifier: z.enum(['max', 'lt', 'le', 'gt', 'ge']), match: forms })),
  words: z.record(z.enum(NUMBER_WORDS), forms),
  /** words in the same statement that make a quantity none of the picture: contrast medium, fluid drawn off, local anesthetic */
  excluded: z.array(z.strictObject({ units: z.array(z.string()).min(1), near: forms })),
});
