/** Golden reports: what they are told as, and the guarantees on each. `UPDATE_GOLDEN=1 npx vitest run …/golden.test.ts` writes them anew: read the difference. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { english, TOLD, toldIn } from './support/english.ts';
import { goldenReports, told } from './support/golden.ts';
import { breaches, breachesInTranslation, facts } from './support/guarantees.ts';

describe('golden reports', () => {
  for (const { name, report, expectedPath, pathIn } of goldenReports()) {
    describe(name, () => {
      const isReport = !name.startsWith('not-a-report');
      const explanation = english().explain({ kind: 'text', text: report });

      it(isReport ? 'is a radiology report' : 'is no radiology report', () => {
        expect(english().isReport(explanation.reading)).toBe(isReport);
      });
      if (!isReport) return;

      it('is told as it was agreed', () => {
        const now = told(explanation);
        if (process.env.UPDATE_GOLDEN) writeFileSync(expectedPath, now);
        expect(now).toBe(existsSync(expectedPath) ? readFileSync(expectedPath, 'utf8') : '');
      });
      for (const language of TOLD) {
        const translated = toldIn(language).explain({ kind: 'text', text: report });
        it(`is told in ${language} as it was agreed, with the same facts`, () => {
          const now = told(translated);
          if (process.env.UPDATE_GOLDEN) writeFileSync(pathIn(language), now);
          expect(now).toBe(existsSync(pathIn(language)) ? readFileSync(pathIn(language), 'utf8') : '');
          expect(facts(translated)).toEqual(facts(explanation));
          expect(breachesInTranslation(translated)).toEqual([]);
        });
      }
      it('keeps the guarantees', () => {
        expect(breaches(explanation)).toEqual([]);
      });
      it('is told the same twice', () => {
        expect(JSON.stringify(english().explain({ kind: 'text', text: report }))).toBe(JSON.stringify(explanation));
      });
    });
  }
});
