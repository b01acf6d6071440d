/** Wing 4, explain: what a chunk is, asked by most rooms that put sentences together. */
import type { Chunk } from './chunk.ts';
import type { Language } from './language.ts';

export type ConceptChunk = Extract<Chunk, { kind: 'concept' }>;

export const isFinding = (chunk: Chunk | undefined): chunk is ConceptChunk =>
  chunk?.kind === 'concept' && chunk.concept.kind === 'finding';

export const isAnatomy = (chunk: Chunk | undefined): chunk is ConceptChunk =>
  chunk?.kind === 'concept' && chunk.concept.kind === 'anatomy';

export const isProcedure = (chunk: Chunk | undefined): chunk is ConceptChunk =>
  chunk?.kind === 'concept' && chunk.concept.kind === 'procedure';

export const isTest = (chunk: Chunk | undefined): chunk is ConceptChunk =>
  chunk?.kind === 'concept' && chunk.concept.kind === 'test';

/** A plain name with a phrase behind its noun: "collapsed part of the lung". */
export const endsInPhrase = (
  { words: { plain } }: ConceptChunk,
  { prepositions, withs, relatives }: Language,
): boolean =>
  plain.split(' ').some((word, at) => at > 0 && (prepositions.has(word) || withs.has(word) || relatives.has(word)));

/** Between the things of a list: a comma, "and", "or". */
export const isListLink = (chunk: Chunk | undefined, { listLinks }: Language): boolean =>
  chunk !== undefined && listLinks.has(chunk.text.toLowerCase());

/** By its ending: "renal", "hepatic"; not "spine", "canal". */
export const isAdjective = ({ text }: Chunk, { adjectiveLike }: Language): boolean =>
  ADJECTIVE.test(text) && !adjectiveLike.has(text.toLowerCase().split(/\s/).at(-1) ?? '');
const ADJECTIVE = /(?:al|ar|ac|ic|ous|ary|ian|ine|eal|id)$/i;

/** a size that is told in figures */
export const isLength = (chunk: Chunk | undefined): boolean =>
  chunk?.kind === 'quantity' && /\d\s*(?:[cm]m|inch(?:es)?)\b/i.test(chunk.text);
