/** The states of the reader in the page, and how one follows another. Nothing that was typed or recognised is lost on the way. */
import type { Doubt, Explanation } from '@readingscan/engine';
import type { Progress, ReaderError } from '@readingscan/reader/browser';

export type Given =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'files'; readonly files: readonly File[]; readonly password?: string; readonly report?: number };

export type ReaderState =
  | { readonly kind: 'start' }
  | { readonly kind: 'paste' }
  | { readonly kind: 'pages'; readonly files: readonly File[] }
  | { readonly kind: 'working'; readonly given: Given; readonly progress: Progress | null }
  | {
      readonly kind: 'correct';
      readonly given: Given;
      readonly text: string;
      readonly doubts: readonly Doubt[];
      readonly anyway: Explanation | null;
    }
  | { readonly kind: 'problem'; readonly given: Given; readonly error: ReaderError }
  | { readonly kind: 'result'; readonly given: Given; readonly explanation: Explanation; readonly note: string | null };

/** Pictures can be shown beside the words that were read from them. */
export function picturesOf(given: Given): readonly File[] {
  return given.kind === 'files' ? given.files.filter((file) => file.type.startsWith('image/')) : [];
}
