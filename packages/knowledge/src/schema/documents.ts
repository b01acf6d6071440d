/** Knowledge files with a shape of their own, one schema each: scales, recommendations, communications, urgency, templates, questions. */
import type { z } from 'zod';
import { advice } from './advice.ts';
import { body } from './body.ts';
import { calls } from './calls.ts';
import { checks } from './checks.ts';
import { clauses } from './clauses.ts';
import { communications } from './communications.ts';
import { comparison } from './comparison.ts';
import { evidence } from './evidence.ts';
import { fine } from './fine.ts';
import { grammar } from './grammar.ts';
import { identifiers } from './identifiers.ts';
import { recommendations } from './recommendations.ts';
import { requests } from './requests.ts';
import { scales, scores } from './scale.ts';
import { sections } from './sections.ts';
import { senses } from './senses.ts';
import { signs } from './signs.ts';
import { specializations } from './specializations.ts';
import { study } from './study.ts';
import { templates } from './templates.ts';
import { titles } from './titles.ts';
import { units } from './units.ts';
import { urgency } from './urgency.ts';

/** Documents that reading needs: file (or folder of files merged into one list) under data/<language>/ → schema. */
export const READING_DOCUMENTS = {
  body,
  checks,
  communications,
  clauses,
  units,
  specializations,
  senses,
  signs,
  scales,
  scores,
  sections,
  evidence,
  fine,
  identifiers,
  comparison,
  recommendations,
  study,
  urgency,
} as const satisfies Record<string, z.ZodType>;

/** Documents that speaking needs. */
export const WORDS_DOCUMENTS = { advice, calls, grammar, requests, templates, titles } as const satisfies Record<
  string,
  z.ZodType
>;

/** What is for editors only, and not shipped. */
export const EDITORIAL = ['source', 'reviewed', 'examples'] as const;

type Told<T> = T extends readonly (infer One)[]
  ? Told<One>[]
  : T extends object
    ? { [K in keyof T as K extends (typeof EDITORIAL)[number] ? never : K]: Told<T[K]> }
    : T;

export type ReadingDocuments = {
  readonly [K in keyof typeof READING_DOCUMENTS]: Told<z.infer<(typeof READING_DOCUMENTS)[K]>>;
};
export type WordsDocuments = {
  readonly [K in keyof typeof WORDS_DOCUMENTS]: Told<z.infer<(typeof WORDS_DOCUMENTS)[K]>>;
};
