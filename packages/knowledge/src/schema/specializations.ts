/** What a general finding is called at a place, which state of an organ is a finding, and the words that tie findings to places. */
import { z } from 'zod';
import { forms, provenance, slug } from './common.ts';
import { SECTION_CODES } from './heading.ts';
import { ROLES } from './modifier.ts';

const slugs = z.array(slug).min(1);

export const specializations = z.strictObject({
  ...provenance,
  /** modifiers that name a place: "pulmonary" is the lung */
  adjectives: z.array(z.strictObject({ modifiers: slugs, anatomy: slug })),
  /** short forms of a side, as written, that are one only right before a place, a finding, or one of these parts of a place: not behind or before these words */
  sideLetters: z.strictObject({
    letters: forms,
    parts: forms,
    more: z.record(z.enum(['left', 'right']), slug),
    behind: forms,
    before: forms,
  }),
  /** what is more general than things that share a degree in a list: "trace MR and TR" */
  degreeFamilies: slugs,
  /** the word for a region, in a list that ends in another region → its organ: thoracic of "thoracic and lumbar spine" */
  regions: z.record(z.string(), slug),
  /** where a finding lies that such a word, or one of these, places too ("thoracic compression fracture"), and words that may stand between the two */
  regionOf: z.strictObject({ parts: z.record(z.string(), slug), sites: slugs, between: forms }),
  /** a general finding at one of these places (or a part of them) is `becomes`; `told`: its sentences call it that too, as its headline does */
  findings: z.array(z.strictObject({ concepts: slugs, at: slugs, becomes: slug, told: z.literal(true).optional() })),
  /** an organ with one of these modifiers is a finding: an enlarged heart */
  organs: z.array(
    z.strictObject({ anatomy: slugs, modifiers: slugs.optional(), says: forms.optional(), becomes: slug }),
  ),
  /** modifiers that are a finding of whatever organ has them, which its place may name: a torn ligament */
  states: z.array(z.strictObject({ modifiers: slugs, becomes: slug })),
  /** what the compiler takes from names that hold their part of the body (compile/named-parts.ts) */
  written: z.strictObject({
    /** of modifiers that say the state of an organ */
    roles: z.array(z.enum(ROLES)).min(1),
    /** of modifiers that say how much of it */
    degrees: z.array(z.enum(ROLES)).min(1),
    /** names, of findings or modifiers, and parts of the body that together are not what their written form stands for */
    unlike: z.array(z.strictObject({ names: slugs, at: slugs })),
  }),
  /** places that are a finding where they are only seen: lymph nodes */
  visible: slugs,
  /** findings that are a mere property where the report calls it normal: the density of the liver */
  properties: slugs,
  /** what a person feels: told in a request it is present, whereas a diagnosis told there is of an earlier time */
  complaints: slugs,
  /** places from which distances are told within the part of the body that bears them, and that part */
  landmarks: z.record(slug, slug),
  words: z.strictObject({
    /** join findings or places into a list */
    joins: forms,
    /** stand between two names that share a noun: "canal and foraminal stenosis" */
    shares: forms,
    /** stand between more than two of them, never before the last */
    commas: forms,
    /** stand between a finding and its place */
    prepositions: forms,
    /** behind a length, how far from a place a finding lies; of the prepositions */
    distances: forms,
    /** open a noun phrase */
    determiners: forms,
    /** what stands before them is the subject of a sentence of its own */
    verbs: forms,
    /** begin a sentence in which what stood before is no longer the place */
    existentials: forms,
    alternatives: forms,
  }),
  /** sections whose statements name no findings of this examination */
  unread: z.array(z.enum(SECTION_CODES)),
});
