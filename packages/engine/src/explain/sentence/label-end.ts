/** Wing 4, explain: where the label of a clause ends: "Kidneys: normal right kidney". */
import type { Chunk } from './chunk.ts';

/** The chunk behind the colon of a label: "Kidneys: normal right kidney"; 0 where a clause has none. */
export function labelEnd(chunks: readonly Chunk[]): number {
  const colon = chunks.findIndex((chunk, at) => chunk.kind === 'mark' && chunk.text === ':' && !isOfTime(chunks, at));
  return colon > 0 && colon <= LONGEST_LABEL ? colon + 1 : 0;
}
const LONGEST_LABEL = 6; // chunks

/** "Phoned at 10:20", "at 2:00, 5 cm from the nipple" have no label. */
const isOfTime = (chunks: readonly Chunk[], colon: number): boolean =>
  chunks[colon - 1]?.kind === 'number' &&
  chunks[colon + 1]?.glued === true &&
  /^\d/.test(chunks[colon + 1]?.text ?? '');
