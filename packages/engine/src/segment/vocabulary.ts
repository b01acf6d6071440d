/** Wing 1, segment: the words of the knowledge that tell the parts of a report apart, ready for look-up. */
import type { ReadingDocuments, ReadingKnowledge } from '@readingscan/knowledge';
import type { SectionCode } from '../document.ts';
import { firstWord } from '../form-words.ts';
import { eachForm } from '../search.ts';
import type { Knowledge } from '../stages.ts';
import type { Token } from '../token.ts';
import { begins, buildTrie, phraseTrie, type Trie } from '../trie.ts';
import * as role from './roles.ts';
import { shapeOf } from './slips.ts';

export interface HeadingWord {
  readonly code: SectionCode;
  readonly loinc: string | undefined;
  /** counts in the middle of a line and without a colon */
  readonly anywhere: boolean;
  /** an impression only where no stronger heading for one follows */
  readonly soft: boolean;
  /** what it opens instead where findings are still to come */
  readonly yields: SectionCode | undefined;
}

export type Lead =
  | 'exam'
  | 'history'
  | 'technique'
  | 'comparison'
  | 'recommendation'
  | 'communication'
  | 'signature'
  | 'other';

/** What a token begins: something that pictures show, a part of the body, or a thing that was put in or done. */
export type Named = 'finding' | 'organ' | 'made' | null;

export interface Vocabulary {
  readonly headings: Trie<HeadingWord>;
  /** single words of headings that a slip of the pen is set right to */
  readonly corrigible: readonly string[];
  /** headings, and words that stand beside them (`true`), by the shape of their letters */
  readonly misread: ReadonlyMap<string, HeadingWord | true>;
  readonly qualifiers: Trie<true>;
  readonly joiners: ReadonlySet<string>;
  readonly notAfter: ReadonlySet<string>;
  /** end no statement: "of", "the", "no" */
  readonly unfinished: ReadonlySet<string>;
  readonly leads: Trie<Lead>;
  readonly passedOn: Trie<true>;
  readonly advisable: Trie<true>;
  readonly advised: Trie<true>;
  /** "within", and the units of time that an interval ends in */
  readonly timing: ReadonlySet<string>;
  readonly timeUnits: ReadonlySet<string>;
  readonly concludingOpening: Trie<true>;
  readonly concludingInside: Trie<true>;
  /** "features", "the scan", and right behind them "would fit with", "is positive" */
  readonly judged: Trie<true>;
  readonly judging: Trie<true>;
  /** "likely", "most consistent with" at the beginning of the last sentence */
  readonly guessing: Trie<true>;
  readonly normal: Trie<true>;
  readonly tells: Trie<true>;
  /** a sentence that tells something by the way */
  readonly inPassing: Trie<true>;
  /** judge what the sentence before told */
  readonly grades: Trie<true>;
  readonly adds: Trie<true>;
  readonly misstates: Trie<true>;
  /** why a scan was done: openings of a sentence, words in any place, illnesses */
  readonly asked: Readonly<Record<keyof Sections['asked'], Trie<true>>>;
  /** a sentence that only points elsewhere or tells of the report: how it begins, how it ends */
  readonly refers: { readonly opens: Trie<true>; readonly closes: Trie<true> };
  readonly status: Trie<keyof Sections['status']>;
  readonly finalAwaited: Trie<true>;
  /** names of examinations and of the parts that they show: "upper GI series", "salivary glands" */
  readonly tests: Trie<true>;
  readonly patientLabels: Trie<string>;
  readonly organLabels: Trie<true>;
  readonly abbreviations: ReadonlySet<string>;
  /** abbreviations that end no sentence which they open */
  readonly openingAbbreviations: ReadonlySet<string>;
  /** abbreviations that may end a sentence all the same */
  readonly finalAbbreviations: ReadonlySet<string>;
  /** of germs, behind the initial of their kind: "C. difficile" */
  readonly species: ReadonlySet<string>;
  /** titles that are a term where they are written in capitals: MR */
  readonly capitalTerms: ReadonlySet<string>;
  /** begin a sentence and are no part of a name */
  readonly openers: ReadonlySet<string>;
  /** what begins at a token; a finding counts before a part of the body */
  readonly namedAt: (text: string, tokens: readonly Token[], at: number, to: number) => Named;
  /** words that some finding, place or test begins with */
  readonly medical: (norm: string) => boolean;
  /** what signs and words can be; `stating` words make a line a statement rather than a title */
  readonly roles: role.RoleTable;
}

type Sections = ReadingDocuments['sections'];

const cache = new WeakMap<object, Vocabulary>();

export function vocabularyOf(knowledge: Knowledge): Vocabulary {
  let vocabulary = cache.get(knowledge.reading);
  if (!vocabulary) {
    vocabulary = build(knowledge);
    cache.set(knowledge.reading, vocabulary);
  }
  return vocabulary;
}

function build({ reading, lexicon }: Knowledge): Vocabulary {
  const { spelling, lists, documents } = reading;
  const words = documents.sections;
  const phrases = (list: readonly string[]): Trie<true> => phraseTrie(list, spelling);
  const set = (name: string): ReadonlySet<string> => new Set((lists[name] ?? []).map((word) => word.toLowerCase()));
  const headings: [string, HeadingWord][] = [];
  for (const [form, entry] of reading.headingForms) {
    const heading = reading.headings[entry];
    if (!heading) continue;
    headings.push([
      form,
      {
        code: heading.code,
        loinc: heading.loinc,
        anywhere: heading.place === 'any',
        soft: heading.soft === true,
        yields: heading.yields,
      },
    ]);
  }
  return {
    headings: buildTrie(headings, spelling),
    corrigible: headings.filter(([form, { anywhere }]) => anywhere && /^[a-z]{7,}$/.test(form)).map(([form]) => form),
    misread: new Map<string, HeadingWord | true>([
      ...words.qualifiers.filter(isLong).map((word) => [shapeOf(word), true] as const),
      ...headings.filter(([form]) => isLong(form)).map(([form, word]) => [shapeOf(form), word] as const),
    ]),
    qualifiers: phrases(words.qualifiers),
    joiners: new Set(words.joiners),
    notAfter: new Set(words.notAfter),
    unfinished: new Set(words.unfinished),
    leads: buildTrie(
      words.leads.flatMap(({ code, opens }) => opens.map((phrase) => [phrase, code] as const)),
      spelling,
    ),
    passedOn: phrases(words.passedOn),
    advisable: phrases(words.advisable),
    advised: phrases(words.advised),
    timing: new Set(words.timing),
    timeUnits: new Set(documents.recommendations.units.flatMap(({ match }) => match)),
    concludingOpening: phrases(words.concludes.opens),
    concludingInside: phrases(words.concludes.holds),
    judged: phrases(words.concludes.subjects),
    judging: phrases(words.concludes.judges),
    guessing: phrases(words.concludes.guesses),
    normal: phrases(words.normal),
    tells: phrases(words.tells),
    inPassing: phrases(words.inPassing),
    grades: phrases(words.grades),
    adds: phrases(words.adds),
    misstates: phrases(words.misstates),
    asked: {
      opens: phrases(words.asked.opens),
      holds: phrases(words.asked.holds),
      conditions: phrases(words.asked.conditions),
      tells: phrases(words.asked.tells),
    },
    refers: { opens: phrases(words.refers.opens), closes: phrases(words.refers.closes) },
    status: buildTrie(
      (
        [
          'notPreliminary',
          'preliminary',
          'corrected',
          'correctedHeading',
          'addendum',
          'withdrawn',
          'final',
          'finalHeading',
        ] as const
      ).flatMap((status) => words.status[status].map((phrase) => [phrase, status] as const)),
      spelling,
    ),
    finalAwaited: phrases(words.finalAwaited),
    tests: phrases(
      [...documents.study.tests, ...documents.study.regions].flatMap(({ match, exact }) => [...match, ...exact]),
    ),
    patientLabels: buildTrie(
      (lists['patient-labels'] ?? []).map((label) => [label, label] as const),
      spelling,
    ),
    organLabels: phrases(lists['organ-labels'] ?? []),
    abbreviations: set('abbreviations'),
    openingAbbreviations: set('abbreviations-opening'),
    finalAbbreviations: set('abbreviations-final'),
    species: set('species'),
    capitalTerms: set('abbreviations-capitals'),
    openers: set('sentence-openers'),
    namedAt: (text, tokens, at, to) => {
      let named: Named = null;
      const first = tokens[at]?.word.first ?? -1;
      if (first < 0) return null;
      eachForm(
        lexicon.forms,
        text,
        tokens,
        at,
        to,
        ({ layer, entry }) => {
          const kind = layer === 'concept' ? reading.concepts[entry]?.kind : undefined;
          if (kind === 'finding') named = kind;
          else if (kind === 'anatomy') named ??= 'organ';
          else if (kind === 'device' || kind === 'procedure') named ??= 'made';
        },
        first,
      );
      return named;
    },
    medical: (norm) => begins(lexicon.forms, norm),
    roles: role.roleTable([...openings(reading), ...listed(reading)]),
  };
}

const isLong = (word: string): boolean => /^[a-z]{6,}$/.test(word);

/** The first words of the phrases of each vocabulary. */
function* openings({
  spelling,
  lists,
  documents,
  headingForms,
}: ReadingKnowledge): Iterable<readonly [string, number]> {
  const { sections } = documents;
  const phrases: readonly (readonly [number, Iterable<string>])[] = [
    [role.HEADING, headingForms.map(([form]) => form)],
    [role.QUALIFIER, sections.qualifiers],
    [role.LEAD, sections.leads.flatMap(({ opens }) => opens)],
    [role.PASSED_ON, sections.passedOn],
    [role.ADVISABLE, sections.advisable],
    [role.ADVISED, sections.advised],
    [role.CONCLUDES, [...sections.concludes.opens, ...sections.concludes.holds]],
    [role.TELLS, sections.tells],
    [role.STATUS, Object.values(sections.status).flat()],
    [role.PATIENT_LABEL, lists['patient-labels'] ?? []],
    [role.ORGAN_LABEL, lists['organ-labels'] ?? []],
  ];
  for (const [own, list] of phrases)
    for (const phrase of list) {
      const first = firstWord(phrase, spelling);
      if (first !== undefined) yield [first, own];
    }
}

/** Words that count one by one. */
function* listed({ lists, documents }: ReadingKnowledge): Iterable<readonly [string, number]> {
  const { bones, before } = documents.sections.broken;
  for (const word of bones) yield [word, role.BONE];
  for (const word of before) yield [word, role.BEFORE_BONE];
  const words: readonly (readonly [number, string])[] = [
    [role.EXAM, 'exam-words'],
    [role.EXAM_COMPANION, 'exam-companions'],
    [role.FACILITY, 'facility-words'],
    [role.CREDENTIAL, 'credentials'],
    [role.STATING, 'stating-words'],
  ];
  for (const [own, name] of words) for (const word of lists[name] ?? []) yield [word.toLowerCase(), own];
}
