/** Each line of reading-cases/measurements.txt is a text of ours and what must be read in it. */
import { describe, expect, it } from 'vitest';
import { casesOf } from './support/cases.ts';
import { english } from './support/english.ts';
import { measurementsShown } from './support/shown.ts';

for (const [title, cases] of casesOf(new URL('./reading-cases/measurements.txt', import.meta.url)))
  describe(title, () => {
    for (const { text, answer } of cases)
      it(text, () => {
        expect(measurementsShown(english().read({ kind: 'text', text }))).toBe(answer);
      });
  });
