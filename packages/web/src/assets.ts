/** What the build leaves for the pages: hashed paths of scripts, styles, fonts and everything the worker loads. */
import type { BrowserAssets, Language } from '@readingscan/reader/browser';

export interface WebAssets extends BrowserAssets {
  readonly version: string;
  /** styles of what is written, those of the reader and its result, of a result alone, of kept reports, and all together with palettes beside each other */
  readonly style: {
    readonly site: string;
    readonly reader: string;
    readonly result: string;
    readonly dashboard: string;
    readonly design: string;
  };
  readonly home: string;
  /** script of the glossary's search */
  readonly glossary: string;
  /** kept reports: the script of their page, all that it loads, and its words in each language, the first those of this page alone */
  readonly dashboard: {
    readonly script: string;
    readonly parts: readonly string[];
    readonly words: Readonly<Record<Language, readonly string[]>>;
  };
  /** script of the page for programs: sends what its form holds */
  readonly api: string;
  /** script of the page that a hospital's portal opens */
  readonly smart: string;
  /** script of the pages where a device is asked for a passkey */
  readonly passkey: string;
  /** script of the page that a link to a shared explanation leads to */
  readonly shared: string;
  /** script of an article: its contents follow the reader */
  readonly article: string;
  /** the plain voice, which every page shows at once, and that of a report */
  readonly fonts: { readonly plain: string; readonly report: string };
  /** as an address that holds the drawing itself */
  readonly icon: string;
  /** drawn at build: the icon of the installed page in two sizes, and what is shown where a page is shared */
  readonly pictures: { readonly icon192: string; readonly icon512: string; readonly share: string };
  /** words of the interface, in each language: their script */
  readonly interface: Readonly<Record<Language, string>>;
  /** everything that has to be here for the reader to work without network, whatever the language */
  readonly offline: { readonly text: readonly string[]; readonly pictures: readonly string[] };
}
