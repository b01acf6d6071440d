/** Each line of reading-cases/findings.txt is a text of ours and what must be read in it. */
import { describe, expect, it } from 'vitest';
import { casesOf } from './support/cases.ts';
import { english } from './support/english.ts';
import { findingsShown } from './support/shown.ts';

for (const [title, cases] of casesOf(new URL('./reading-cases/findings.txt', import.meta.url)))
  describe(title, () => {
    for (const { text, answer } of cases)
      it(text, () => {
        expect(findingsShown(english().read({ kind: 'text', text }))).toBe(answer);
      });
  });
