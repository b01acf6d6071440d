/** Ground floor: what each wing hands to the next. The types make a wrong order impossible: Segmented < Recognized < Related. */
import type { FrameWords, ReadingKnowledge, WordsKnowledge } from '@readingscan/knowledge';
import type {
  Assertion,
  Check,
  Communication,
  Coverage,
  Finding,
  ImpressionItem,
  Measurement,
  Reading,
  Recommendation,
  Score,
  Section,
  Source,
  Span,
  Statement,
  Study,
  UrgencyTier,
  Warning,
} from './document.ts';
import type { Lexicon, Matches } from './lexicon.ts';
import type { KnownSide } from './sides.ts';
import type { Token } from './token.ts';
import type { WordBook } from './word.ts';

/** What every stage knows beside what flows. */
export interface Knowledge {
  readonly reading: ReadingKnowledge;
  /** absent where nothing is to be explained */
  readonly words: WordsKnowledge | null;
  /** the words of another language than the one that is read, where it is to be told in that */
  readonly frames: FrameWords | null;
  readonly lexicon: Lexicon;
  /** the words that texts are made of */
  readonly book: WordBook;
}

/** A statement with its tokens, `[from, to)` in Segmented.tokens. */
export interface SegmentedStatement extends Statement {
  readonly from: number;
  readonly to: number;
}

/** An item of the impression as it stands in the text. */
export interface SegmentedItem {
  readonly rank: number;
  /** without its number or bullet */
  readonly span: Span;
  readonly statements: readonly string[];
}

export interface Segmented {
  readonly source: Source;
  readonly tokens: readonly Token[];
  readonly sections: readonly Section[];
  readonly statements: readonly SegmentedStatement[];
  readonly items: readonly SegmentedItem[];
  readonly status: Reading['status'];
  readonly warnings: readonly Warning[];
}

/** Where such names stand, and which concepts they are of. */
export interface Unfound {
  readonly span: Span;
  readonly concepts: readonly string[];
}

export interface Recognized extends Segmented {
  readonly matches: Matches;
  /** first tokens of names that share the noun of a later one: "mitral" of "mitral and tricuspid regurgitation" */
  readonly sharers: ReadonlySet<number>;
  /** names of findings that name none: what a score rates may come, or is said not to be there */
  readonly unfound: readonly Unfound[];
  readonly study: Study;
  readonly measurements: readonly Measurement[];
  readonly scores: readonly Score[];
  readonly recommendations: readonly Recommendation[];
  readonly communications: readonly Communication[];
}

/** How soon something asks for attention, with the words it rests on. */
export interface Pressing {
  readonly tier: UrgencyTier;
  readonly basis: readonly Span[];
}

/** Where a report without marks ends what it denies and begins the next. */
export interface Seam {
  /** first token behind the first of the two */
  readonly at: number;
  /** anew: the next is there; listed: both are denied, up to an "or" behind them; unclear: nothing tells how far the denial reaches */
  readonly kind: 'anew' | 'listed' | 'unclear';
}

export interface Related extends Recognized {
  readonly findings: readonly Finding[];
  readonly impression: readonly ImpressionItem[];
  readonly checks: readonly Check[];
  readonly coverage: Coverage;
  /** of the report as a whole */
  readonly pressing: Pressing;
  /** statements of the impression that speak of the test, not of the person */
  readonly remarks: ReadonlySet<string>;
  /** statements that a later note of the report changes → that note */
  readonly amended: ReadonlyMap<string, Span>;
  /** by statement, in those that have some */
  readonly seams: ReadonlyMap<string, readonly Seam[]>;
}

/** What is said of words that are no findings. */
export interface Said {
  /** modifiers and tests, by the place where they begin */
  readonly words: ReadonlyMap<number, Assertion>;
  /** by statement, words for anything at all that are denied: "no acute process" */
  readonly anything: ReadonlyMap<string, readonly Finding[]>;
}

/** What can be explained: everything related, and which statements say only good things. */
export interface Explainable extends Related {
  readonly fine: ReadonlySet<string>;
  /** by item: the side that only the findings tell */
  readonly foundSides: ReadonlyMap<string, KnownSide>;
  /** empty where the language that is told is the one that is read */
  readonly said: Said;
}
