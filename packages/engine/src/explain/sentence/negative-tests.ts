/** Wing 4, explain: what "negative" means of a test or a part of the body, in brackets behind it: many take the word for bad news. */
import type { Chunk } from './chunk.ts';
import { isAnatomy, isTest } from './chunk-kinds.ts';
import type { Language } from './language.ts';
import { phraseChunk } from './own-chunk.ts';
import { isOfOrgans } from './predicate-last.ts';

/** The same chunks, with what it means at the end of each clause that says nothing else; "negative for fracture" explains itself. */
export function withNegatives(chunks: readonly Chunk[], language: Language): readonly Chunk[] {
  if (!chunks.some((chunk) => isNegative(chunk, language))) return chunks;
  const told: Chunk[] = [];
  for (let from = 0; from < chunks.length; ) {
    let to = from;
    while (to < chunks.length && !isEnd(chunks[to])) to += 1;
    const clause = chunks.slice(from, to);
    told.push(
      ...(isOnlyNegative(clause, language) ? explained(clause, language) : clause),
      ...chunks.slice(to, to + 1),
    );
    from = to + 1;
  }
  return told;
}

/** "Negative hips" → "hips negative (…)" */
function explained(clause: readonly Chunk[], language: Language): readonly Chunk[] {
  const [first, second] = clause;
  const last = clause.at(-1);
  if (!first || !second || !last) return clause;
  const { to, end } = last;
  const behind = phraseChunk(language.negatives.note, { from: to, to, start: end, end, text: '', glued: false });
  const isBare = isNegative(first, language) && clause.slice(1).every((chunk) => isOfOrgans(chunk, language));
  if (!isBare) return [...clause, behind];
  return [...clause.slice(1), first, behind];
}

const isEnd = (chunk: Chunk | undefined): boolean => chunk?.kind === 'mark' && CLOSING.has(chunk.text);
const CLOSING: ReadonlySet<string> = new Set(['.', ';', ',', ':', '(', ')']);

const isNegative = (chunk: Chunk, { negatives }: Language): boolean =>
  chunk.kind === 'modifier' && negatives.names.has(chunk.modifier.id);

/** A picture or a part of the body, "negative", and words that add nothing: no finding, figure or further denial. */
function isOnlyNegative(clause: readonly Chunk[], language: Language): boolean {
  if (clause.filter((chunk) => isNegative(chunk, language)).length !== 1) return false;
  const isPicture = (chunk: Chunk): boolean =>
    isTest(chunk) && language.examHeads.some((head) => chunk.words.plain.includes(head));
  const isSubject = (chunk: Chunk): boolean =>
    isAnatomy(chunk) || isPicture(chunk) || language.examNouns.has(chunk.text.toLowerCase());
  const isPlain = ({ kind, text }: Chunk): boolean =>
    kind === 'modifier' || (kind === 'word' && !language.denials.has(text.toLowerCase()) && isSmall(text, language));
  return clause.some(isSubject) && clause.every((chunk) => isSubject(chunk) || isPlain(chunk));
}

const isSmall = (text: string, { determiners, copulas, negatives }: Language): boolean => {
  const word = text.toLowerCase();
  return [determiners, copulas, negatives.words].some((set) => set.has(word));
};
