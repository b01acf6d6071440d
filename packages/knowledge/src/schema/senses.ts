/** Words that mean one thing in one report and another elsewhere, and the words around them that decide. */
import { z } from 'zod';
import { provenance, slug } from './common.ts';

const contexts = z.array(slug).min(1);

/** in lower case and American spelling */
const words = z.array(z.string().regex(/^[^\sA-Z]+$/)).min(1);

/** All of these that are given must hold; each holds where a word of any of its contexts stands there. */
const where = {
  /** in the report */
  report: contexts.optional(),
  /** in the statement */
  statement: contexts.optional(),
  /** not in the statement */
  unless: contexts.optional(),
  /** next to it, before or behind, but for words of `over` */
  beside: contexts.optional(),
  over: contexts.optional(),
  /** such a word follows, or the statement ends */
  next: contexts.optional(),
  /** one of these words or signs stands right behind it */
  followed: words.optional(),
  /** one of these words is among the two before it */
  preceded: words.optional(),
  /** one of these words is among the five before it, with no mark between: "ruptured 7.2 cm left AAA" */
  led: words.optional(),
};

export const senses = z.strictObject({
  ...provenance,
  /** name → single words, in lower case and American spelling */
  contexts: z.record(slug, z.array(z.string().regex(/^\S+$/)).min(1)),
  /** short forms of one word, letter by letter as written, that are a concept only there; the first that holds counts */
  short: z.array(
    z.strictObject({
      /** a word, or the sign that British reports write for a break */
      forms: z.array(z.string().regex(/^(\w+|#)$/)).min(1),
      is: slug,
      /** not where the statement is written in capitals: AS is "as" there */
      mixed: z.boolean().optional(),
      ...where,
    }),
  ),
  /** concepts that are another one there */
  concepts: z.array(
    z.strictObject({
      concepts: z.array(slug).min(1),
      is: slug,
      /** only where it is written with one of these words alone */
      written: words.optional(),
      ...where,
    }),
  ),
});
