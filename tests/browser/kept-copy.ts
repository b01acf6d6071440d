/** A file of kept reports, as the dashboard saves and takes it; all of them made up. */
import { toArchive } from '../../packages/web/src/kept/archive.ts';
import type { WholeReport } from '../../packages/web/src/kept/report.ts';
import type { Picture } from './photograph.ts';

export const EARLIER = `Patient: Jane Roe
EXAM: CT chest
DATE: 12 May 2026
FINDINGS: 5 mm nodule in the right upper lobe. 8 mm cyst in the left kidney.
IMPRESSION: 1. 5 mm right upper lobe pulmonary nodule. Recommend CT chest in 12 months. 2. Left renal cyst.`;
export const LATER = `Patient: Jane Roe
EXAM: CT chest
DATE: 9 November 2026
FINDINGS: 8 mm nodule in the right upper lobe, previously 5 mm. Small left pleural effusion.
IMPRESSION: 1. Right upper lobe pulmonary nodule has increased from 5 mm to 8 mm. 2. Small left pleural effusion.`;
export const OTHER_PERSON = EARLIER.replace('Jane Roe', 'John Doe');

export async function keptCopy(texts: readonly string[], persons: readonly string[] = []): Promise<Picture> {
  const whole = texts.map(
    (text, at): WholeReport => ({
      report: {
        id: crypto.randomUUID(),
        kept: '2026-11-29T08:00:00.000Z',
        person: persons[at] ?? '',
        tags: [],
        source: { kind: 'text', text },
        warnings: [],
        originals: [],
      },
      files: [],
    }),
  );
  return { name: 'copy.zip', mimeType: 'application/zip', buffer: Buffer.from(await toArchive(whole)) };
}
