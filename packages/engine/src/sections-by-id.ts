/** Ground floor: the sections of a report by their ids, looked up once for a report. */
import type { Section } from './document.ts';

const cache = new WeakMap<readonly Section[], ReadonlyMap<string, Section>>();

export function sectionsById({ sections }: { readonly sections: readonly Section[] }): ReadonlyMap<string, Section> {
  let byId = cache.get(sections);
  if (!byId) {
    byId = new Map(sections.map((section) => [section.id, section]));
    cache.set(sections, byId);
  }
  return byId;
}
