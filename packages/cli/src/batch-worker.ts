/** One worker thread of `batch --jobs`: lines in, lines out, in the order they come. */
import { parentPort, workerData } from 'node:worker_threads';
import { answererOf, type BatchSettings } from './commands/batch-answer.ts';
import { answerLine } from './lines.ts';

const settings: BatchSettings = workerData;
const { answer } = answererOf(settings);

parentPort?.on('message', async (line: string) => {
  parentPort?.postMessage(JSON.stringify(await answerLine(line, answer)));
});
