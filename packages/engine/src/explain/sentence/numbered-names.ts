/** Wing 4, explain: a number that is part of a name stays with it: "rib 6 fracture" → "a broken bone in rib 6". */
import type { Chunk } from './chunk.ts';
import type { Language } from './language.ts';

const NUMBER = /^\d{1,2}[a-d]?$/i;

/** The same chunks; a thing that is counted by numbers and the number behind it have become one name. Not "ribs 5, 6 and 7", "rib 6 mm". */
export function withNumberedNames(chunks: readonly Chunk[], { numberedNames, levelLinks }: Language): readonly Chunk[] {
  if (!chunks.some(({ kind }) => kind === 'number')) return chunks;
  const told: Chunk[] = [];
  for (let at = 0; at < chunks.length; at += 1) {
    const [thing, number] = [chunks[at], chunks[at + 1]];
    if (!thing) break;
    const word = thing.text.toLowerCase().split(/\s/).at(-1) ?? '';
    const isName = number?.kind === 'number' && NUMBER.test(number.text) && !isListed(chunks, at + 1, levelLinks);
    if (thing.kind !== 'concept' || !isName || !numberedNames.has(word)) {
      told.push(thing);
      continue;
    }
    const { concept, words } = thing;
    const isPlace = concept.kind === 'anatomy';
    const plain = isPlace ? `${words.plain} ${number.text}` : `${words.plain} (${word} ${number.text})`;
    const name = { ...words, plain, ...(isPlace ? { number: 'mass' as const } : {}) };
    told.push({ ...thing, words: name, text: `${thing.text} ${number.text}`, to: number.to, end: number.end });
    at += 1;
  }
  return told;
}

/** Another number is joined to it. */
function isListed(chunks: readonly Chunk[], at: number, links: ReadonlySet<string>): boolean {
  const next = chunks[at + 1];
  return (
    next !== undefined &&
    chunks[at + 2]?.kind === 'number' &&
    (next.kind === 'mark' || links.has(next.text.toLowerCase()))
  );
}
