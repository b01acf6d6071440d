/** One worker thread of `batch --jobs`: lines in, lines out, in the order they come. */
import { parentPort, workerData } from 'node:worker_threads';
import { answererOf, type BatchSettings } from './commands/batch-answer.ts';
import { answerLine } from './lines.ts';

const settings: BatchSettings = workerData;
const { answer } = answererOf(settings);

/** A file takes longer than a text: answers wait for their turn. */
let turn: Promise<unknown> = Promise.resolve();

parentPort?.on('message', (line: string) => {
  turn = turn.then(async () => parentPort?.postMessage(JSON.stringify(await answerLine(line, answer))));
});
