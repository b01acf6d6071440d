/** Ground floor: names that hold their part of the body, told apart by the compiler: the obstruction of a bowel is a bowel obstruction. */
import type { ReadingConcept, ReadingKnowledge } from '@readingscan/knowledge';

/** What is written in general → part of the body → finding, all of them ids. */
export type Named = ReadonlyMap<string, ReadonlyMap<string, string>>;

export function namedTable(
  triples: readonly number[],
  names: readonly { readonly id: string }[],
  concepts: readonly ReadingConcept[],
): Named {
  const table = new Map<string, Map<string, string>>();
  for (let at = 0; at < triples.length; at += 3) {
    const [name, part, finding] = [triples[at], triples[at + 1], triples[at + 2]];
    const [general, organ, special] = [names[name ?? -1], concepts[part ?? -1], concepts[finding ?? -1]];
    if (!general || !organ || !special) continue;
    const row = table.get(general.id) ?? new Map<string, string>();
    if (!row.has(organ.id)) row.set(organ.id, special.id);
    table.set(general.id, row);
  }
  return table;
}

const cache = new WeakMap<ReadingKnowledge, Named>();

/** General finding → part of the body → finding. */
export function namedFindings(reading: ReadingKnowledge): Named {
  let table = cache.get(reading);
  if (!table) {
    table = namedTable(reading.named.findings, reading.concepts, reading.concepts);
    cache.set(reading, table);
  }
  return table;
}
