/** Wing 1, segment: the words of the knowledge that tell the parts of a report apart, ready for look-up. */
import type { SectionCode } from '../document.ts';
import type { Knowledge } from '../stages.ts';
import { begins, buildTrie, type Trie } from '../trie.ts';

export interface HeadingWord {
  readonly code: SectionCode;
  readonly loinc: string | undefined;
  /** counts in the middle of a line and without a colon */
  readonly anywhere: boolean;
  /** an impression only where no stronger heading for one follows */
  readonly soft: boolean;
}

export type Lead = 'history' | 'technique' | 'comparison' | 'recommendation' | 'communication' | 'signature' | 'other';

export interface Vocabulary {
  readonly headings: Trie<HeadingWord>;
  /** single words of headings that a slip of the pen is set right to */
  readonly corrigible: readonly string[];
  readonly qualifiers: Trie<true>;
  readonly joiners: ReadonlySet<string>;
  readonly notAfter: ReadonlySet<string>;
  readonly leads: Trie<Lead>;
  readonly passedOn: Trie<true>;
  readonly advisable: Trie<true>;
  readonly advised: Trie<true>;
  readonly concludingOpening: Trie<true>;
  readonly concludingInside: Trie<true>;
  readonly normal: Trie<true>;
  readonly tells: Trie<true>;
  readonly adds: Trie<true>;
  readonly status: Trie<'preliminary' | 'corrected' | 'addendum' | 'final' | 'notPreliminary'>;
  readonly examWords: ReadonlySet<string>;
  readonly examCompanions: ReadonlySet<string>;
  readonly facility: ReadonlySet<string>;
  readonly patientLabels: Trie<string>;
  readonly organLabels: Trie<true>;
  readonly credentials: ReadonlySet<string>;
  /** make a line a statement rather than a title */
  readonly stating: ReadonlySet<string>;
  readonly abbreviations: ReadonlySet<string>;
  /** abbreviations that may end a sentence all the same */
  readonly finalAbbreviations: ReadonlySet<string>;
  /** begin a sentence and are no part of a name */
  readonly openers: ReadonlySet<string>;
  /** words that some finding, place or test begins with */
  readonly medical: (norm: string) => boolean;
}

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
  const phrases = (list: readonly string[]): Trie<true> =>
    buildTrie(
      list.map((phrase) => [phrase, true] as const),
      spelling,
    );
  const set = (name: string): ReadonlySet<string> => new Set((lists[name] ?? []).map((word) => word.toLowerCase()));
  const headings: [string, HeadingWord][] = [];
  for (const [form, entry] of reading.headingForms) {
    const heading = reading.headings[entry];
    if (!heading) continue;
    headings.push([
      form,
      { code: heading.code, loinc: heading.loinc, anywhere: heading.place === 'any', soft: heading.soft === true },
    ]);
  }
  return {
    headings: buildTrie(headings, spelling),
    corrigible: headings.filter(([form, { anywhere }]) => anywhere && /^[a-z]{7,}$/.test(form)).map(([form]) => form),
    qualifiers: phrases(words.qualifiers),
    joiners: new Set(words.joiners),
    notAfter: new Set(words.notAfter),
    leads: buildTrie(
      words.leads.flatMap(({ code, opens }) => opens.map((phrase) => [phrase, code] as const)),
      spelling,
    ),
    passedOn: phrases(words.passedOn),
    advisable: phrases(words.advisable),
    advised: phrases(words.advised),
    concludingOpening: phrases(words.concludes.opens),
    concludingInside: phrases(words.concludes.holds),
    normal: phrases(words.normal),
    tells: phrases(words.tells),
    adds: phrases(words.adds),
    status: buildTrie(
      (['notPreliminary', 'preliminary', 'corrected', 'addendum', 'final'] as const).flatMap((status) =>
        words.status[status].map((phrase) => [phrase, status] as const),
      ),
      spelling,
    ),
    examWords: set('exam-words'),
    examCompanions: set('exam-companions'),
    facility: set('facility-words'),
    patientLabels: buildTrie(
      (lists['patient-labels'] ?? []).map((label) => [label, label] as const),
      spelling,
    ),
    organLabels: phrases(lists['organ-labels'] ?? []),
    credentials: set('credentials'),
    stating: set('stating-words'),
    abbreviations: set('abbreviations'),
    finalAbbreviations: set('abbreviations-final'),
    openers: set('sentence-openers'),
    medical: (norm) => begins(lexicon.forms, norm),
  };
}
