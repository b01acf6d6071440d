/** `readingscan batch read|explain|extract|deidentify`: one document per line, in the order of the lines. */
import type { Arguments } from '../arguments.ts';
import { optimizeLess, warming } from '../compiler.ts';
import { Usage } from '../failure.ts';
import { answerLines } from '../lines.ts';
import { answererOf, isBatchTask } from './batch-answer.ts';

export async function batchCommand({ files, language, level, region, jobs }: Arguments): Promise<void> {
  const [task] = files;
  if (!isBatchTask(task)) throw new Usage('batch takes read, explain, extract or deidentify.');
  const settings = { task, language, level, ...(region ? { region } : {}) };
  if (jobs > 1) {
    optimizeLess();
    const { answerLinesInThreads } = await import('./batch-threads.ts');
    return answerLinesInThreads(settings, jobs);
  }
  const answerer = answererOf(settings);
  await answerLines(warming(answerer.answer));
  await answerer.close();
}
