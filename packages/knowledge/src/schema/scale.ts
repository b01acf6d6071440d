/** Assessment categories and grading scales: how they are written, and what each category means for a patient. */
import { z } from 'zod';
import { forms, provenance } from './common.ts';

const tier = z.enum(['emergency', 'urgent', 'soon', 'routine', 'reassuring']);

const category = z.strictObject({
  /** as the reading gives it: 4A, IIF, viable; `number` for a scale that is a measured number */
  code: z.string().min(1),
  /** further written forms after the name of the system: "probably benign" */
  match: forms.optional(),
  /** the name that clinicians give it, without rates */
  label: z.string().min(2),
  /** patient words, grade 8 at most, never a percentage */
  means: z.string().min(10),
  /** the same in few words, to stand behind the code in a sentence; no figures, sides or next steps */
  plain: z
    .string()
    .regex(/^[^\d.:]+$/, 'no figures and no full stop')
    .max(80),
  /** usual next step in a few words */
  next: z.string().optional(),
  tier,
  /** of a measured number, from the first that fits: how soon its values are told */
  tiers: z
    .array(z.strictObject({ atMost: z.number().optional(), atLeast: z.number().optional(), tier }))
    .min(1)
    .optional(),
  /** concepts of which the category says that there is none: its name is then no finding */
  denies: z.array(z.string()).min(1).optional(),
});

export const scale = z.strictObject({
  system: z.string(),
  version: z.string().optional(),
  organ: z.string(),
  /** what a category rates, for a headline: "lung spot" */
  thing: z.string().optional(),
  /** what a category says needs the name of the thing beside it: "at the joint line" */
  dependent: z.boolean().optional(),
  ...provenance,
  /** whether the facts were checked against the primary source; where not, no numbers are given */
  verified: z.boolean(),
  names: forms,
  /** names that count only where a word of `context` stands in the report */
  near: forms.optional(),
  /** short names in capitals that stand right before the category: LR-5, TR4 */
  tight: forms.optional(),
  /** letters that may stand before the category behind the name: TI-RADS TR4 */
  prefixes: forms.optional(),
  context: forms.optional(),
  /** one of these stands in the statement too, or the short name does not count: M4 beside "mammogram" or U4 */
  beside: forms.optional(),
  /** none of these stands in the statement: "vertebral", "segment" */
  apart: forms.optional(),
  /** a letter that stands for a measured scale before a signed number where the report holds a word of `context`: "T -2.8" */
  letter: z.string().length(1).optional(),
  /** values that a key of the scale draws its lines at: -1 and -2.5 */
  cuts: z.array(z.number()).min(1).optional(),
  /** the whole examination has one category, so that another one is of a rule: "4B nodules are referred" */
  once: z.boolean().optional(),
  /** concepts that its name holds, which are no findings: "breast density" */
  denies: z.array(z.string()).min(1).optional(),
  /** rates what may come, so that what it names has not been found: "10-year probability of hip fracture" */
  risk: z.boolean().optional(),
  /** things whose grade is a category of this scale: "grade I anterolisthesis" */
  graded: forms.optional(),
  /** the names need the word grade or type too */
  gradedOnly: z.boolean().optional(),
  /** letters that may be added to a category: 3S */
  suffixes: forms.optional(),
  /** further parts behind the category: CAD-RADS 3/P2/S */
  modifiers: forms.optional(),
  letters: z.boolean().optional(),
  /** the category may stand before the name, in words or as a percentage: "stable disease by RECIST" */
  worded: z.boolean().optional(),
  /** rates what is left after treatment, so that "treated" does not make it an earlier category */
  response: z.boolean().optional(),
  /** greatest value, where it may stand behind a stroke: 8/10 */
  outOf: z.number().optional(),
  /** measurement: the value is the measurement of that unit; percent: a percentage behind the name */
  value: z.enum(['measurement', 'percent']).optional(),
  categories: z.array(category).min(1),
});

/** Every file of data/<language>/scales is a list; all files make one list. */
export const scales = z.array(scale);

/** The words around names and categories. */
export const scores = z.strictObject({
  ...provenance,
  /** may stand between a name and its category */
  connectors: forms,
  /** add nothing to the category beside them: "final assessment" */
  alone: forms,
  /** say that a grade follows */
  classes: forms,
  /** between two categories of which only one holds */
  between: forms,
  /** join two categories of one system */
  joins: forms,
  /** may stand between a join and the next category: on the right */
  sides: forms,
  /** open the place of a second grade: "grade 3 at L3/4" */
  places: forms,
  /** between a category in words and the name behind it: "stable disease by" RECIST */
  links: forms,
  /** tell of a change from the category behind them to the next: "upgraded from 3 to 4" */
  changedFrom: forms,
  /** before a person who bears the name of a system, and before another thing of that name: "acid reflux" */
  titles: forms,
  /** date a category anywhere behind them in the clause */
  historyBefore: forms,
  /** date a category only right behind them, or with an examination: "prior mammogram" */
  historyNear: forms,
  historyAfter: forms,
  /** date a category, but not one that rates what is left after treatment */
  treated: forms,
  /** what follows is only compared with: the category in front of them is not dated by it */
  comparing: forms,
  /** behind a comma, go on about what is before it: "the previous exam, showing" */
  relative: forms,
  /** past tense, of the past only where a word of the present follows */
  was: forms,
  now: forms,
  /** may stand between a word of the past and its category */
  small: forms,
  /** deny the category behind them, over the words `leading` */
  deniedBefore: forms,
  /** deny the category before them */
  deniedAfter: forms,
  /** "LR-5: none." */
  none: forms,
  /** may stand before the sign: "LR-5 lesions: none." */
  noneOf: forms,
  leading: forms,
  /** take a denial back: "cannot be excluded" */
  undecided: forms,
  /** behind a denial, name where it holds: "not seen on ultrasound" */
  on: forms,
  /** right before a category that only a rule or a condition names */
  ruleBefore: forms,
  /** anywhere before it in the clause */
  ruleClause: forms,
  ruleAfter: forms,
  /** many things of a category, of which a rule speaks: "4B nodules are referred" */
  ruleMany: forms,
  ruleDone: forms,
  /** key of a scale or text of a guideline: who wrote it, what it is called, and what draws its lines */
  legendSources: forms,
  legendTitles: forms,
  legendBounds: forms,
  /** may stand before the line that is drawn: "solid nodule <6 mm" */
  legendThings: forms,
  /** words of this patient, which no key holds */
  legendOwn: forms,
  /** "2019 MRI": a year before an examination dates it */
  exams: forms,
  /** units and nouns behind a number that make it no category */
  counted: forms,
  /** the same, but not where the number stands right behind the name: "Bosniak 2 cysts" */
  things: forms,
});
