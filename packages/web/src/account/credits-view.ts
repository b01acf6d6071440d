/** What the page of credits shows: what is there, what costs what, what can be bought, and what happened; no word of any report. */

/** What credits are spent on: a text read, a page recognised, a report of a batch, a megabyte kept for a month. */
export const CREDIT_UNITS = ['text', 'page', 'report', 'storage'] as const;
export type CreditUnit = (typeof CREDIT_UNITS)[number];

/** Why an entry was made. */
export type CreditKind =
  | 'allowance'
  | 'expired'
  | 'bought'
  | 'period'
  | 'returned'
  | 'restored'
  | 'spent'
  | 'held'
  | 'settled'
  | 'released'
  | 'closed';

export interface CreditEvent {
  /** of its cause: what one can ask after */
  readonly reference: string;
  readonly kind: string;
  /** a unit, a month, or what was bought */
  readonly of: string;
  readonly count: number;
  /** milliseconds since 1970 */
  readonly at: number;
  /** what it added to what one has, or took from it */
  readonly credits: number;
  /** the same of what is set aside */
  readonly held: number;
  /** credits whose money went back, or came back, after they were spent */
  readonly lost: number;
}

export interface CreditHistory {
  /** the newest first */
  readonly events: readonly CreditEvent[];
  /** of the whole history */
  readonly length: number;
  /** events before the first one here */
  readonly after: number;
}

export interface CreditOffer {
  readonly id: string;
  readonly credits: number;
  /** in the smallest unit of the currency */
  readonly amount: number;
  /** null for what is bought once */
  readonly every: 'month' | 'year' | null;
}

export interface CreditSubscription {
  readonly credits: number;
  readonly state: string;
  readonly isEnding: boolean;
  /** milliseconds since 1970: when its period ends */
  readonly until: number;
}

export interface CreditsView {
  readonly free: number;
  readonly paid: number;
  readonly held: number;
  /** given each month */
  readonly allowance: number;
  readonly prices: Readonly<Record<CreditUnit, number>>;
  /** of storage, free for each account */
  readonly freeMegabytes: number;
  /** as in "eur" */
  readonly currency: string;
  readonly offers: readonly CreditOffer[];
  readonly subscriptions: readonly CreditSubscription[];
  /** paid, and not yet confirmed */
  readonly isWaiting: boolean;
  readonly history: CreditHistory;
}
