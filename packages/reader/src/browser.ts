/** The reader in a browser: the same jobs, done in a worker of the page's own origin. */
export type { BrowserAssets } from './browser/assets.ts';
export { type BrowserReader, createBrowserReader } from './browser/client.ts';
export type { Compared, Digest, KeptInput, KeptWords } from './digest.ts';
export { isLanguage, LANGUAGES, type Language, READ } from './languages.ts';
export type {
  Progress,
  Reader,
  ReaderError,
  ReaderErrorCode,
  ReaderFile,
  ReaderInput,
  ReaderOptions,
  ReaderReason,
  ReaderResult,
  ReaderStep,
} from './types.ts';
