/** A reader for tests of the server: it explains what mentions lungs, and refuses the rest in known ways. */
import type { Reader, ReaderInput, ReaderResult } from '@readingscan/reader/browser';
import { SAMPLE_EXPLANATION } from '../../web/test/fixtures/sample-explanation.ts';

export function fakeReader(onInput: (input: ReaderInput) => Promise<void> = async () => undefined): Reader {
  async function answer<T>(input: ReaderInput, document: T): Promise<ReaderResult<T>> {
    await onInput(input);
    if (input.kind === 'files') return { ok: true, document };
    if (input.text.includes('throw')) throw new Error(`cannot read ${input.text}`);
    if (input.text.includes('lung')) return { ok: true, document };
    return { ok: false, error: { code: 'not-a-report', message: 'No report.', hint: 'Send one.' }, text: input.text };
  }
  const { reading } = SAMPLE_EXPLANATION;
  return {
    explain: (input) => answer(input, SAMPLE_EXPLANATION),
    read: (input) => answer(input, reading),
    extract: (input) => answer(input, { schema: 'readingscan.extraction/1', source: reading.source, warnings: [] }),
    close: async () => undefined,
  };
}
