/** Wing 4, explain: that a result was passed on to a doctor, and what to do when one has not heard. */
import type { Explanation } from '../explanation.ts';
import type { Related } from '../stages.ts';
import { fill } from './template.ts';
import type { Templates } from './templates.ts';

export function communicationsOf({ communications }: Related, templates: Templates): Explanation['communications'] {
  const { told, urgent, person, people } = templates.communication;
  return communications.map(({ id, urgent: isUrgent, to, span }) => ({
    communication: id,
    plain: [{ text: fill(isPerson(to, people) ? person : isUrgent ? urgent : told, {}), basis: [span] }],
  }));
}

const CLINICIAN = /\b(?:dr|doctor|physician|nurse|clinician|team|consultant|registrar|resident|surgeon|provider)\b/i;

/** "The patient and her husband": the one who reads this, or somebody at home. */
function isPerson(to: string | null, people: readonly string[]): boolean {
  if (!to || CLINICIAN.test(to)) return false;
  return to
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => people.includes(word));
}
