/** Wing 4, explain: the level of a lymph node, or the part of an organ by its number, is told behind the thing: "left level IV lymph node" → "left lymph node (level IV)", "segment 6 nodule" → "lump in part 6". */
import type { Chunk } from './chunk.ts';
import type { Language } from './language.ts';

const NUMBER = /^(?:\d{1,2}|[ivx]{1,4})[a-c]?$/i;

/** The same chunks; a level and its number before a thing have become part of its name. */
export function withStations(chunks: readonly Chunk[], { stations, numberedParts }: Language): readonly Chunk[] {
  const isLevel = ({ kind, text }: Chunk): boolean =>
    kind !== 'mark' && (stations.has(text.toLowerCase()) || numberedParts.has(text.toLowerCase()));
  if (!chunks.some(isLevel)) return chunks;
  const told: Chunk[] = [];
  for (let at = 0; at < chunks.length; at += 1) {
    const [level, number] = [chunks[at], chunks[at + 1]];
    if (!level) break;
    // "segment 4A"
    const letter = chunks[at + 2];
    const half = letter?.glued && /^[a-c]$/i.test(letter.text) ? letter.text : '';
    const last = half ? at + 3 : at + 2;
    const thing = chunks[last];
    const part = numberedParts.get(level.text.toLowerCase());
    const isStation = isLevel(level) && NUMBER.test(number?.text ?? '');
    if (!isStation || thing?.kind !== 'concept' || (part && thing.concept.kind !== 'finding')) {
      told.push(level);
      continue;
    }
    const station = part ? ` ${part} ${number?.text}${half}` : ` (${level.text.toLowerCase()} ${number?.text}${half})`;
    const { plain, plural } = thing.words;
    const words = { ...thing.words, plain: plain + station, ...(plural ? { plural: plural + station } : {}) };
    const text = `${level.text} ${number?.text}${half} ${thing.text}`;
    told.push({ ...thing, words, text, from: level.from, start: level.start, glued: level.glued });
    at = last;
  }
  return told;
}
