/** Sentences we say ourselves, with {places} to be filled from the reading. */
import { z } from 'zod';

const sentence = z.string().min(1);
const TIERS = ['emergency', 'urgent', 'soon', 'routine', 'reassuring'] as const;
const RANKS = ['definite', 'likely', 'possible', 'unlikely', 'excluded'] as const;
const DIRECTIONS = ['new', 'increased', 'stable', 'decreased', 'resolved'] as const;
const ACTIONS = [
  'imaging',
  'surveillance',
  'clinical-correlation',
  'biopsy',
  'referral',
  'laboratory',
  'procedure',
  'none-needed',
  'other',
] as const;
const CHECKS = [
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

export const templates = z.strictObject({
  source: z.string(),
  reviewed: z.union([z.literal(false), z.literal('no')]),
  headline: z.record(z.enum([...TIERS, 'unasked']), sentence),
  /** the main finding by how sure it is; {what} is its plain name */
  headlineWhat: z.record(z.enum(RANKS), sentence),
  /** what the exam was not good enough to see */
  headlineUnchecked: sentence,
  /** where the main finding is, unless its plain name holds one of these words and so says it */
  headlinePlace: z.strictObject({ text: sentence, apart: z.array(z.string()), placed: z.array(z.string()) }),
  /** the main point is a score: {plain} is what it means, {score} the code as written, {what} the finding where that needs one */
  headlineScore: z.strictObject({ alone: sentence, beside: sentence }),
  /** of what is old; a language whose headlines are built from claims says it there */
  headlineChronic: z.strictObject({ text: sentence, unless: z.array(z.string()) }).optional(),
  headlinePartial: sentence,
  headlineSides: sentence,
  /** in place of an item that stays in the report's words, where those are of another language */
  headlineAsWritten: z.string().optional(),
  headlineNothing: sentence,
  /** where a later note takes the finding back: {first} is what it denies; where it denies nothing by name */
  headlineCorrected: sentence,
  headlineChanged: sentence,
  /** in the place of a first sentence that is too long */
  headlineLong: sentence,
  urgency: z.record(z.enum(TIERS), sentence),
  /** by ISO 3166 country; none where no country is known */
  emergencyNumbers: z.record(z.string(), z.string()),
  certainty: z.record(z.enum(RANKS), sentence),
  /** the finding is certain, what is said about it is not */
  certaintyOfPart: sentence,
  change: z.record(z.enum(DIRECTIONS), sentence),
  normal: sentence,
  /** what of it a label gives to a part of the body */
  normalAt: sentence,
  /** before an item whose side only the title of the exam tells */
  examSide: z.strictObject({ left: sentence, right: sentence }),
  /** behind an item that a later note of the report changes */
  amended: sentence,
  /** behind an item whose advice an addendum takes back */
  adviceTakenBack: sentence,
  /** lines about the person, the place and the signature, told by section code */
  administrative: z.record(z.string(), sentence),
  /** what the category of a scale means */
  scoreMeaning: sentence,
  /** the same, within the sentence that holds the code */
  scoreBeside: sentence,
  /** before advice that the report gives without a verb */
  advice: sentence,
  /** by action; {what} test with part, {when} interval, {condition} */
  step: z.record(z.enum(ACTIONS), sentence),
  /** "no further imaging": other steps may still be needed */
  stepNoScan: sentence,
  /** what the report advises against, where it names it */
  stepNotAdvised: sentence,
  /** beside steps that are advised; {thing} is stepWhat.neededFor */
  stepNotAdvisedFor: sentence,
  /** advice about care that is told in plain words */
  stepCare: sentence,
  /** more is to be looked at, and no test is named */
  stepLook: sentence,
  /** earlier scans are to be looked at again */
  stepCompare: sentence,
  /** between two sentences of ours */
  gap: z.string().default(' '),
  /** set behind a step that depends on something */
  conditioned: z.string().default(', {condition}'),
  /** a condition that is a label ("Low risk: …"), in the report's own words; as any other where it is empty */
  labelled: z.string().default(''),
  /** "unless …" where conditions are not told: in the report's own words, so that it is not taken for "if" */
  unless: z.string().default(''),
  /** "otherwise" behind an "if" */
  ifNot: sentence,
  /** behind a time that a condition makes shorter: "or sooner if symptoms worsen" */
  sooner: z.string().default(', or sooner {condition}'),
  stepStrength: z.strictObject({ recommended: sentence, suggested: sentence, optional: sentence }),
  /** what is asked for, where the report names it or not */
  stepWhat: z.strictObject({
    visit: sentence,
    visitWith: sentence,
    /** a stay in hospital, and with whom */
    admission: sentence,
    admissionWith: sentence,
    biopsy: sentence,
    /** a word that the plain name of every kind of biopsy holds */
    sample: sentence,
    procedure: sentence,
    neededFor: sentence,
    /** the same, of all but what was told of before */
    neededForOthers: sentence,
    /** the same, where the report names its side */
    neededForSide: z.strictObject({ left: sentence, right: sentence }),
    neededForThis: sentence,
    again: sentence,
    /** "further views" of a breast */
    mammogramViews: sentence,
    /** a return to it, where no test is named */
    screening: sentence,
    /** "further imaging", where no test is named */
    morePictures: sentence,
    followUpPictures: sentence,
    /** a tube that is to be moved: which way, by how much; `device`: it by its name */
    moves: z.strictObject({
      back: sentence,
      in: sentence,
      anew: sentence,
      out: sentence,
      swap: sentence,
      by: sentence,
      device: sentence,
      tube: sentence,
    }),
  }),
  /** the part of the body that a test looks at; plain names of parts, those that stand side by side, and their link */
  region: sentence,
  /** the same, of the side that the report names */
  regionSide: z.strictObject({ left: sentence, right: sentence, both: sentence }),
  regions: z.record(z.string(), sentence),
  bodyParts: z.array(z.string()),
  and: sentence,
  or: sentence,
  /** tests whose name holds the part */
  regionless: z.array(sentence),
  interval: z.strictObject({
    exact: sentence,
    range: sentence,
    atLeast: sentence,
    within: sentence,
    now: sentence,
    /** the report gives no time, but says that it is urgent */
    urgent: sentence,
    /** at an age of a pregnancy */
    at: sentence,
    /** at an age of a child */
    atAge: sentence,
    repeat: sentence,
    repeatRange: sentence,
    each: sentence,
  }),
  /** a time that is counted from something else than the scan; {since} is an occasion, or words of the report */
  counted: z.strictObject({
    exact: sentence,
    range: sentence,
    within: sentence,
    atLeast: sentence,
    /** {words} of the report, where no occasion has that name */
    since: sentence,
  }),
  /** what a step is to come before, behind or at, by the occasion of `recommendations.yml` */
  occasions: z.record(z.string(), sentence),
  /** a named time: how it is placed, and how its parts are put together; months from January, weekdays from Monday */
  dates: z.strictObject({
    in: sentence,
    on: sentence,
    by: sentence,
    /** as written, where its parts have no names here */
    written: sentence,
    day: sentence,
    dayYear: sentence,
    month: sentence,
    monthYear: sentence,
    year: sentence,
    weekday: sentence,
    /** of a stay or a treatment; of a monthly cycle */
    course: sentence,
    cycle: sentence,
    months: z.array(sentence).length(12),
    weekdays: z.array(sentence).length(7),
  }),
  /** behind a step that is for relatives; a step that names no test */
  relatives: z.strictObject({ step: sentence, alone: sentence }),
  /** a meeting of several specialists is asked for; {team}, alone or with what it is for, by the kind of `recommendations.yml` */
  boards: z.strictObject({
    ask: z.strictObject({ recommended: sentence, suggested: sentence, optional: sentence }),
    team: sentence,
    teamFor: sentence,
    kinds: z.record(z.string(), sentence),
  }),
  /** what the person is asked to do; by `care` of `recommendations.yml` */
  care: z.strictObject({
    ask: z.strictObject({ recommended: sentence, suggested: sentence, optional: sentence }),
    acts: z.record(z.string(), sentence),
    lasting: sentence,
    lastingRange: sentence,
    lastingLeast: sentence,
    /** what stands behind it in the report: until, before, after */
    tail: sentence,
    /** acts that change a medicine, and what is said behind them */
    medicines: z.array(z.string()),
    medicine: sentence,
  }),
  units: z.record(z.enum(['hour', 'day', 'week', 'month', 'year']), z.tuple([sentence, sentence])),
  modalities: z.record(z.string(), sentence),
  /** to a clinician, at once or not; and to the person, or people around */
  communication: z.strictObject({ told: sentence, urgent: sentence, person: sentence }),
  notices: z.strictObject({
    preliminary: sentence,
    'addendum-changes': sentence,
    withdrawn: sentence,
    'several-reports': sentence,
    'several-people': sentence,
    'doubtful-text': sentence,
    /** a scan in pregnancy names a part of the body, and not whose it is */
    pregnancy: sentence,
    other: sentence,
  }),
  doubt: sentence,
  notExplained: sentence,
  checks: z.record(z.enum(CHECKS), sentence),
  questions: z.strictObject({
    uncertain: sentence,
    finding: sentence,
    growing: sentence,
    next: sentence,
    noInterval: sentence,
    urgent: sentence,
    unexplained: sentence,
    limited: sentence,
    biopsy: sentence,
    score: sentence,
  }),
  secondOpinion: z.strictObject({ serious: sentence, uncertain: sentence }),
  disclaimer: sentence,
});
export type Templates = z.infer<typeof templates>;
