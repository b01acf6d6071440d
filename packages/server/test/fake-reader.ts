/** A reader for tests of the server: it explains what mentions lungs, and refuses the rest in known ways. */
import type { Source } from '@readingscan/engine';
import type { ProgramReader, ReaderInput, ReaderResult } from '@readingscan/reader';
import { SAMPLE_EXPLANATION } from '../../web/src/design/sample-explanation.ts';

export function fakeReader(onInput: (input: ReaderInput) => Promise<void> = async () => undefined): ProgramReader {
  async function answer<T>(input: ReaderInput, document: T): Promise<ReaderResult<T>> {
    await onInput(input);
    if (input.kind === 'files') return { ok: true, document };
    if (input.text.includes('throw')) throw new Error(`cannot read ${input.text}`);
    if (input.text.includes('bundle')) return { ok: false, error: SEVERAL };
    if (input.text.includes('lung')) return { ok: true, document };
    return { ok: false, error: { code: 'not-a-report', message: 'No report.', hint: 'Send one.' }, text: input.text };
  }
  const { reading } = SAMPLE_EXPLANATION;
  const sourceOf = (input: ReaderInput): Source =>
    input.kind === 'text'
      ? { kind: 'text', text: input.text }
      : { ...reading.source, text: `lung ${reading.source.text}` };
  return {
    explain: (input, { language = 'en' } = {}) => answer(input, { ...SAMPLE_EXPLANATION, language }),
    read: (input) => answer(input, reading),
    extract: (input) => answer(input, { schema: 'readingscan.extraction/1', source: sourceOf(input), warnings: [] }),
    deidentify: (input) =>
      answer(input, { schema: 'readingscan.deidentification/1', text: reading.source.text, spans: [] }),
    compare: ([first = { kind: 'text', text: '' }]) => answer(first, COMPARISON),
    close: async () => undefined,
  };
}

const COMPARISON = {
  schema: 'readingscan.comparison/1',
  reports: [],
  lesions: [],
  recommendations: [],
  summary: [],
} as const;

const SEVERAL = {
  code: 'several-reports',
  message: 'This file holds 2 reports.',
  hint: 'Choose one of them by its number.',
  reports: [
    { number: 1, title: 'CT', date: null, kind: 'fhir' },
    { number: 2, title: 'MRI', date: null, kind: 'fhir' },
  ],
} as const;
