/** Wing 4, explain: the marks that a report without marks leaves out, where a denial ends or goes on: "no pneumothorax left pneumonia". */
import type { Seam } from '../../stages.ts';
import type { Chunk } from './chunk.ts';
import { comma, semicolon } from './own-chunk.ts';
import { NONE } from './terse-denials.ts';

const COMMA = ',';

/** The same chunks with a semicolon before what begins anew, and a comma within a list. */
export function withSeams(chunks: readonly Chunk[], seams: readonly Seam[]): readonly Chunk[] {
  if (seams.length === 0) return chunks;
  let next = 0;
  return chunks.flatMap((chunk, at): readonly Chunk[] => {
    const before = chunks[at - 1];
    const seam = seams[next];
    if (!seam || chunk.from < seam.at) return [chunk];
    while ((seams[next]?.at ?? Number.POSITIVE_INFINITY) <= chunk.from) next += 1;
    if (!before || before.kind === 'mark' || isAnswer(chunk, chunks[at + 1])) return [chunk];
    if (chunk.kind === 'mark' && chunk.text === COMMA) return [seam.kind === 'anew' ? semicolon(chunk) : chunk];
    const place = { ...before, from: before.to, start: before.end };
    return [seam.kind === 'anew' ? semicolon(place) : comma(place), chunk];
  });
}

/** "Effusion none / pneumothorax": it ends what stands before it. */
const isAnswer = (chunk: Chunk, next: Chunk | undefined): boolean =>
  chunk.kind === 'word' && chunk.norm === NONE && (next === undefined || next.kind === 'mark');
