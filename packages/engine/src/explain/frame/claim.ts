/** Wing 4, explain, frame: what a statement may claim. */
import type { Claimed } from '@readingscan/knowledge';
import type {
  Communication,
  Direction,
  Finding,
  Measurement,
  Modality,
  Place,
  Recommendation,
  Span,
} from '../../document.ts';
import type { ScoreMeaning } from '../score-meanings.ts';
import type { Figure } from './account.ts';
import type { Describing } from './describing.ts';
import type { ToldPlace } from './place-of.ts';

/** A finding with all that is said of it. */
export interface Thing {
  readonly finding: Finding;
  /** that it is told by: where its place is told as well, the name without it */
  readonly concept: string;
  readonly plural: boolean;
  /** in the order of the text */
  readonly modifiers: readonly Describing[];
  readonly places: readonly ToldPlace[];
  readonly sizes: readonly Measurement[];
  /** the sizes are of the largest */
  readonly isPicked: boolean;
  /** denied of others than those named before */
  readonly isOther: boolean;
  /** said not to be so: "has not ruptured" */
  readonly denied: readonly Describing[];
  /** the side it goes to */
  readonly toward: 'left' | 'right' | null;
}

export interface NamedTest {
  readonly concept: string;
  readonly plural: boolean;
}

/** What is done to a person is told otherwise than what a person has. */
type Kind = 'thing' | 'deed';

export type Claim = { readonly at: number; readonly basis: readonly Span[] } & (
  | {
      readonly kind: Kind;
      readonly thing: Thing;
      readonly presence: Claimed;
      readonly change: Direction | null;
      /** one more of the list that the claim before it belongs to */
      readonly isListed: boolean;
      /** only one of it and the one before may hold */
      readonly isAlternative: boolean;
    }
  | {
      readonly kind: 'state';
      readonly organs: readonly ToldPlace[];
      readonly states: readonly Describing[];
      /** of what a test is: "MRI of the shoulder" */
      readonly places: readonly ToldPlace[];
      /** what of them is judged, in the language */
      readonly aspects: readonly string[];
      readonly denied: boolean;
      /** said of what the pictures show */
      readonly isSeenPart: boolean;
      readonly span: Span;
    }
  | {
      readonly kind: 'measure';
      readonly organ: ToldPlace;
      /** of what the line is, where that is another place: "Left hip: bone density 0.8 g/cm2" */
      readonly places: readonly ToldPlace[];
      readonly sizes: readonly Measurement[];
      readonly change: Direction | null;
    }
  | {
      readonly kind: 'tests';
      readonly tests: readonly NamedTest[];
      /** what was given for them */
      readonly given: readonly NamedTest[];
      /** not done, or not given */
      readonly without: readonly NamedTest[];
      /** without contrast and with it */
      readonly isBoth: boolean;
      /** of the tests that were compared with */
      readonly dates: readonly Figure[];
      readonly places: readonly ToldPlace[];
    }
  | {
      readonly kind: 'study';
      readonly modality: Modality;
      /** keys of templates.regions */
      readonly regions: readonly string[];
      readonly side: Place['laterality'];
    }
  /** what a request says of the person, in the language */
  | { readonly kind: 'felt'; readonly names: readonly string[] }
  | { readonly kind: 'no-comparison' }
  | {
      readonly kind: 'change';
      readonly organs: readonly ToldPlace[];
      readonly direction: Exclude<Direction, 'resolved'> | 'minor';
    }
  | { readonly kind: 'unseen'; readonly organs: readonly ToldPlace[] }
  /** words that reports repeat, with the sentence for them */
  | { readonly kind: 'stock'; readonly text: string; readonly span: Span }
  | { readonly kind: 'step'; readonly recommendation: Recommendation }
  | { readonly kind: 'call'; readonly call: Communication }
  | {
      readonly kind: 'score';
      readonly meaning: ScoreMeaning;
      /** of what, where the statement names nothing else */
      readonly places: readonly ToldPlace[];
    }
);
export type ThingClaim = Extract<Claim, { kind: Kind }>;
