/** Why something was not read: the reader and the server say it in English, other languages by the reason. */
import type { ReaderError, ReaderReason } from '@readingscan/reader/browser';

/** What the form for browsers without script can be answered with, besides what the reader says. */
export type FormReason =
  | 'other-site'
  | 'too-much'
  | 'too-long'
  | 'busy'
  | 'no-report'
  | 'unknown-option'
  | 'server-failed';

export type ErrorWords = Readonly<Record<ReaderReason | FormReason, readonly [message: string, hint: string]>>;

export interface Refusal {
  readonly reason?: ReaderReason | FormReason;
  readonly message: string;
  readonly hint: string;
  /** to choose from, where one file holds several */
  readonly reports?: ReaderError['reports'];
}

/** What happened and what to do, in the language of the words; as it came where they have none for it. */
export function refusalIn(
  { errors }: { readonly errors: Partial<ErrorWords> },
  refusal: Refusal,
): Pick<Refusal, 'message' | 'hint'> {
  const own = refusal.reason === undefined ? undefined : errors[refusal.reason];
  return own ? { message: own[0], hint: own[1] } : refusal;
}
