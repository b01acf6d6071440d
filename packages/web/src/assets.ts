/** What the build leaves for the pages: hashed paths of scripts, styles, fonts and everything the worker loads. */
import type { BrowserAssets } from '@readingscan/reader/browser';

export interface WebAssets extends BrowserAssets {
  readonly version: string;
  readonly style: string;
  readonly home: string;
  /** script of the glossary's search */
  readonly glossary: string;
  /** fonts that every page shows at once */
  readonly fonts: readonly string[];
  readonly icon: string;
  /** everything that has to be here for the reader to work without network */
  readonly offline: { readonly text: readonly string[]; readonly pictures: readonly string[] };
}
