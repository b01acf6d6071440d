/** Wing 4, explain: the level of a lymph node is told behind it: "left level IV lymph node" → "left lymph node (level IV)". */
import type { Chunk } from './chunk.ts';
import type { Language } from './language.ts';

const NUMBER = /^(?:\d{1,2}|[ivx]{1,4})[a-c]?$/i;

/** The same chunks; a level and its number before a thing have become part of its name. */
export function withStations(chunks: readonly Chunk[], { stations }: Language): readonly Chunk[] {
  if (!chunks.some(({ text }) => stations.has(text.toLowerCase()))) return chunks;
  const told: Chunk[] = [];
  for (let at = 0; at < chunks.length; at += 1) {
    const [level, number, thing] = [chunks[at], chunks[at + 1], chunks[at + 2]];
    if (!level) break;
    const isStation =
      level.kind !== 'mark' && stations.has(level.text.toLowerCase()) && NUMBER.test(number?.text ?? '');
    if (!isStation || thing?.kind !== 'concept') {
      told.push(level);
      continue;
    }
    const station = ` (${level.text.toLowerCase()} ${number?.text})`;
    const { plain, plural } = thing.words;
    const words = { ...thing.words, plain: plain + station, ...(plural ? { plural: plural + station } : {}) };
    const text = `${level.text} ${number?.text} ${thing.text}`;
    told.push({ ...thing, words, text, from: level.from, start: level.start, glued: level.glued });
    at += 2;
  }
  return told;
}
