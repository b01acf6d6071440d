/** Words of the language that sentences are built with: verbs, links, nouns that take a side, amounts. */
import { z } from 'zod';

const words = z.array(z.string()).min(1);

export const grammar = z.strictObject({
  source: z.string(),
  /** finite verbs: a clause that holds one needs no "There is" */
  verbs: words,
  /** words that turn a bare clause into a passive: "no effusion seen" */
  participles: words,
  /** what was done to a thing, where it stands behind its noun: "abscess drained" */
  deeds: words,
  /** the same for what holds now: "CT recommended" */
  passives: words,
  /** an article may be missing after these: prepositions */
  prepositions: words,
  /** words that deny what follows; no article after them in their list */
  denials: words,
  /** denials that come in pairs → the one of a sentence that has one half */
  pairedDenials: z.record(z.string(), z.string()),
  /** those of them that stand in the place of an article */
  listDenials: words,
  /** behind a noun they say that it is not there: "pneumothorax no longer visible", "free gas - nil" */
  denying: words,
  /** the same as an answer: "PE negative", "free gas - nil" */
  answers: words,
  /** what is said of a thing that is not there; of a part of the body it says that it was taken out or never grew */
  missing: z.string(),
  /** what is said of a thing that stands before it: "pneumonia unlikely" */
  verdicts: words,
  questioned: z.string(),
  amountOpeners: words,
  /** openings that say in their own words what is there or not, without a "there is" */
  unframed: words,
  /** signs, and words that open a clause, before a size: ">50% stenosis" */
  comparisons: z.record(z.string(), z.string()),
  ranks: words,
  changesOf: z.strictObject({
    /** say no more than the change behind them: "there has been" */
    opens: words,
    since: z.string(),
    size: z.string(),
    links: words,
    behind: words,
    coming: words,
    /** open a thing of which something else is said */
    own: words,
    degrees: z.record(z.string(), z.string()),
    names: z.record(z.string(), z.string()),
    inSize: z.record(z.string(), z.string()),
  }),
  nounsToo: words,
  /** what an opinion is said of, without a verb: "findings consistent with" */
  opinions: words,
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
  /** plain name of a measure → what it is called behind its figure: "9 mm across the shorter side" */
  across: z.record(z.string(), z.string()),
  /** of those participles, what a test does itself: "the scan found a lump" */
  finds: words,
  /** say of a thing what it is like */
  copulas: words,
  /** open what an organ lacks: "normal liver without a mass" */
  lacking: words,
  /** marks that were spoken and written out as words, and what such a word may be part of: "comma sign" */
  spokenMarks: z.record(z.string(), z.string()),
  /** before what they deny: "nil fracture" */
  terseDenials: z.record(z.string(), z.string()),
  signNames: words,
  /** open the part of a plain name that tells where or which: "place where the tube enters" */
  whereabouts: words,
  /** how many there are, without an article: several ribs */
  counts: words,
  /** units and words for classes that stand in small letters in a sentence, however the report writes them */
  smallUnits: words,
  /** words before a preposition that place something: just off, next to */
  placed: words,
  /** adjectives that open the plain name of a state: "inflamed pancreas" */
  states: words,
  /** degree → its adverb, before such a name: mild → mildly */
  /** words of a plain name that tell how much → a degree before the name → the words with that degree */
  amountsInside: z.record(z.string(), z.record(z.string(), z.string())),
  degrees: z.record(z.string(), z.string()),
  /** the opening word of advice to a doctor → what a patient is told: suggest → the report suggests */
  requests: z.record(z.string(), z.string()),
  /** joins what is said of a noun behind it */
  that: z.strictObject({ one: z.string(), many: z.string(), and: z.string() }),
  /** plain names whose "small" goes where the report gives a size */
  sizedNames: words,
  /** stands for a subject that was told before */
  this: z.string(),
  which: z.string(),
  there: z.string(),
  /** ends plain names of a shift; left out where the side follows */
  oneSide: z.string(),
  /** "on the thumb side": the word before it tells which part, not whose */
  sideWord: z.string(),
  /** single capitals that stand for a side → the modifier */
  sideLetters: z.record(z.string(), z.string()),
  /** belong to the noun behind them, which bears its side before both: "left index finger" */
  sidedWith: z.array(z.string()),
  /** puts what is denied into its organ: "no lump was found in the liver" */
  within: z.string(),
  /** before a thing, told as: "within the liver" → "in the liver", but "within two weeks" */
  holding: z.record(z.string(), z.string()),
  /** findings by id that any organ may have, and that are denied of the organ a sentence is about */
  carried: z.array(z.string()),
  /** between two sizes these compare */
  versus: z.array(z.string()),
  comparedWith: z.string(),
  /** a letter that is a word between two things, and what makes a figure of it: "segment V" */
  versusLetter: z.strictObject({ letter: z.string(), word: z.string(), notBehind: words }),
  /** whole organs by id: side by side they are a list */
  organs: z.array(z.string()),
  /** left out between a length and what is so long: "5 mm diameter nodule" */
  diameters: z.array(z.string()),
  /** between the things of a list */
  listLinks: words,
  /** between the levels of a range or a list: L3 to L5 */
  levelLinks: words,
  /** words that hold a level right behind them as a place */
  levelHolders: words,
  /** sites that are named after a level of the spine */
  levelNamed: words,
  /** last words of what doubts only the nature of a finding right behind: "probably benign mass" */
  natureHedges: words,
  /** put something into its place */
  placing: words,
  /** what a list joined to one word may leave out of the next: "intraaxial or extraaxial" */
  prefixes: words,
  /** behind a test they name the same test: "chest CT study" */
  examNouns: words,
  /** nouns of plain names that say already that it is an exam */
  examHeads: words,
  /** behind a test they are what it showed: "MRI findings" */
  examResults: words,
  /** words between what a test showed and the test */
  resultsOf: words,
  /** nouns that end as adjectives do */
  adjectiveLike: words,
  /** before a bone that bears the name of its level */
  articles: words,
  /** end names of their parts, and bear a name such as L1: "main part of the L1 spine bone" */
  levelled: z.array(z.string()),
  the: z.string(),
  at: z.string(),
  /** puts a finding into a place */
  inside: z.string(),
  /** plain words of a link that says how sure something is → the opening of a sentence of its own, of one and of many */
  links: z.record(z.string(), z.tuple([z.string(), z.string()])),
  /** plain words before a size → the opening of a sentence that tells it */
  measures: z.record(z.string(), z.string()),
  /** what joins a further finding → the words that open a sentence about it */
  withs: z.record(z.string(), words),
  /** finite verbs that are nothing else: a clause with one can stand alone */
  mainVerbs: words,
  /** verbs that "this" can stand before */
  singularVerbs: words,
  /** open a condition or a side clause: a statement that holds one is not cut */
  subordinators: words,
  /** open a clause about the noun before them: its verb is not that of the sentence */
  relatives: words,
  /** plain verb that says no more than that something is there → what the sentence opens with instead */
  existing: z.record(z.string(), z.string()),
  /** nouns of a part that bears its side: "the right lobe" */
  parts: words,
  /** modifiers that many take for bad news, what they mean of a picture or a part of the body, and words beside them that say no more */
  negatives: z.strictObject({ names: words, note: z.string(), words }),
  /** nouns that add nothing to a finding whose plain name ends in a phrase: "atelectasis areas" */
  tailNouns: z.strictObject({ one: words, many: words }),
  /** findings that say only that another one is old, where they stand before it */
  oldMarks: z.strictObject({ names: words, plain: z.string() }),
  /** a noun behind a part of the body → what links them: "orbital spread" is spread into the orbit */
  nounLinks: z.record(z.string(), z.string()),
  /** what an operation leaves ("thoracotomy changes"), what joins the two, and words before its name that say no more */
  leftBy: z.strictObject({
    words,
    link: z.string(),
    before: words,
    changes: words,
    names: z.strictObject({ one: z.string(), many: z.string() }),
  }),
  /** a place before a name that opens or holds these words is where it moved: "medial displacement" is an inward shift, "anterior dislocation" one toward the front */
  movements: z.strictObject({
    before: words,
    behind: words,
    places: z.record(z.string(), z.strictObject({ before: z.string(), behind: z.string() })),
  }),
  /** head nouns of plain names of which there is one on each side: "upper part of the lung" */
  onePerSide: words,
  /** verbs behind a stray comma: "extrusion at L4-5, matches the symptoms" */
  matching: words,
  /** what a treatment is given with; beside an order it makes advice that is only quoted, never told as ours */
  treatments: words,
  /** around the name of a measured score and its number: "the T-score is -2.7" */
  scoreFrame: z.strictObject({ article: z.string(), verb: z.string() }),
  /** kinds of care that may be told in plain words where no medicine, dose or order stands beside them */
  care: words,
  /** names and kinds of medicines: advice that holds one is only quoted */
  medicines: words,
  /** advice that holds one, and nothing of care or medicines, asks to look closer */
  looks: words,
  /** advice that holds one, with one of `earlier`, asks to look at earlier scans again; it asks for no closer look */
  compares: words,
  earlier: words,
  /** words that order or stop a treatment */
  orders: words,
  /** codes of sections that hold titles and notes: no "There is" before them */
  /** words of a pregnancy: an organ may be the baby's, and is not told as yours */
  unborn: words,
  /** words that stand with a number before a thing and say where it lies: "level IV lymph node" */
  stations: words,
  /** "segment 6 nodule": a lump "in part" 6 */
  numberedParts: z.record(z.string(), z.string()),
  /** things whose number is part of their name: "rib 6", "tooth 36" */
  numberedNames: words,
  /** concepts whose own name may hold the numbers: "impacted 38 and 48" */
  numberedInside: words,
  /** before a bone that is numbered; behind one of `counting` they may say how many there are */
  ordinals: z.strictObject({ words, ends: words, counting: words }),
  /** words behind a disease that is looked for or kept away: told before it; `test`: between a test and the disease */
  watching: z
    .array(
      z.strictObject({
        match: z.array(z.string().min(1)).min(1),
        plain: z.string().min(1),
        number: z.enum(['count', 'mass', 'plural']),
        test: z.string().min(1).optional(),
      }),
    )
    .optional(),
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
