/** Work that a program leaves here to be done: many reports as lines, or one file. */
import type { KeyScope } from '@readingscan/web';

export const JOB_TASKS = ['read', 'explain', 'extract', 'deidentify'] as const;
export type JobTask = (typeof JOB_TASKS)[number];

export const JOB_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobState = (typeof JOB_STATES)[number];

export const JOB_KINDS = ['batch', 'file'] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** What a key needs to have it done. */
export const SCOPE_OF: Readonly<Record<JobTask, KeyScope>> = {
  read: 'read',
  explain: 'explain',
  extract: 'read',
  deidentify: 'deidentify',
};

export interface JobOptions {
  readonly language?: 'en' | 'es' | 'zh';
  readonly level?: 'plain' | 'standard';
  readonly region?: string;
}

export interface AskedJob {
  readonly kind: JobKind;
  readonly task: JobTask;
  readonly options: JobOptions;
}

/** As its owner sees it. Times as in 2026-11-29T08:00:00.000Z. */
export interface JobView extends AskedJob {
  readonly id: string;
  readonly state: JobState;
  /** reports, or pages of a file; null while it is not known how many there are */
  readonly total: number | null;
  readonly done: number;
  /** of them, answered with an error */
  readonly refused: number;
  readonly madeAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  /** when it is deleted with all that is in it */
  readonly goesAt: string;
  /** why it failed */
  readonly error: 'attempts' | 'sealed' | 'credits' | null;
}

/** Who asks: a key sees its own jobs alone. */
export interface JobOwner {
  readonly userId: string;
  readonly keyId: string;
}
