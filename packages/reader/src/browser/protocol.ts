/** The messages between the page and its worker. Nothing here ever leaves the device. */
import type { Compared, Digest, KeptInput, KeptWords } from '../digest.ts';
import type { Language } from '../languages.ts';
import type { AnyDocument, Task } from '../run.ts';
import type { Progress, ReaderInput, ReaderResult } from '../types.ts';
import type { BrowserAssets } from './assets.ts';

export type { AnyDocument, Documents, Task } from '../run.ts';

export interface TaskOptions {
  readonly language?: Language;
  readonly level?: 'plain' | 'standard';
  readonly region?: string;
  readonly report?: number;
}

/** All that the worker can answer with. */
export type Answer = AnyDocument | Digest | Compared;

/** `text`: engine and knowledge. `pictures`: text recognition as well. */
export type Readiness = 'text' | 'pictures';

export type ToWorker =
  | { readonly kind: 'assets'; readonly assets: BrowserAssets }
  | {
      readonly kind: 'prepare';
      readonly id: number;
      readonly readiness: Readiness;
      /** in which reports will be told */
      readonly language: Language;
    }
  | {
      readonly kind: 'run';
      readonly id: number;
      readonly task: Task;
      readonly input: ReaderInput | KeptInput;
      readonly options: TaskOptions;
    }
  | { readonly kind: 'digest'; readonly id: number; readonly kept: KeptWords; readonly language: Language }
  | { readonly kind: 'compare'; readonly id: number; readonly kept: readonly KeptWords[]; readonly language: Language }
  | { readonly kind: 'cancel'; readonly id: number };

export type FromWorker =
  | { readonly kind: 'prepared'; readonly id: number; readonly ok: boolean }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'done'; readonly id: number; readonly result: ReaderResult<Answer> };
