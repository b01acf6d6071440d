/** Wing 4, explain: the grammar of the language as sets that are quick to ask. */
import type { WordsKnowledge } from '@readingscan/knowledge';

export interface Language {
  readonly verbs: ReadonlySet<string>;
  readonly passives: ReadonlySet<string>;
  /** every word that the grammar names */
  readonly all: ReadonlySet<string>;
  readonly participles: ReadonlySet<string>;
  /** what was done to the thing before them: "drained" */
  readonly deeds: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  readonly denials: ReadonlySet<string>;
  /** "neither", "nor": what a sentence with one half of the pair says instead */
  readonly pairedDenials: ReadonlyMap<string, string>;
  readonly listDenials: ReadonlySet<string>;
  readonly denying: ReadonlySet<string>;
  readonly answers: ReadonlySet<string>;
  /** "pneumothorax absent" */
  readonly missing: string;
  readonly verdicts: ReadonlySet<string>;
  /** the word for a question mark before a thing */
  readonly questioned: string;
  /** open what there is so much of: "less than a 50% narrowing" */
  readonly amountOpeners: ReadonlySet<string>;
  /** "free of metastasis" is told without "there is" */
  readonly unframed: ReadonlySet<string>;
  /** before a size: ">50% stenosis" */
  readonly comparisons: ReadonlyMap<string, string>;
  /** stand with their number before a finding: "grade 2 sprain" */
  readonly ranks: ReadonlySet<string>;
  /** changes that a line opens with, and what is then said of the thing */
  readonly changesOf: {
    /** say no more than the change behind them: "there has been growth of" */
    readonly opens: readonly string[];
    readonly since: string;
    readonly size: string;
    readonly links: readonly string[];
    /** what a place is followed by no longer */
    readonly behind: readonly string[];
    /** of something that was not there before */
    readonly coming: readonly string[];
    /** open a thing of which something else is said: "and a new nodule" */
    readonly own: readonly string[];
    readonly degrees: ReadonlyMap<string, string>;
    readonly names: ReadonlyMap<string, string>;
    readonly inSize: ReadonlyMap<string, string>;
  };
  /** verbs that are nouns where no noun stands right before them */
  readonly nounsToo: ReadonlySet<string>;
  readonly opinions: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
  readonly adjectives: ReadonlySet<string>;
  readonly connectives: ReadonlySet<string>;
  readonly sided: ReadonlyMap<string, string>;
  readonly sidedPlurals: ReadonlySet<string>;
  readonly amounts: ReadonlyMap<string, string>;
  readonly properties: ReadonlySet<string>;
  /** behind the name of a scan: evidence, features */
  readonly shown: ReadonlySet<string>;
  /** plain name of a measure → what it is called behind its figure */
  readonly across: ReadonlyMap<string, string>;
  /** participles of what a test does itself: "the scan found a lump" */
  readonly finds: ReadonlySet<string>;
  /** say of a thing what it is like: is, appears */
  readonly copulas: ReadonlySet<string>;
  /** open what an organ lacks: without */
  readonly lacking: ReadonlySet<string>;
  /** marks written out as words, and what such a word may be part of instead */
  readonly spokenMarks: ReadonlyMap<string, string>;
  /** before what they deny: nil → no */
  readonly terseDenials: ReadonlyMap<string, string>;
  readonly signNames: ReadonlySet<string>;
  /** open the part of a plain name that tells where or which */
  readonly whereabouts: ReadonlySet<string>;
  /** several, two: no article before them */
  readonly counts: ReadonlySet<string>;
  /** units in small letters: mm, weeks */
  readonly smallUnits: ReadonlySet<string>;
  /** before a preposition: "just off the middle", "next to the brain" */
  readonly placed: ReadonlySet<string>;
  /** adjectives that open plain names of a state: inflamed, narrow */
  readonly states: ReadonlySet<string>;
  /** degree → its adverb: mild → mildly */
  /** words of a plain name that tell how much → a degree before the name → the words with that degree */
  readonly amountsInside: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly degrees: ReadonlyMap<string, string>;
  /** advice to a doctor as a report opens it → what a patient is told: suggest → the report suggests */
  readonly requests: ReadonlyMap<string, string>;
  /** joins what is said of a noun behind it: "that is … and …" */
  readonly that: { readonly one: string; readonly many: string; readonly and: string };
  /** stand for a subject told before, or open a sentence that says what is there */
  readonly this: string;
  readonly which: string;
  readonly there: string;
  /** ends plain names of a shift whose side is told behind it */
  readonly oneSide: string;
  readonly sideWord: string;
  readonly sideLetters: ReadonlyMap<string, string>;
  readonly sidedWith: ReadonlySet<string>;
  readonly within: string;
  readonly holding: ReadonlyMap<string, string>;
  readonly carried: ReadonlySet<string>;
  readonly versus: ReadonlySet<string>;
  readonly comparedWith: string;
  readonly versusLetter: { readonly letter: string; readonly word: string; readonly notBehind: ReadonlySet<string> };
  readonly organs: ReadonlySet<string>;
  readonly diameters: ReadonlySet<string>;
  /** between the things of a list */
  readonly listLinks: ReadonlySet<string>;
  /** between levels: L3 to L5 */
  readonly levelLinks: ReadonlySet<string>;
  /** words that hold a level right behind them as a place */
  readonly levelHolders: ReadonlySet<string>;
  /** sites that are named after a level: nothing lies at it */
  readonly levelNamed: ReadonlySet<string>;
  readonly stations: ReadonlySet<string>;
  /** a numbered part of an organ before a thing → what is told behind the thing, before the number */
  readonly numberedParts: ReadonlyMap<string, string>;
  /** things whose number is part of their name: "rib 6" */
  readonly numberedNames: ReadonlySet<string>;
  readonly numberedInside: ReadonlySet<string>;
  /** which of several bones, and the ends of one in figures; before one of `counting` it may be how many */
  readonly ordinals: ReadonlySet<string>;
  readonly ordinalEnds: ReadonlySet<string>;
  readonly counting: ReadonlySet<string>;
  /** before the nature of a finding they doubt only that: "probably benign mass" */
  readonly natureHedges: ReadonlySet<string>;
  /** put something into its place: in, of */
  readonly placing: ReadonlySet<string>;
  /** open a word that names a part of a list: extra, peri */
  readonly prefixes: readonly string[];
  readonly articles: readonly string[];
  /** behind a test they name the same test: exam, study */
  readonly examNouns: ReadonlySet<string>;
  /** in the plain name of a test they say already that it is an exam: scan */
  readonly examHeads: readonly string[];
  /** behind a test they are what it showed: findings */
  readonly examResults: ReadonlySet<string>;
  /** between what a test showed and the test: of the */
  readonly resultsOf: readonly string[];
  /** nouns that end as adjectives do: spine, canal */
  readonly adjectiveLike: ReadonlySet<string>;
  readonly levelled: readonly string[];
  readonly the: string;
  readonly at: string;
  /** puts a finding into a place */
  readonly inside: string;
  /** plain names whose "small" goes where a size is told: small lump, small stone */
  readonly sizedNames: ReadonlySet<string>;
  /** how sure a part is → the opening of a sentence that says so, of one and of many */
  readonly links: ReadonlyMap<string, readonly string[]>;
  readonly measures: ReadonlyMap<string, string>;
  readonly withs: ReadonlyMap<string, readonly string[]>;
  readonly mainVerbs: ReadonlySet<string>;
  readonly singularVerbs: ReadonlySet<string>;
  readonly subordinators: ReadonlySet<string>;
  readonly relatives: ReadonlySet<string>;
  readonly existing: ReadonlyMap<string, string>;
  readonly parts: ReadonlySet<string>;
  /** words of names that tell of a movement, and what a place before them then is */
  readonly movements: {
    readonly before: readonly string[];
    readonly behind: readonly string[];
    readonly places: ReadonlyMap<string, { readonly before: string; readonly behind: string }>;
  };
  readonly onePerSide: ReadonlySet<string>;
  /** modifiers that many take for bad news, what they mean, and words beside them that say no more */
  readonly negatives: {
    readonly names: ReadonlySet<string>;
    readonly note: string;
    readonly words: ReadonlySet<string>;
  };
  /** nouns that add nothing to the finding before them */
  readonly tailNouns: { readonly one: ReadonlySet<string>; readonly many: ReadonlySet<string> };
  /** findings before another one that say only that it is old */
  readonly oldMarks: { readonly names: ReadonlySet<string>; readonly plain: string };
  /** a noun behind a part of the body → the link between them, where it is no "of" */
  readonly nounLinks: ReadonlyMap<string, string>;
  readonly leftBy: {
    readonly words: ReadonlySet<string>;
    readonly link: string;
    readonly before: ReadonlySet<string>;
    /** findings that say no more than that an operation left something, and what they are called where it is named */
    readonly changes: ReadonlySet<string>;
    readonly names: { readonly one: string; readonly many: string };
  };
  readonly matching: ReadonlySet<string>;
  readonly treatments: ReadonlySet<string>;
  /** treatments, medicines and other care */
  readonly cares: ReadonlySet<string>;
  readonly orders: ReadonlySet<string>;
  readonly acronyms: ReadonlySet<string>;
  readonly vowelLetters: string;
  readonly soundsLikeConsonant: ReadonlySet<string>;
  readonly soundsLikeVowel: ReadonlySet<string>;
}

const cache = new WeakMap<WordsKnowledge, Language>();

export function languageOf(words: WordsKnowledge): Language {
  let language = cache.get(words);
  if (!language) {
    const g = words.documents.grammar;
    language = {
      verbs: new Set(g.verbs),
      passives: new Set(g.passives),
      all: new Set([
        ...g.verbs,
        ...g.participles,
        ...g.passives,
        ...g.prepositions,
        ...g.denials,
        ...g.determiners,
        ...g.connectives,
        ...g.adjectives,
        ...g.properties,
      ]),
      participles: new Set(g.participles),
      deeds: new Set(g.deeds),
      prepositions: new Set(g.prepositions),
      denials: new Set(g.denials),
      pairedDenials: new Map(Object.entries(g.pairedDenials)),
      listDenials: new Set(g.listDenials),
      denying: new Set(g.denying),
      answers: new Set(g.answers),
      missing: g.missing,
      verdicts: new Set(g.verdicts),
      questioned: g.questioned,
      amountOpeners: new Set(g.amountOpeners),
      unframed: new Set(g.unframed),
      comparisons: new Map(Object.entries(g.comparisons)),
      ranks: new Set(g.ranks),
      changesOf: {
        ...g.changesOf,
        degrees: new Map(Object.entries(g.changesOf.degrees)),
        names: new Map(Object.entries(g.changesOf.names)),
        inSize: new Map(Object.entries(g.changesOf.inSize)),
      },
      nounsToo: new Set(g.nounsToo),
      opinions: new Set(g.opinions),
      determiners: new Set(g.determiners),
      adjectives: new Set(g.adjectives),
      connectives: new Set(g.connectives),
      sided: new Map(Object.entries(g.sided)),
      sidedPlurals: new Set(g.sidedPlurals),
      amounts: new Map(Object.entries(g.amounts)),
      properties: new Set(g.properties),
      shown: new Set(g.shown),
      across: new Map(Object.entries(g.across)),
      finds: new Set(g.finds),
      copulas: new Set(g.copulas),
      lacking: new Set(g.lacking),
      spokenMarks: new Map(Object.entries(g.spokenMarks)),
      terseDenials: new Map(Object.entries(g.terseDenials)),
      signNames: new Set(g.signNames),
      whereabouts: new Set(g.whereabouts),
      counts: new Set(g.counts),
      smallUnits: new Set(g.smallUnits),
      placed: new Set(g.placed),
      states: new Set(g.states),
      amountsInside: new Map(Object.entries(g.amountsInside).map(([name, by]) => [name, new Map(Object.entries(by))])),
      degrees: new Map(Object.entries(g.degrees)),
      requests: new Map(Object.entries(g.requests)),
      that: g.that,
      sizedNames: new Set(g.sizedNames),
      this: g.this,
      which: g.which,
      there: g.there,
      oneSide: g.oneSide,
      sideWord: g.sideWord,
      sideLetters: new Map(Object.entries(g.sideLetters)),
      sidedWith: new Set(g.sidedWith),
      within: g.within,
      holding: new Map(Object.entries(g.holding)),
      carried: new Set(g.carried),
      versus: new Set(g.versus),
      comparedWith: g.comparedWith,
      versusLetter: { ...g.versusLetter, notBehind: new Set(g.versusLetter.notBehind) },
      organs: new Set(g.organs),
      diameters: new Set(g.diameters),
      listLinks: new Set(g.listLinks),
      levelLinks: new Set(g.levelLinks),
      levelHolders: new Set(g.levelHolders),
      levelNamed: new Set(g.levelNamed),
      stations: new Set(g.stations),
      numberedParts: new Map(Object.entries(g.numberedParts)),
      numberedNames: new Set(g.numberedNames),
      numberedInside: new Set(g.numberedInside),
      ordinals: new Set(g.ordinals.words),
      ordinalEnds: new Set(g.ordinals.ends),
      counting: new Set(g.ordinals.counting),
      natureHedges: new Set(g.natureHedges),
      placing: new Set(g.placing),
      prefixes: g.prefixes,
      articles: g.articles,
      examNouns: new Set(g.examNouns),
      examHeads: g.examHeads,
      examResults: new Set(g.examResults),
      resultsOf: g.resultsOf,
      adjectiveLike: new Set(g.adjectiveLike),
      levelled: g.levelled,
      the: g.the,
      at: g.at,
      inside: g.inside,
      links: new Map(Object.entries(g.links)),
      measures: new Map(Object.entries(g.measures)),
      withs: new Map(Object.entries(g.withs)),
      mainVerbs: new Set(g.mainVerbs),
      singularVerbs: new Set(g.singularVerbs),
      subordinators: new Set(g.subordinators),
      relatives: new Set(g.relatives),
      existing: new Map(Object.entries(g.existing)),
      parts: new Set(g.parts),
      movements: { ...g.movements, places: new Map(Object.entries(g.movements.places)) },
      onePerSide: new Set(g.onePerSide),
      negatives: { ...g.negatives, names: new Set(g.negatives.names), words: new Set(g.negatives.words) },
      tailNouns: { one: new Set(g.tailNouns.one), many: new Set(g.tailNouns.many) },
      oldMarks: { names: new Set(g.oldMarks.names), plain: g.oldMarks.plain },
      nounLinks: new Map(Object.entries(g.nounLinks)),
      leftBy: {
        ...g.leftBy,
        words: new Set(g.leftBy.words),
        before: new Set(g.leftBy.before),
        changes: new Set(g.leftBy.changes),
      },
      matching: new Set(g.matching),
      treatments: new Set(g.treatments),
      cares: new Set([...g.treatments, ...g.medicines, ...g.care]),
      orders: new Set(g.orders),
      acronyms: new Set(g.acronyms),
      vowelLetters: g.vowelLetters,
      soundsLikeConsonant: new Set(g.soundsLikeConsonant),
      soundsLikeVowel: new Set(g.soundsLikeVowel),
    };
    cache.set(words, language);
  }
  return language;
}
