/** What a thread that reads is asked, and what it answers: documents as JSON, written where they were made. */
import type { KeptInput } from '../digest.ts';
import type { ReaderInput, ReaderOptions, ReaderResult, WrittenDocument, WrittenTask } from '../types.ts';

/** Text, or a file that was opened before. */
export type OpenedInput = Extract<ReaderInput, { kind: 'text' }> | KeptInput;

export interface ReadingQuestion {
  readonly task: WrittenTask;
  /** one, but for a comparison */
  readonly inputs: readonly OpenedInput[];
  readonly options: Pick<ReaderOptions, 'language' | 'level' | 'region'>;
}

export type ReadingAnswer = ReaderResult<WrittenDocument>;
