/** Wing 4, explain: whose a size is: "Nodule 1: 18 mm, solid, bright foci" is no 18 mm of foci, "Left kidney 10 cm normal cortex" no 10 cm of cortex. */
import type { Chunk } from './chunk.ts';
import { isAnatomy, isFinding, isLength } from './chunk-kinds.ts';
import type { Language } from './language.ts';
import { comma, semicolon, spotBefore, wordChunk } from './own-chunk.ts';

/** The same chunks, with a mark between a size and what it is not of. */
export const withLabelledSizes = (chunks: readonly Chunk[], language: Language): readonly Chunk[] =>
  chunks.some(({ kind }) => kind === 'quantity') ? withFeatureApart(withOrganSize(chunks, language)) : chunks;

/** "Left kidney 10 cm normal cortex" → "Left kidney 10 cm, with normal cortex": what is normal has no size that is told. */
function withOrganSize(chunks: readonly Chunk[], { withs }: Language): readonly Chunk[] {
  const [having] = withs.keys();
  if (having === undefined) return chunks;
  return chunks.flatMap((chunk, at): readonly Chunk[] => {
    const isOwn = at > 1 && isLength(chunks[at - 1]) && isAnatomy(chunks[at - 2]);
    const isNormal = chunk.kind === 'modifier' && chunk.modifier.role === 'normal';
    const goesOn = chunks[at + 1] !== undefined && chunks[at + 1]?.kind !== 'mark';
    return isOwn && isNormal && goesOn
      ? [comma(spotBefore(chunk)), wordChunk(having, spotBefore(chunk)), chunk]
      : [chunk];
  });
}

/** "Nodule 1: mid right, 18 mm, solid, bright foci": under the name of a finding the last thing of a list is apart from its size. */
function withFeatureApart(chunks: readonly Chunk[]): readonly Chunk[] {
  const colon = chunks.findIndex(({ kind, text }) => kind === 'mark' && text === ':');
  if (colon < 1 || colon > LONGEST_LABEL || !chunks.slice(0, colon).some(isFinding)) return chunks;
  const size = chunks.findIndex((chunk, at) => at > colon && isLength(chunk) && endsItem(chunks[at + 1]));
  if (size < 0 || chunks.slice(colon, size).some(isFinding)) return chunks;
  const thing = chunks.findIndex((chunk, at) => at > size && isFinding(chunk));
  const mark = chunks.findLastIndex((chunk, at) => at > size && at < thing && isComma(chunk));
  const [apart] = mark < 0 ? [] : chunks.slice(mark, mark + 1);
  return apart ? [...chunks.slice(0, mark), semicolon(apart), ...chunks.slice(mark + 1)] : chunks;
}

const LONGEST_LABEL = 6; // chunks
const isComma = (chunk: Chunk | undefined): boolean => chunk?.kind === 'mark' && chunk.text === ',';
const endsItem = (chunk: Chunk | undefined): boolean => chunk === undefined || isComma(chunk);
