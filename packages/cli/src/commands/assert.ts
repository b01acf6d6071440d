/** `readingscan assert`: one target per line. */
import { openEngine } from '@readingscan/reader/engines';
import { answerLines } from '../lines.ts';
import { knowledgeFolder } from '../program.ts';

export async function assertCommand(): Promise<void> {
  const engine = openEngine(knowledgeFolder, null);
  await answerLines(({ text, target }) => {
    if (typeof text !== 'string') return { error: { code: 'usage', message: 'A line needs a text and a target.' } };
    if (typeof target === 'string') return engine.assert(text, target);
    if (Array.isArray(target) && target.length === 2)
      return engine.assert(text, [Number(target[0]), Number(target[1])]);
    return { error: { code: 'usage', message: 'The target is a string of the text, or a span.' } };
  });
}
