/** Wing 4, explain: a measured score beside its number is told with its verb: "T-score -2.7" → "the T-score is -2.7". */
import type { Knowledge, Related } from '../../stages.ts';
import type { Chunk } from './chunk.ts';
import type { Language } from './language.ts';
import { spotBefore, wordChunk } from './own-chunk.ts';

/** First characters of the numbers that are scores of a measured scale. */
export function measuredScores({ scores }: Related, { reading }: Knowledge): ReadonlySet<number> {
  if (scores.length === 0) return new Set();
  const measured = new Set(
    reading.documents.scales.filter(({ value }) => value === 'measurement').map(({ system }) => system),
  );
  return new Set(scores.filter(({ system }) => measured.has(system)).map(({ span }) => span[0]));
}

/** The verb and article of the language that such a number is told with. */
export interface ScoreFrame {
  readonly article: string;
  readonly verb: string;
}

export function withScoreValues(
  chunks: readonly Chunk[],
  measured: ReadonlySet<number>,
  frame: ScoreFrame,
  language: Language,
): readonly Chunk[] {
  if (!chunks.some((chunk) => isScore(chunk, measured))) return chunks;
  const out: Chunk[] = [];
  chunks.forEach((chunk, at) => {
    const isPart = chunk.kind === 'quantity' && (isScore(chunk, measured) || isEnd(chunks[at + 1]));
    const linked = isLink(out.at(-1), language);
    const from = isPart ? beginOf(out, linked ? out.length - 1 : out.length, language) : -1;
    if (from >= 0 && isEnd(out[from - 1]) && out[from - 1]?.text !== '(') {
      if (linked) out.pop();
      const first = out[from] ?? chunk;
      const opening = first.kind === 'word' ? { ...first, text: first.text.toLowerCase() } : first;
      out.splice(from, 1, wordChunk(frame.article, spotBefore(first)), opening);
      out.push(wordChunk(frame.verb, spotBefore(chunk)));
    }
    out.push(chunk);
  });
  return out;
}

const isScore = (chunk: Chunk, measured: ReadonlySet<number>): boolean =>
  chunk.kind === 'quantity' && measured.has(chunk.start);

/** Where the name before `to` begins: concepts and modifiers, and an adjective before them; -1 where there is none. */
function beginOf(chunks: readonly Chunk[], to: number, language: Language): number {
  let at = to;
  while (chunks[at - 1]?.kind === 'concept' || chunks[at - 1]?.kind === 'modifier') at -= 1;
  if (at === to || !chunks.slice(at, to).some(({ kind }) => kind === 'concept')) return -1;
  const before = chunks[at - 1];
  return before?.kind === 'word' && before.known && !language.all.has(before.norm) ? at - 1 : at;
}

/** "T-score of -1.9", "T-score: -1.9" */
const isLink = (chunk: Chunk | undefined, { prepositions }: Language): boolean =>
  chunk?.kind === 'word' ? prepositions.has(chunk.norm) : chunk?.kind === 'mark' && /^[:=]$/.test(chunk.text);

const isEnd = (chunk: Chunk | undefined): boolean => chunk === undefined || chunk.kind === 'mark';
