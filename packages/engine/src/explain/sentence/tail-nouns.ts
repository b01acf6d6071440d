/** Wing 4, explain: nouns beside the name of a finding that add nothing to it: "atelectasis areas", "sequela fibrotic bands". */
import type { Chunk } from './chunk.ts';
import { type ConceptChunk, endsInPhrase, isFinding } from './chunk-kinds.ts';
import type { Language } from './language.ts';
import { isBefore } from './modifiers.ts';
import { wordingChunk } from './own-chunk.ts';

/** The same chunks; such a noun is part of the name before it, and a name that says only "old" is an adjective. */
export function withTailNouns(chunks: readonly Chunk[], language: Language): readonly Chunk[] {
  if (!chunks.some(isFinding)) return chunks;
  const told = chunks.map((chunk, at): Chunk => (isMark(chunks, at, language) ? old(chunk, language) : chunk));
  return told.flatMap((chunk, at): readonly Chunk[] => {
    if (isTail(told, at, language)) return [];
    const tail = told[at + 1];
    return isFinding(chunk) && tail && isTail(told, at + 1, language) ? [extended(chunk, tail, language)] : [chunk];
  });
}

/** A noun right behind a name that ends in a phrase, or cannot be counted: neither "collapsed part of the lung" nor "scar tissue" bears an "areas". */
function isTail(chunks: readonly Chunk[], at: number, language: Language): boolean {
  const [name, tail] = [chunks[at - 1], chunks[at]];
  if (!tail || tail.glued || !isFinding(name) || !isTailWord(tail, language)) return false;
  return name.words.number !== 'count' || endsInPhrase(name, language);
}

const isTailWord = ({ text }: Chunk, { tailNouns: { one, many } }: Language): boolean =>
  one.has(text.toLowerCase()) || many.has(text.toLowerCase());

const extended = (name: ConceptChunk, { to, end, text }: Chunk, { tailNouns: { many } }: Language): Chunk => ({
  ...name,
  plural: name.plural || many.has(text.toLowerCase()),
  to,
  end,
  text: `${name.text} ${text}`,
});

/** "Sequela" before the finding that was left: it says no more than that this is old. */
function isMark(chunks: readonly Chunk[], at: number, language: Language): boolean {
  const chunk = chunks[at];
  if (!isFinding(chunk) || !language.oldMarks.names.has(chunk.concept.id)) return false;
  let next = at + 1;
  while (isBefore(chunks[next], language)) next += 1;
  return isFinding(chunks[next]) && !chunks[at + 1]?.glued;
}

const old = (chunk: Chunk, { oldMarks: { plain } }: Language): Chunk => wordingChunk(plain, 'adjective', chunk);
