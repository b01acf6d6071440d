/** Wing 4, explain: a letter for "versus" is a word: "cyst v abscess" → "cyst or abscess". */
import type { Chunk } from './chunk.ts';
import { isAnatomy, isFinding } from './chunk-kinds.ts';
import type { Language } from './language.ts';
import { isBefore } from './modifiers.ts';
import { wordChunk } from './own-chunk.ts';

/** The same chunks with that word between two things of which only one may hold, but not in "segment V lesion". */
export function withVersusLetter(chunks: readonly Chunk[], language: Language): readonly Chunk[] {
  const { letter, word } = language.versusLetter;
  if (!chunks.some(({ text }) => text.toLowerCase() === letter)) return chunks;
  return chunks.map((chunk, at) =>
    chunk.text.toLowerCase() === letter && isChoice(chunks, at, language) ? wordChunk(word, chunk) : chunk,
  );
}

function isChoice(chunks: readonly Chunk[], at: number, language: Language): boolean {
  const before = chunks[at - 1];
  if (before?.kind !== 'concept' || before.concept.kind === 'test') return false;
  const last = before.text.toLowerCase().split(/\s/).at(-1) ?? '';
  if (language.versusLetter.notBehind.has(last)) return false;
  let next = at + 1;
  while (isBefore(chunks[next], language)) next += 1;
  return isFinding(chunks[next]) || isAnatomy(chunks[next]);
}
