/** Made-up reports to be kept. */
import type { OriginalFile, WholeReport } from '../src/kept/report.ts';

export const CANARY = 'quokkafinding';

export function keptReport(
  text = `IMPRESSION: No ${CANARY}.`,
  given: Partial<WholeReport['report']> = {},
): WholeReport {
  return {
    report: {
      id: crypto.randomUUID(),
      kept: '2026-11-29T08:00:00.000Z',
      person: CANARY,
      tags: [CANARY],
      source: { kind: 'text', text },
      warnings: [],
      originals: [],
      ...given,
    },
    files: [],
  };
}

export function withPhotograph(whole: WholeReport, bytes: Uint8Array<ArrayBuffer>): WholeReport {
  const file: OriginalFile = { id: crypto.randomUUID(), name: `${CANARY}.jpg`, type: 'image/jpeg', bytes };
  const { bytes: _, ...original } = file;
  return { report: { ...whole.report, originals: [original] }, files: [file] };
}
