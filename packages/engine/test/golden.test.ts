/** Golden reports: what they are told as, and the guarantees on each. `UPDATE_GOLDEN=1 npx vitest run …/golden.test.ts` writes them anew: read the difference. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';
import { goldenReports, told } from './support/golden.ts';
import { breaches } from './support/guarantees.ts';

describe('golden reports', () => {
  for (const { name, report, expectedPath } of goldenReports()) {
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
      it('keeps the guarantees', () => {
        expect(breaches(explanation)).toEqual([]);
      });
      it('is told the same twice', () => {
        expect(JSON.stringify(english().explain({ kind: 'text', text: report }))).toBe(JSON.stringify(explanation));
      });
    });
  }
});
