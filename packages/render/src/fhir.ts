/** The explanation as a FHIR R4 DocumentReference-like Communication for the patient: plain text in a `Communication` resource. */
import type { Explanation } from '@readingscan/engine';
import { outline } from './outline.ts';
import { toText } from './text.ts';
import { wordsOf } from './words.ts';

/** A FHIR R4 Communication (hl7.org/fhir/R4/communication.html) whose payload is the explanation; nothing of it is an observation. */
export function toFhir(explanation: Explanation): string {
  const resource = {
    resourceType: 'Communication',
    status: 'completed',
    language: explanation.language,
    topic: { text: wordsOf(explanation.language).topic },
    payload: [{ contentString: toText(outline(explanation), explanation.language) }],
    note: [{ text: explanation.disclaimer }],
  };
  return `${JSON.stringify(resource, null, 2)}\n`;
}
