/** What is answered without network for a page that is not kept: a kind page, and what the list of words says of the word that was asked for. */
import type { Findable } from '../glossary/find.ts';

/** The page holds this place, empty. */
export const KNOWN_PLACE = '<p id="known"></p>';

export function withKnown(html: string, entry: Pick<Findable, 'name' | 'beside'> | undefined): string {
  if (!entry) return html;
  const { name, beside } = entry;
  const more = beside === '' ? '' : `: ${escaped(beside)}`;
  return html.replace(KNOWN_PLACE, () => `<p id="known" class="lead"><b>${escaped(name)}</b>${more}</p>`);
}

/** The id that the address of an entry names; null for any other address. */
export function entryIn(path: string): string | null {
  return /^(?:\/[a-z]{2})?\/glossary\/([a-z0-9-]+)$/.exec(path)?.[1] ?? null;
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? '');
