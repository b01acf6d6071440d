/** A thread that reads texts: an engine for each language, made on first use; one question, one answer. */
import { parentPort, workerData } from 'node:worker_threads';
import { enginesOf } from '../engines.ts';
import { INTERNAL } from '../refusals.ts';
import { runComparison, runTask } from '../run.ts';
import type { ReaderResult } from '../types.ts';
import type { ReadingAnswer, ReadingQuestion } from './reading-question.ts';

const loaded = {
  ...enginesOf(new URL(String(workerData.knowledge))),
  // files are opened before
  ingest: () => Promise.reject(new Error('no files here')),
};

parentPort?.on('message', async (question: ReadingQuestion) => {
  const { given, lent } = await answerTo(question);
  parentPort?.postMessage(given, lent);
});

/** `lent`: memory that is handed over, not copied. */
async function answerTo(question: ReadingQuestion): Promise<{ given: ReadingAnswer; lent: ArrayBuffer[] }> {
  const result = await resultOf(question);
  const document = result.document && new TextEncoder().encode(JSON.stringify(result.document));
  const lent = document ? [document.buffer] : [];
  if (result.ok) return { given: document ? { ok: true, document } : { ok: false, error: INTERNAL }, lent };
  const { error, text } = result;
  return {
    given: { ok: false, error, ...(text === undefined ? {} : { text }), ...(document ? { document } : {}) },
    lent,
  };
}

async function resultOf({ task, inputs, options }: ReadingQuestion): Promise<ReaderResult<object>> {
  if (task === 'compare') return runComparison(inputs, loaded, options);
  const [input] = inputs;
  return input ? runTask(task, input, loaded, options) : { ok: false, error: INTERNAL };
}
