/** Wing 4, explain: that a result was passed on to a doctor, and what to do when one has not heard. */
import type { Explanation } from '../explanation.ts';
import type { Related } from '../stages.ts';
import { fill } from './template.ts';
import type { Templates } from './templates.ts';

export function communicationsOf({ communications }: Related, templates: Templates): Explanation['communications'] {
  return communications.map(({ id, urgent, span }) => ({
    communication: id,
    plain: [{ text: fill(urgent ? templates.communication.urgent : templates.communication.told, {}), basis: [span] }],
  }));
}
