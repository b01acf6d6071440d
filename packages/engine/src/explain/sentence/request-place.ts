/** Wing 4, explain: where a chunk of a request stands. */
import type { Related } from '../../stages.ts';
import type { Chunk } from './chunk.ts';

export type Place = Pick<Chunk, 'from' | 'to' | 'start' | 'end' | 'text' | 'glued'>;

export function placeOf({ source, tokens }: Related, from: number, to: number): Place {
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? start;
  return { from, to, start, end, text: source.text.slice(start, end), glued: tokens[from]?.glued ?? false };
}
