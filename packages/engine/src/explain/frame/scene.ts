/** Wing 4, explain, frame: what the claims of a statement are drawn from. */
import type { Frames } from '@readingscan/knowledge';
import type { Communication, Finding, Measurement, Recommendation } from '../../document.ts';
import type { Explainable, Knowledge, SegmentedStatement } from '../../stages.ts';
import type { ScoreMeaning } from '../score-meanings.ts';
import type { Account } from './account.ts';
import type { Described } from './described.ts';
import type { Ground } from './ground.ts';

/** What was recognized in a statement. */
export interface StatementParts {
  readonly findings: readonly Finding[];
  readonly recommendations: readonly Recommendation[];
  readonly calls: readonly Communication[];
  readonly scores: readonly ScoreMeaning[];
  readonly measurements: readonly Measurement[];
  /** code of its section */
  readonly code: string;
}

export interface Scene {
  readonly related: Explainable;
  readonly statement: SegmentedStatement;
  readonly parts: StatementParts;
  readonly knowledge: Knowledge;
  readonly frames: Frames;
  readonly account: Account;
  readonly ground: Ground;
  readonly described: Described;
  /** where organs begin of which is said that they were not seen */
  readonly unseen: ReadonlySet<number>;
}
