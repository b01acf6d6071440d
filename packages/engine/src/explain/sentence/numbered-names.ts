/** Wing 4, explain: a number that is part of a name stays with it: "rib 6 fracture" → "a broken bone in rib 6". */
import type { Chunk } from './chunk.ts';
import type { Language } from './language.ts';

const NUMBER = /^\d{1,2}[a-d]?$/i;

/** The same chunks; a thing that is counted by numbers and the number behind it have become one name. Not "ribs 5, 6 and 7", "rib 6 mm". */
export function withNumberedNames(
  chunks: readonly Chunk[],
  { numberedNames, numberedInside, levelLinks }: Language,
): readonly Chunk[] {
  if (!chunks.some(({ text }) => /\d/.test(text))) return chunks;
  const told: Chunk[] = [];
  for (let at = 0; at < chunks.length; at += 1) {
    const [thing, number] = [chunks[at], chunks[at + 1]];
    if (!thing) break;
    if (thing.kind === 'concept' && numberedInside.has(thing.concept.id) && /\d/.test(thing.text)) {
      told.push(withOwnNumbers(thing));
      continue;
    }
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

/** "Impacted 38 and 48" is a name of its own, which would be told without them. */
function withOwnNumbers(thing: Extract<Chunk, { kind: 'concept' }>): Chunk {
  const [first, ...more] = thing.text.match(/\d+/g) ?? [];
  const { plain, plural = plain } = thing.words;
  const named = more.length > 0 ? plural : plain;
  const text = `${named} (${[first, ...more].join(' and ')})`;
  return { ...thing, plural: more.length > 0, words: { ...thing.words, plain: text, plural: text } };
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
