/** One page for the visit: what the report says overall, what comes next, what to ask, and room to write. */
import type { Explanation } from '@readingscan/engine';
import type { Block } from './blocks.ts';
import { dayIn } from './day.ts';
import { openingOf, stepsOf, stepsUnder, under } from './outline.ts';
import { wordsOf } from './words.ts';

/** a figure alone is nothing to explain */
const LETTER = /\p{L}/u;

export function sheet(e: Explanation): readonly Block[] {
  const words = wordsOf(e.language);
  const { date } = e.reading.study;
  const unknown = [...new Set(e.notExplained.map(({ text }) => text.trim()))].filter((text) => LETTER.test(text));
  return [
    { kind: 'title', text: words.sheet },
    ...(date ? [{ kind: 'small', text: words.dayOfExam(dayIn(e.language, date)) } as const] : []),
    ...openingOf(e),
    ...stepsUnder(words.nextSteps, stepsOf(e)),
    ...under(
      words.questions,
      [...e.questions, ...e.worthAsking].map(({ text }) => text),
      'box',
    ),
    ...(unknown.length
      ? [{ kind: 'heading', text: words.toExplain } as const, { kind: 'words', words: unknown } as const]
      : []),
    { kind: 'heading', text: words.notes },
    { kind: 'notes' },
    { kind: 'small', text: e.disclaimer },
  ];
}
