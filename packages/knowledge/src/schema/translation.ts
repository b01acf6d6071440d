/** The words of a language in which reports are only told, not read: keyed by the ids of the language they are read in. */
import { z } from 'zod';
import { provenance, slug } from './common.ts';
import { templates } from './templates.ts';

const text = z.string().min(1);

export const translatedConcept = z.strictObject({
  id: slug,
  /** noun phrase without article, its head noun first */
  plain: text.max(80),
  /** of the whole phrase, where it can be counted */
  plural: text.optional(),
  /** of the head noun, where the language has it */
  gender: z.enum(['m', 'f']).optional(),
  number: z.enum(['count', 'mass', 'amount', 'plural']).default('count'),
  /** one sentence; absent for an everyday word */
  means: text.optional(),
  ...provenance,
});

export const translatedModifier = z
  .strictObject({
    id: slug,
    /** words that never change: "con bordes lisos" */
    plain: text.optional(),
    /** an adjective: masculine, feminine, and both in the plural */
    forms: z.tuple([text, text, text, text]).optional(),
    /** words for an amount: "small" of a fluid is "a little" */
    ofMass: text.optional(),
    means: text.optional(),
    ...provenance,
  })
  .refine(({ plain, forms }) => (plain === undefined) !== (forms === undefined), 'needs plain or forms, not both');

const spokenNoun = {
  plain: text,
  plural: text.optional(),
  gender: z.enum(['m', 'f']).optional(),
  number: z.enum(['count', 'mass', 'amount', 'plural']).default('mass'),
};

export const translatedPhrase = z.strictObject({ slug, means: text, doesNotMean: text, ...provenance });

export const translatedScale = z.strictObject({
  system: text,
  /** what a category rates, for a headline */
  thing: text.optional(),
  categories: z.record(z.string(), z.strictObject({ plain: text, means: text })),
  ...provenance,
});

const PRESENCES = [
  'present',
  'likely',
  'suspected',
  'possible',
  'unchecked',
  'unlikely',
  'absent',
  'gone',
  'past',
  'treated',
  'pastAbsent',
  'family',
  'familyAbsent',
  'asked',
] as const;
/** `unchecked`: what the exam could not look for well; `treated`: of what a treatment has ended; `past`: of what was there before. */
export type Claimed = (typeof PRESENCES)[number];

/** How a sentence is put together from what a statement names. {what} are the things, {where} the place they share. */
export const frames = z.strictObject({
  ...provenance,
  /** whether nouns have gender and articles */
  inflects: z.boolean(),
  /** marks that end a sentence and stand between its parts, and whether a space follows them */
  marks: z.strictObject({ stop: text, comma: text, semicolon: text, open: text, close: text, space: z.boolean() }),
  /** between the last two of a list; `before`: how it changes before a word that begins so */
  joins: z.strictObject({
    and: text,
    nor: text,
    or: text,
    before: z
      .array(z.strictObject({ join: text, other: text, begins: z.array(text), unless: z.array(text).default([]) }))
      .default([]),
  }),
  /** by how sure the report is */
  claims: z.record(z.enum(PRESENCES), text),
  /** what is or was done to a person: an operation, a sample that was taken */
  deeds: z.strictObject({ present: text, past: text }),
  /** what the request of the scan names; `asked` is what was looked for */
  history: z.strictObject({
    present: text,
    asked: text,
    absent: text,
    past: text,
    /** {what}: `terms` that a request names of the person, and what the test is for */
    felt: text,
    terms: z.array(z.strictObject({ match: z.array(text).min(1), plain: text })),
  }),
  /** by the direction of a change; `absent` is a change that is denied: {what} is not new */
  change: z.strictObject({ new: text, increased: text, stable: text, decreased: text, minor: text }),
  /** {organ}, and how it changed; `minor`: not much */
  changed: z.strictObject({ new: text, increased: text, stable: text, decreased: text, minor: text }),
  /** set behind or before a denied thing: "no new …" */
  denied: z.strictObject({
    new: z.tuple([text, text, text, text]),
    other: z.tuple([text, text, text, text]),
  }),
  /** said of what the pictures show: set behind the organ */
  seenPart: text,
  /** what of an organ is judged, set behind its name: "the liver (size, outline)" */
  aspects: z.strictObject({
    say: text,
    /** `states`: ids of modifiers that say this aspect is normal */
    names: z.array(z.strictObject({ match: z.array(text).min(1), plain: text, states: z.array(slug).default([]) })),
  }),
  /** {organ} that could not be seen or judged */
  unseen: z.strictObject({ one: text, many: text }),
  /** before what is said of all that was not named before: {sentence} begins in lower case */
  otherwise: text,
  /** before what a {test} showed: {sentence} begins in lower case */
  seenOn: text,
  /** behind a denial without its full stop, what the denied thing would explain: {sentence}, {felt}; `terms` beside those of `history` */
  explained: z.strictObject({
    say: text,
    terms: z.array(z.strictObject({ match: z.array(text).min(1), plain: text })),
  }),
  /** how much, as words that do not change: {word} is the first form */
  degree: text.optional(),
  /** an organ and how it looks: {organ}, {state}; `many` for several or a plural */
  state: z.strictObject({
    one: text,
    many: text,
    deniedOne: text,
    deniedMany: text,
    /** a judgement denied: "not normal", "not suspicious" */
    notJudgedOne: text,
    notJudgedMany: text,
  }),
  /** a {score} and of what it is */
  scored: text,
  /** behind a thing that is there, what it is said not to be: {state} */
  notSo: text,
  /** an organ and its measure, a measure before */
  measure: text,
  /** {size} of a thing, what it was before, by how much it differs, and of which one of several it is */
  size: z.strictObject({ now: text, before: text, difference: text, max: text, lt: text, gt: text, largest: text }),
  /** places: {place} with its article, {level} */
  where: z.strictObject({
    /** between a place and the place it lies in */
    nested: z.string(),
    /** the larger place stands first */
    inward: z.boolean().default(false),
    at: text,
    of: text,
    level: text,
    side: z.strictObject({ left: text, right: text, bilateral: text, midline: text }),
    /** the side that something goes to */
    toward: z.strictObject({ left: text, right: text }),
  }),
  /** by gender and number; absent where the language has no articles */
  articles: z
    .strictObject({ definite: z.tuple([text, text, text, text]), indefinite: z.tuple([text, text]) })
    .optional(),
  /** on which side there is more of what both sides have */
  sideMore: z.strictObject({ left: text, right: text }),
  /** words within a name before which its describing words stand: "bulto | en la mama" */
  heads: z.array(text).default([]),
  /** words that tie a noun to the one before it; the first, without an article behind it, makes one name of both */
  links: z.array(text).default([]),
  /** set between a describing word and its noun, unless that word is no longer than so many characters */
  attribute: z.strictObject({ text, longest: z.number() }).optional(),
  /** ids of modifiers that count, and so stand before the noun in place of an article */
  counts: z.array(z.string()).default([]),
  /** the side as an adjective behind a noun of one word */
  sides: z
    .strictObject({ left: z.tuple([text, text, text, text]), right: z.tuple([text, text, text, text]) })
    .optional(),
  /** "no acute cardiopulmonary process": words that deny anything at all, and the parts of the body that may stand before them; {thing} is put in `where` */
  generic: z.strictObject({
    things: z.array(z.strictObject({ match: z.array(text).min(1), ...spokenNoun })),
    regions: z.array(z.strictObject({ match: z.array(text).min(1), where: text })),
  }),
  /** statements told whole: each of `openings` before each thing denied, and `whole` as it stands */
  stock: z.strictObject({
    openings: z.array(text).min(1),
    denied: z.array(z.strictObject({ match: z.array(text).min(1), say: text })),
    whole: z.array(z.strictObject({ match: z.array(text).min(1), say: text })),
  }),
  /** what a test was compared with, what was done */
  tests: z.strictObject({
    done: text,
    both: text,
    compared: text,
    without: text,
    given: text,
    notCompared: text,
    /** the {place} that a test is of */
    of: text,
  }),
  /** the main finding and its place */
  headline: text,
  /** the same of what has not changed */
  headlineSame: text,
  /** units that are words, by their English name in lower case */
  units: z.record(z.string(), text),
  /** figures of the statement that no frame holds, and what they are by the word before or behind them */
  figures: text,
  /** "5th": {figure} is the number */
  ordinal: text,
  figureNames: z.array(
    z.strictObject({
      before: z.array(text).default([]),
      behind: z.array(text).default([]),
      /** behind the word behind it: "64 year | old" */
      following: z.array(text).optional(),
      say: text,
      /** for the figure 1 */
      one: text.optional(),
    }),
  ),
  /** a date that is a figure: {day}, {month}, {year}; months by the first three letters of their English names */
  dates: z.strictObject({ day: text, month: text, months: z.record(z.string().length(3), text) }),
  /** what may be asked for by name, and who is to be seen */
  step: z.strictObject({
    /** words of advice that a step does not hold, and what is said for them */
    notes: z.array(z.strictObject({ match: z.array(text).min(1), say: text, denied: text.optional() })).default([]),
    /** words that begin what advice is for, not on what it depends */
    purposes: z.array(text).default([]),
    /** on what advice depends: {condition} in the words of the report */
    /** where the report has one condition only */
    oneCondition: text,
    condition: text,
    teams: z.array(z.strictObject({ match: z.array(text).min(1), who: text })),
  }),
  /** feminine nouns with the article of the others: "el área" */
  stressed: z.array(text).default([]),
  /** words that say no, and words that say a side, in the sentences of this language */
  guard: z.strictObject({
    denials: z.array(text).min(1),
    left: z.array(text).min(1),
    right: z.array(text).min(1),
    both: z.array(text).min(1),
    /** parts of names that hold such a word and are no side */
    sideless: z.array(text).default([]),
  }),
});
export type Frames = z.infer<typeof frames>;

/** Folder under data/<language>/ → what its entries are. */
export const TRANSLATED = {
  findings: translatedConcept,
  anatomy: translatedConcept,
  devices: translatedConcept,
  procedures: translatedConcept,
  tests: translatedConcept,
  modifiers: translatedModifier,
  phrases: translatedPhrase,
  scales: translatedScale,
} as const satisfies Record<string, z.ZodType>;

export const TRANSLATED_DOCUMENTS = { templates, frames } as const satisfies Record<string, z.ZodType>;
