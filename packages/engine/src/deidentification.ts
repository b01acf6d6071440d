/** A text without what tells who it is about, and where each such word stood. */
import type { Span } from './document.ts';

export type IdentifierLabel =
  | 'NAME'
  | 'DATE'
  | 'AGE_OVER_89'
  | 'MRN'
  | 'ACCESSION'
  | 'FACILITY'
  | 'ADDRESS'
  | 'PHONE'
  | 'EMAIL'
  | 'URL'
  | 'IP'
  | 'USERNAME'
  | 'SSN'
  | 'NATIONAL_ID'
  | 'HEALTH_PLAN_ID'
  | 'LICENSE'
  | 'DEVICE_ID';

export interface Deidentification {
  readonly schema: 'readingscan.deidentification/1';
  readonly text: string;
  /** spans into the input */
  readonly spans: readonly { readonly span: Span; readonly label: IdentifierLabel; readonly replacement: string }[];
}
