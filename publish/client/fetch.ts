/** A client for the interface of ReadingScan, for Node, browsers and all else that has `fetch`. */
export type {
  Comparison,
  Deidentification,
  Explanation,
  Extraction,
  Operations,
  Problem,
  Reading,
  Saved,
} from './api.ts';
export {
  type Asked,
  type Client,
  type ClientOptions,
  isProblemError,
  openClient,
  type ProblemError,
  type Report,
} from './client.ts';
