/** A chunk of a job → its lines of results, in the order of what was sent. */
import type { Progress } from '@readingscan/reader';
import type { Write } from '../written.ts';
import { type AnsweredLine, answerLine, answerWith, readsBy } from './answer-line.ts';
import { readLines } from './chunks.ts';
import type { Claimed } from './queue.ts';

export interface AnsweredChunk {
  readonly bytes: Uint8Array;
  /** lines of results */
  readonly count: number;
  /** reports, or pages of a file */
  readonly done: number;
  readonly refused: number;
  /** pages of a file whose words had to be recognised */
  readonly recognised: number;
}

/** Lines asked for at one time: all threads of a machine have something to do. */
const AT_ONCE = 16;

/** Rejects where the work is called off. */
export async function answerChunk(
  { kind, task, options }: Pick<Claimed, 'kind' | 'task' | 'options'>,
  input: Uint8Array,
  write: Write,
  signal: AbortSignal,
  onPage: (page: number, pages: number) => void,
): Promise<AnsweredChunk> {
  if (kind === 'file') return answerFile({ task, options }, input, write, signal, onPage);
  const lines = readLines(input);
  const reads = readsBy(write, task, options, signal);
  const answered: AnsweredLine[] = [];
  const next = lines.entries();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const [at, line] of next) {
        signal.throwIfAborted();
        answered[at] = await answerLine(line, reads);
      }
    }),
  );
  return {
    bytes: Buffer.concat(answered.map(({ line }) => line)),
    count: answered.length,
    done: answered.length,
    refused: answered.filter(({ isRefused }) => isRefused).length,
    recognised: 0,
  };
}

async function answerFile(
  { task, options }: Pick<Claimed, 'task' | 'options'>,
  input: Uint8Array,
  write: Write,
  signal: AbortSignal,
  onPage: (page: number, pages: number) => void,
): Promise<AnsweredChunk> {
  let [at, all, recognised] = [0, 1, 0];
  const onProgress = ({ page, pages, step }: Progress): void => {
    // each of them is straightened first, once
    if (step === 'straighten') recognised += 1;
    if (page === at && pages === all) return;
    [at, all] = [page, Math.max(1, pages)];
    onPage(Math.max(0, page - 1), all);
  };
  const files = [{ bytes: new Uint8Array(input) }];
  const result = await write(task, [{ kind: 'files', files }], { ...options, signal, isPatient: true, onProgress });
  signal.throwIfAborted();
  const { line, isRefused } = answerWith(null, result);
  return { bytes: line, count: 1, done: all, refused: isRefused ? 1 : 0, recognised };
}
