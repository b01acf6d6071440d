/** Wing 4, explain: what is looked for or kept away, behind the word for it: "HCC surveillance" → "regular checks for liver cancer". */
import type { Knowledge } from '../../stages.ts';
import type { Chunk } from './chunk.ts';
import { isFinding } from './chunk-kinds.ts';
import { nounChunk } from './own-chunk.ts';

/** The same chunks; a disease, the word behind it and a test behind both have become one thing. */
export function withWatchedFor(chunks: readonly Chunk[], { words }: Knowledge): readonly Chunk[] {
  const watching = words?.documents.grammar.watching ?? [];
  if (!chunks.some(isFinding)) return chunks;
  const told: Chunk[] = [];
  for (let at = 0; at < chunks.length; at += 1) {
    const [disease, head, behind] = [chunks[at], chunks[at + 1], chunks[at + 2]];
    if (!disease) break;
    const word = isFinding(disease) ? head?.text.toLowerCase() : undefined;
    const watch = word === undefined ? undefined : watching.find(({ match }) => match.includes(word));
    if (!watch || !head || disease.kind !== 'concept') {
      told.push(disease);
      continue;
    }
    const isTest = watch.test !== undefined && behind?.kind === 'concept' && behind.concept.kind === 'test';
    const last = isTest ? behind : head;
    const plain = isTest
      ? `${behind.words.plain} ${watch.test} ${disease.words.plain}`
      : `${watch.plain} ${disease.words.plain}`;
    const text = chunks
      .slice(at, at + (isTest ? 3 : 2))
      .map((chunk) => chunk.text)
      .join(' ');
    told.push(
      nounChunk(plain, isTest ? 'count' : watch.number, isTest ? 'test' : 'procedure', {
        from: disease.from,
        to: last.to,
        start: disease.start,
        end: last.end,
        text,
        glued: disease.glued,
      }),
    );
    at += isTest ? 2 : 1;
  }
  return told;
}
