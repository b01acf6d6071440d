/** Wing 4, explain: that a result was passed on to a doctor, and what to do when one has not heard. */
import type { ReadingDocuments } from '@readingscan/knowledge';
import type { Explanation } from '../explanation.ts';
import type { Knowledge, Related } from '../stages.ts';
import { fill } from './template.ts';
import type { Templates } from './templates.ts';

export function communicationsOf(
  { communications }: Related,
  templates: Templates,
  { reading }: Knowledge,
): Explanation['communications'] {
  const { told, urgent, person } = templates.communication;
  const who = reading.documents.communications.told;
  return communications.map(({ id, urgent: isUrgent, to, span }) => ({
    communication: id,
    plain: [{ text: fill(isPerson(to, who) ? person : isUrgent ? urgent : told, {}), basis: [span] }],
  }));
}

/** "The patient and her husband": the one who reads this, or somebody at home; not "the patient's doctor". */
function isPerson(to: string | null, { people, clinicians }: ReadingDocuments['communications']['told']): boolean {
  const words = to?.toLowerCase().split(/[^a-z]+/) ?? [];
  return words.some((word) => people.includes(word)) && !words.some((word) => clinicians.includes(word));
}
