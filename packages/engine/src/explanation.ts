/** The explanation document: what the person reads. Every sentence carries the words of the report it rests on. */
import type { BodyPlace } from '@readingscan/knowledge';
import type { Certainty, Reading, Span, UrgencyTier } from './document.ts';

export type How = 'composed' | 'substituted' | 'verbatim';

export interface Told {
  readonly text: string;
  readonly basis: readonly Span[];
}

export interface PlainSentence extends Told {
  readonly how?: How;
}

export interface Support {
  readonly statement: string;
  readonly plain: readonly PlainSentence[];
}

export type { BodyPlace } from '@readingscan/knowledge';

/** Where on the body map an item lies: a place, and its side as the report tells it. */
export interface ItemPlace {
  readonly place: BodyPlace;
  readonly side: 'left' | 'right' | 'both' | null;
  readonly basis: readonly Span[];
}

export interface ExplainedItem {
  readonly impression: string;
  readonly rank: number;
  readonly original: string;
  readonly plain: readonly (PlainSentence & { readonly how: How })[];
  readonly certainty: (Told & { readonly rank: Certainty }) | null;
  readonly change: Told | null;
  readonly phrases: readonly string[];
  readonly terms: readonly string[];
  readonly supportedBy: readonly Support[];
  readonly urgency: UrgencyTier;
  /** where what it says is there lies; empty where that is nowhere in particular, or nothing is there */
  readonly places: readonly ItemPlace[];
}

export interface ExplainedStatement extends Support {
  readonly how: How;
}

export interface ExplainedSection {
  readonly section: string;
  readonly statements: readonly ExplainedStatement[];
}

export interface NextStep extends Told {
  readonly recommendation: string;
  readonly due: { readonly from: string; readonly earliest: string; readonly latest: string | null } | null;
}

export interface ExplainedPhrase {
  readonly slug: string;
  readonly phrase: string;
  readonly means: string;
  readonly doesNotMean: string;
  readonly spans: readonly Span[];
}

export interface ExplainedTerm {
  readonly slug: string;
  readonly term: string;
  readonly definition: string;
  readonly spans: readonly Span[];
}

export interface Notice extends Told {
  readonly code: string;
}

export interface Explanation {
  readonly schema: 'readingscan.explanation/1';
  readonly language: string;
  readonly level: 'plain' | 'standard';
  readonly reading: Reading;
  readonly notices: readonly Notice[];
  readonly headline: Told;
  readonly urgency: Told & { readonly tier: UrgencyTier };
  readonly items: readonly ExplainedItem[];
  readonly sections: readonly ExplainedSection[];
  readonly normal: readonly Told[];
  readonly nextSteps: readonly NextStep[];
  readonly communications: readonly { readonly communication: string; readonly plain: readonly PlainSentence[] }[];
  readonly phrases: readonly ExplainedPhrase[];
  readonly questions: readonly Told[];
  readonly secondOpinion: readonly Told[];
  readonly worthAsking: readonly (Told & { readonly check: string })[];
  readonly terms: readonly ExplainedTerm[];
  readonly notExplained: readonly { readonly span: Span; readonly text: string }[];
  readonly readability: { readonly fleschKincaidGrade: number | null; readonly originalGrade: number | null };
  readonly disclaimer: string;
}
