/** The reader of a server: files are opened as ever, texts are read and told in threads of their own, so that the one that answers requests stays free. */
import { Worker } from 'node:worker_threads';
import { createReader, type NodeReaderOptions } from '../node.ts';
import { INTERNAL } from '../refusals.ts';
import type { ReaderInput, ReaderResult, WriteOptions, WritingReader, WrittenDocument, WrittenTask } from '../types.ts';
import type { OpenedInput, ReadingAnswer, ReadingQuestion } from './reading-question.ts';
import { sourceThread } from './source-thread.ts';
import { ThreadLost, threadPool } from './thread-pool.ts';

export interface ThreadedReaderOptions extends NodeReaderOptions {
  readonly threads: number;
  /** built entry of a thread; without it the sources are run */
  readonly worker?: URL;
  /** megabytes of memory of each thread, kept from outside of it; default 512 */
  readonly memory?: number;
  /** told why a thread was lost, by a code */
  readonly onLost?: (code: string) => void;
}

/** A text as long as there may be takes a third of it. */
const MEMORY = 512;

export function createThreadedReader(options: ThreadedReaderOptions): WritingReader {
  const { knowledge, threads, worker, memory = MEMORY, onLost } = options;
  const opener = createReader(options);
  const pool = threadPool<ReadingQuestion, ReadingAnswer>({
    threads,
    start: () => threadAt(worker, { knowledge: String(knowledge) }, memory),
    ...(onLost ? { onLost } : {}),
  });

  /** Each as text; the first that does not open is answered. */
  async function opened(
    inputs: readonly ReaderInput[],
    how: WriteOptions,
  ): Promise<ReaderResult<readonly OpenedInput[]>> {
    const texts: OpenedInput[] = [];
    for (const input of inputs) {
      if (input.kind === 'text') {
        texts.push(input);
        continue;
      }
      const result = await opener.extract(input, how);
      if (!result.ok) return withoutDocument(result);
      const { source, warnings } = result.document;
      texts.push({ kind: 'kept', kept: { source, warnings } });
    }
    return { ok: true, document: texts };
  }

  async function write(
    task: WrittenTask,
    inputs: readonly ReaderInput[],
    how: WriteOptions = {},
  ): Promise<ReaderResult<WrittenDocument>> {
    const texts = await opened(inputs, how);
    if (!texts.ok) return withoutDocument(texts);
    const { signal, isPatient = false } = how;
    try {
      return await pool.ask(
        { task, inputs: texts.document, options: toldIn(how) },
        { isPatient, ...(signal ? { signal } : {}) },
      );
    } catch (error) {
      if (!(error instanceof ThreadLost)) throw error;
      const [first] = inputs;
      return {
        ok: false,
        error: INTERNAL,
        ...(task !== 'compare' && first?.kind === 'text' ? { text: first.text } : {}),
      };
    }
  }

  // each task answers with its own document
  const run = async <T>(task: WrittenTask, inputs: readonly ReaderInput[], how?: WriteOptions) =>
    parsed<T>(await write(task, inputs, how));
  return {
    write,
    explain: (input, how) => run('explain', [input], how),
    read: (input, how) => run('read', [input], how),
    extract: (input, how) => opener.extract(input, how),
    deidentify: (input, how) => run('deidentify', [input], how),
    compare: (inputs, how) => run('compare', inputs, how),
    async close() {
      await pool.close();
      await opener.close();
    },
  };
}

/** What a thread is told of how. */
const toldIn = ({ language, level, region }: WriteOptions): ReadingQuestion['options'] => ({
  ...(language === undefined ? {} : { language }),
  ...(level === undefined ? {} : { level }),
  ...(region === undefined ? {} : { region }),
});

function withoutDocument({
  error,
  text,
}: Extract<ReaderResult<unknown>, { ok: false }>): Extract<ReaderResult<never>, { ok: false }> {
  return { ok: false, error, ...(text === undefined ? {} : { text }) };
}

/** It was written from such a document a moment ago. */
function parsed<T>(result: ReaderResult<WrittenDocument>): ReaderResult<T> {
  const of = (bytes: WrittenDocument): T => JSON.parse(new TextDecoder().decode(bytes)) as T;
  if (result.ok) return { ok: true, document: of(result.document) };
  const { document, ...rest } = result;
  return document === undefined ? rest : { ...rest, document: of(document) };
}

/** A built file, or the sources. */
function threadAt(built: URL | undefined, workerData: object, memory: number): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: memory };
  return built
    ? new Worker(built, { workerData, resourceLimits })
    : sourceThread(new URL('./reading-worker.ts', import.meta.url), { workerData, resourceLimits });
}
