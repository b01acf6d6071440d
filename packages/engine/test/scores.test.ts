/** Each line of reading-cases/scores.txt is a text of ours and what must be read in it. */
import { describe, expect, it } from 'vitest';
import { casesOf } from './support/cases.ts';
import { english } from './support/english.ts';
import { scoresShown } from './support/shown.ts';

for (const [title, cases] of casesOf(new URL('./reading-cases/scores.txt', import.meta.url)))
  describe(title, () => {
    for (const { text, answer } of cases)
      it(text, () => {
        expect(scoresShown(english().read({ kind: 'text', text }))).toBe(answer);
      });
  });
