/** `readingscan batch read|explain|extract|deidentify`: one document per line, in the order of the lines. */
import type { Arguments } from '../arguments.ts';
import { optimizeLess } from '../compiler.ts';
import { Usage } from '../failure.ts';
import { type Answer, answerLines } from '../lines.ts';
import { LANGUAGES } from '../program.ts';
import { answererOf, isBatchTask } from './batch-answer.ts';

export async function batchCommand({ files, language, level, region, jobs }: Arguments): Promise<void> {
  const [task] = files;
  if (!isBatchTask(task)) throw new Usage('batch takes read, explain, extract or deidentify.');
  if (!LANGUAGES.includes(language))
    throw new Usage(`There is no language "${language}" yet. Languages: ${LANGUAGES.join(', ')}.`);
  optimizeLess();
  const settings = { task, language, level, ...(region ? { region } : {}) };
  if (jobs > 1) {
    const { answerLinesInThreads } = await import('./batch-threads.ts');
    return answerLinesInThreads(settings, jobs);
  }
  const answerer = answererOf(settings);
  const answer: Answer = answerer.answer;
  await answerLines(answer);
  await answerer.close();
}
