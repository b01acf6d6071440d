/** What a report in the list is called: which scan, of which part. */
import type { Listed } from '../kept/search.ts';
import type { DashboardWords } from '../words/dashboard/words.ts';
import type { Words } from '../words/words.ts';

export function titleOf({ digest }: Listed, { result }: Words, { report }: DashboardWords): string {
  const { modality = null } = digest?.study ?? {};
  return report.title(
    modality ? result.modalities[modality] : result.anyScan,
    (digest?.parts ?? []).join(report.between),
  );
}

export const personName = (person: string, { me }: DashboardWords): string => (person === '' ? me : person);
