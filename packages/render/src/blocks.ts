/** What a document for taking along is made of, in order: every format draws the same blocks. */
import type { UrgencyTier } from '@readingscan/engine';

export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** what has to be known before anything else: preliminary, corrected, several studies */
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'headline'; readonly text: string }
  | { readonly kind: 'urgency'; readonly tier: UrgencyTier; readonly text: string }
  | Item
  | { readonly kind: 'steps'; readonly steps: readonly Step[] }
  | { readonly kind: 'list'; readonly mark: Mark; readonly lines: readonly string[] }
  | { readonly kind: 'pairs'; readonly pairs: readonly (readonly [name: string, text: string])[] }
  /** words of the report, one beside the other */
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** room to write */
  | { readonly kind: 'notes' }
  | { readonly kind: 'report'; readonly parts: readonly ReportPart[] }
  | { readonly kind: 'small'; readonly text: string };

export interface Item {
  readonly kind: 'item';
  readonly number: number;
  /** plain sentences */
  readonly lines: readonly string[];
  /** how sure, what has changed */
  readonly facts: readonly string[];
  readonly quote: string;
  /** the part of the whole report that the quote is */
  readonly anchor: string;
}

export interface Step {
  readonly text: string;
  /** dates, where the report gives them */
  readonly when: string | null;
}

/** said in passing, found to be fine, to be ticked */
export type Mark = 'dot' | 'tick' | 'box';

/** The whole report in pieces: those that an item quotes have an anchor. */
export interface ReportPart {
  readonly text: string;
  readonly anchor: string | null;
}
