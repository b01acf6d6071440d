/** What the reader answers where there is no explanation: what happened, and what to do. */
import type { ReaderError } from './types.ts';

export const SEVERAL_PEOPLE = {
  reason: 'several-people',
  hint: 'Compare reports of one person only.',
} as const satisfies Partial<ReaderError>;

export const NO_TEXT: ReaderError = {
  code: 'no-text',
  reason: 'nothing-given',
  message: 'There is no text to read.',
  hint: 'Paste the words of your report, or add a photograph of it.',
};
export const TOO_LONG: ReaderError = {
  code: 'too-large',
  reason: 'not-one-report',
  message: 'This text is longer than a report can be.',
  hint: 'Paste one report at a time.',
};
export const NOT_A_REPORT: ReaderError = {
  code: 'not-a-report',
  reason: 'not-a-report',
  message: 'This does not look like a radiology report.',
  hint: 'Look for a page with the heading Findings or Impression. Your clinic can give you the written report.',
};
export const LOW_QUALITY: ReaderError = {
  code: 'low-quality',
  reason: 'low-quality',
  message: 'Some of the words were too hard to read to rely on.',
  hint: 'Check the text against your page, or take the photograph again in brighter light.',
};
export const INTERNAL: ReaderError = {
  code: 'internal',
  reason: 'failed',
  message: 'Something went wrong while reading.',
  hint: 'Try again. Your text is still here.',
};
