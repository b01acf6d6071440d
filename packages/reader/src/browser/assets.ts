/** Where the worker finds what it needs: paths of the page's own origin. */
import type { AssetPaths } from '@readingscan/ingest/browser';

export interface BrowserAssets {
  /** the worker's own script, an ES module */
  readonly worker: string;
  /** compiled knowledge of one language */
  readonly knowledge: { readonly reading: string; readonly words: string };
  /** the files of text recognition, as ingest asks for them */
  readonly ingest: AssetPaths;
}
