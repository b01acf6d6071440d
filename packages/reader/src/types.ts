/** What the reader takes and gives, the same in Node and in the browser. */
import type { Comparison, Deidentification, Explanation, Extraction, Reading } from '@readingscan/engine';
import type { ErrorReason, Listed } from '@readingscan/ingest';
import type { Language } from './languages.ts';

export type ReaderInput =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'files'; readonly files: readonly ReaderFile[]; readonly password?: string };

export interface ReaderFile {
  readonly bytes: Uint8Array;
  readonly name?: string;
}

export type ReaderErrorCode =
  | 'unreadable'
  | 'unsupported'
  | 'too-large'
  | 'encrypted'
  | 'no-text'
  | 'not-a-report'
  | 'low-quality'
  | 'several-reports'
  | 'usage'
  | 'internal';

/** Why there is no explanation, finer than the code: by it another language finds its own sentences. */
export type ReaderReason =
  | ErrorReason
  | 'nothing-given'
  | 'not-one-report'
  | 'not-a-report'
  | 'low-quality'
  | 'several-people'
  | 'failed'
  | 'ended';

/** `message`: one sentence that says what happened. `hint`: one sentence that says what to do. */
export interface ReaderError {
  readonly code: ReaderErrorCode;
  readonly reason?: ReaderReason;
  readonly message: string;
  readonly hint: string;
  /** beside `several-reports`: what there is to choose from */
  readonly reports?: readonly Listed[];
}

export type ReaderResult<T> =
  | { readonly ok: true; readonly document: T }
  | {
      readonly ok: false;
      readonly error: ReaderError;
      /** what could be said all the same, beside `low-quality` */
      readonly document?: T;
      /** what was typed or recognised: it is never lost */
      readonly text?: string;
    };

export type ReaderStep = 'open' | 'straighten' | 'read' | 'check' | 'explain';

export interface Progress {
  readonly step: ReaderStep;
  /** 1-based */
  readonly page: number;
  readonly pages: number;
  /** 0 to 1, of the whole job */
  readonly fraction: number;
}

export interface ReaderOptions {
  /** of the explanation; default English */
  readonly language?: Language;
  readonly level?: 'plain' | 'standard';
  readonly region?: string;
  /** which of several reports in one file, from 1 */
  readonly report?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** A document as JSON, in memory of its own. */
export type WrittenDocument = Uint8Array<ArrayBuffer>;
export type WrittenTask = 'explain' | 'read' | 'extract' | 'deidentify' | 'compare';

export interface WriteOptions extends ReaderOptions {
  /** comes after all that somebody waits for */
  readonly isPatient?: boolean;
}

/** The three jobs. A job that is aborted rejects with the signal's reason; nothing else rejects. */
export interface Reader {
  explain(input: ReaderInput, options?: ReaderOptions): Promise<ReaderResult<Explanation>>;
  read(input: ReaderInput, options?: ReaderOptions): Promise<ReaderResult<Reading>>;
  extract(input: ReaderInput, options?: ReaderOptions): Promise<ReaderResult<Extraction>>;
  close(): Promise<void>;
}

/** What a program beside the browser does as well. */
export interface ProgramReader extends Reader {
  /** the text without what tells who it is about */
  deidentify(input: ReaderInput, options?: ReaderOptions): Promise<ReaderResult<Deidentification>>;
  /** what changed between reports of one person, the oldest first */
  compare(inputs: readonly ReaderInput[], options?: ReaderOptions): Promise<ReaderResult<Comparison>>;
}

/** Reads in threads of its own, where documents are written as JSON too. */
export interface WritingReader extends ProgramReader {
  /** `inputs`: one, but for a comparison. */
  write(
    task: WrittenTask,
    inputs: readonly ReaderInput[],
    options?: WriteOptions,
  ): Promise<ReaderResult<WrittenDocument>>;
}
