/** Words of the language that sentences are built with: verbs, links, nouns that take a side, amounts. */
import { z } from 'zod';

const words = z.array(z.string()).min(1);

export const grammar = z.strictObject({
  source: z.string(),
  /** finite verbs: a clause that holds one needs no "There is" */
  verbs: words,
  /** words that turn a bare clause into a passive: "no effusion seen" */
  participles: words,
  /** the same for what holds now: "CT recommended" */
  passives: words,
  /** an article may be missing after these: prepositions */
  prepositions: words,
  /** words that deny what follows; no article after them in their list */
  denials: words,
  /** those of them that stand in the place of an article */
  listDenials: words,
  determiners: words,
  /** ordinary words that stand before a noun and belong to it */
  adjectives: words,
  /** join words or clauses */
  connectives: words,
  /** nouns of which the body has one on each side: "the lung" → "the left lung", "both lungs" */
  sided: z.record(z.string(), z.string()),
  /** plural nouns with one on each side: "the lungs" → "both lungs" */
  sidedPlurals: words,
  /** modifier id → words before "of" with a mass noun: small fluid → a small amount of fluid */
  amounts: z.record(z.string(), z.string()),
  /** nouns that follow the name of an organ: heart size → size of the heart */
  properties: words,
  /** what a scan shows, behind its name: CT evidence, MRI features */
  shown: words,
  /** how many there are, without an article: several ribs */
  counts: words,
  /** units and words for classes that stand in small letters in a sentence, however the report writes them */
  smallUnits: words,
  /** words before a preposition that place something: just off, next to */
  placed: words,
  /** adjectives that open the plain name of a state: "inflamed pancreas" */
  states: words,
  /** degree → its adverb, before such a name: mild → mildly */
  degrees: z.record(z.string(), z.string()),
  /** the opening word of advice to a doctor → what a patient is told: suggest → the report suggests */
  requests: z.record(z.string(), z.string()),
  /** what a treatment is given with; beside an order it makes advice that is only quoted, never told as ours */
  treatments: words,
  /** around the name of a measured score and its number: "the T-score is -2.7" */
  scoreFrame: z.strictObject({ article: z.string(), verb: z.string() }),
  /** kinds of care that may be told in plain words where no medicine, dose or order stands beside them */
  care: words,
  /** names and kinds of medicines: advice that holds one is only quoted */
  medicines: words,
  /** words that order or stop a treatment */
  orders: words,
  /** codes of sections that hold titles and notes: no "There is" before them */
  titleSections: words,
  /** written in capitals also in a sentence */
  acronyms: words,
  /** letters whose name begins with a vowel: an MRI */
  vowelLetters: z.string(),
  /** words that begin with a vowel but sound like a consonant, and the reverse */
  soundsLikeConsonant: words,
  soundsLikeVowel: words,
});
export type Grammar = z.infer<typeof grammar>;
