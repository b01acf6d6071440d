/** Wing 2, recognize: entries of a passing-on in fields: "Verbal report: given. To: Dr Stone. Time: 11:20." */
import { type Passing, TELLING } from './passing.ts';
import { recipientAt, type Sentence } from './recipient.ts';
import { is } from './words.ts';

/** Something was passed on, to whom is told in what follows. */
export const opensFields = ({ words }: Sentence): boolean =>
  words.some((word) => is(word, ...TELLING)) && !words.some((word) => is(word, 'failed', 'trap', 'plan'));

/** "To: Dr Stone." */
export function fieldTo(sentence: Sentence): Passing | null {
  const { words } = sentence;
  if (words[1]?.norm !== ':') return null;
  const named = recipientAt(sentence, 2);
  const [first, last] = [words[named?.from ?? -1], words[(named?.to ?? 0) - 1]];
  return first && last ? { to: { from: first.from, to: last.to }, after: words[1].to } : null;
}

/** "Time of call: 17:55." */
export const isTimeField = ({ words }: Sentence): boolean => is(words[0], 'time-label');
