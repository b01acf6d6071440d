/** Wing 4, explain: a question mark before a thing is a word: "Opacity ?infection" → "opacity, possible infection". */
import type { Chunk } from './chunk.ts';
import { isFinding } from './chunk-kinds.ts';
import type { Language } from './language.ts';
import { isBefore } from './modifiers.ts';
import { comma, wordChunk } from './own-chunk.ts';

/** The same chunks with that word in place of the mark, behind a comma where something else was named before it. */
export function withQuestioned(chunks: readonly Chunk[], language: Language): readonly Chunk[] {
  if (!chunks.some(({ text }) => text === MARK)) return chunks;
  return chunks.flatMap((chunk, at): readonly Chunk[] => {
    const before = chunks[at - 1];
    // "airway disease? vessel disease?" asks of what stands before it
    const isBehind = chunk.glued && before !== undefined && before.text !== OPENS;
    const opens = chunk.kind === 'mark' && chunk.text === MARK && !isBehind && chunks[at + 1]?.glued === true;
    if (!opens || !isBeforeFinding(chunks, at + 1, language)) return [chunk];
    const asked = { ...wordChunk(language.questioned, chunk), glued: before?.text === OPENS };
    return before && before.kind !== 'mark' ? [comma({ ...chunk, to: chunk.from, end: chunk.start }), asked] : [asked];
  });
}
const MARK = '?';
const OPENS = '(';

function isBeforeFinding(chunks: readonly Chunk[], from: number, language: Language): boolean {
  let at = from;
  while (isBefore(chunks[at], language)) at += 1;
  return isFinding(chunks[at]);
}
