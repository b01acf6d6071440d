/** One line of a batch → its line of the results: what the command line's `batch` answers to a text. */
import type { Write } from '../written.ts';
import type { JobOptions, JobTask } from './job.ts';

export interface AnsweredLine {
  readonly line: Uint8Array;
  /** it is an error */
  readonly isRefused: boolean;
}

/** What is done with a text. Rejects where the work was called off. */
export type Reads = (text: string) => ReturnType<Write>;

export const readsBy =
  (write: Write, task: JobTask, options: JobOptions, signal: AbortSignal): Reads =>
  async (text) => {
    const asked = () => write(task, [{ kind: 'text', text }], { ...options, signal, isPatient: true });
    const result = await asked();
    // a thread that was lost may have been lost for another reason
    return !result.ok && result.error.code === 'internal' ? asked() : result;
  };

const FAULTS = {
  long: { code: 'too-large', message: 'This line is longer than a report can be.' },
  json: { code: 'usage', message: 'This line is no JSON object.' },
  text: { code: 'usage', message: 'A line needs a text.' },
} as const;

/** `line`: null where it was longer than one may be. */
export async function answerLine(line: string | null, reads: Reads): Promise<AnsweredLine> {
  if (line === null) return refused(null, FAULTS.long);
  const record = recordOf(line);
  if (!record) return refused(null, FAULTS.json);
  const { id = null, text } = record;
  if (typeof text !== 'string') return refused(id, FAULTS.text);
  return answerWith(id, await reads(text));
}

export function answerWith(id: unknown, result: Awaited<ReturnType<Write>>): AnsweredLine {
  if (!result.ok) return refused(id, { code: result.error.code, message: result.error.message });
  // the document is an object that holds something: behind its brace stands its first field
  const line = Buffer.concat([
    Buffer.from(`{"id":${JSON.stringify(id)},`),
    result.document.subarray(1),
    Buffer.from('\n'),
  ]);
  return { line, isRefused: false };
}

const refused = (id: unknown, error: { readonly code: string; readonly message: string }): AnsweredLine => ({
  line: Buffer.from(`${JSON.stringify({ id, error })}\n`),
  isRefused: true,
});

function recordOf(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const record: unknown = JSON.parse(line);
    return typeof record === 'object' && record !== null && !Array.isArray(record)
      ? (record as Readonly<Record<string, unknown>>)
      : null;
  } catch {
    return null;
  }
}
