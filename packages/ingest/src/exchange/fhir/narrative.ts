/** The narrative of a FHIR resource (text.div) → what a person wrote there; what a server generated from the fields says nothing new. */
import { readHtmlText } from '../../office/html.ts';
import { type Resource, textAt } from './resource.ts';

const GENERATED = /^(?:generated (?:narrative|by)\b|(?:resource )?[A-Z][A-Za-z]+ "[^"\n]{1,80}"\s*(?:\n|$)|id\s*:)/i;
const FIELDS =
  /(?:^|\n)(?:\*\*)?(?:id|status|code|subject|effective|issued|performer|conclusion|category|identifier)(?:\*\*)?\s*:/g;

export function narrativeOf(resource: Resource): string {
  if (textAt(resource, 'text', 'status') === 'empty') return '';
  const words = plainOf(textAt(resource, 'text', 'div'));
  return isGenerated(words) ? '' : words;
}

/** Some systems put markup where plain words belong. */
export const plainOf = (text: string): string =>
  /<\/?[a-z][^<>\n]{0,200}>/i.test(text) ? readHtmlText(text).text : text;

const isGenerated = (words: string): boolean =>
  GENERATED.test(words.trimStart()) || (words.match(FIELDS)?.length ?? 0) >= 3;
