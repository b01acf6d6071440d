/** Wing 4, explain: what an operation left, where the operation is named: "postsurgical changes of a craniotomy" are changes from it. */
import type { Chunk } from './chunk.ts';
import { isFinding, isProcedure } from './chunk-kinds.ts';
import type { Language } from './language.ts';
import { isBefore } from './modifiers.ts';

/** The same chunks; such a change no longer names surgery by itself, and comes from the operation. */
export function withOperation(chunks: readonly Chunk[], language: Language): readonly Chunk[] {
  const { changes, names, link } = language.leftBy;
  const isNamed = (at: number): boolean => {
    const [change, of] = [chunks[at], chunks[at + 1]];
    if (
      !isFinding(change) ||
      !changes.has(change.concept.id) ||
      !language.prepositions.has(of?.text.toLowerCase() ?? '')
    )
      return false;
    let operation = at + 2;
    while (isBefore(chunks[operation], language)) operation += 1;
    return isProcedure(chunks[operation]);
  };
  if (!chunks.some((_, at) => isNamed(at))) return chunks;
  return chunks.map((chunk, at): Chunk => {
    if (isNamed(at) && chunk.kind === 'concept')
      return { ...chunk, words: { ...chunk.words, plain: names.one, plural: names.many } };
    return isNamed(at - 1) && chunk.kind === 'word' ? { ...chunk, norm: link, text: link } : chunk;
  });
}
