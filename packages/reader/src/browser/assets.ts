/** Where the worker finds what it needs: paths of the page's own origin. */
import type { AssetPaths } from '@readingscan/ingest/browser';
import type { Language } from '../languages.ts';

export interface BrowserAssets {
  /** the worker's own script, an ES module */
  readonly worker: string;
  /** compiled knowledge: of the language that is read, and the words of each that is told */
  readonly knowledge: { readonly reading: string; readonly words: Readonly<Record<Language, string>> };
  /** the files of text recognition, as ingest asks for them */
  readonly ingest: AssetPaths;
}
