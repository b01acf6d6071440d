/** Wing 4, explain: what telegraphic words share is given to each: a noun, a side, commas between organs. Runs before anything is told. */
import type { Knowledge } from '../../stages.ts';
import { withAdjectivesFirst } from './adjectives-first.ts';
import { withAndOr } from './and-or.ts';
import type { Chunk } from './chunk.ts';
import { isAnatomy, isFinding, isLength, isListLink, isProcedure, isTest } from './chunk-kinds.ts';
import { withFigureBehind } from './figure-behind.ts';
import type { Language } from './language.ts';
import { withLevelsBehind } from './levels-behind.ts';
import { isBefore, isSide } from './modifiers.ts';
import { withNegatives } from './negative-tests.ts';
import { isLeft } from './noun-phrase.ts';
import { withOperation } from './operation-changes.ts';
import { comma, phraseChunk, spotBefore, wordChunk } from './own-chunk.ts';
import { withPlacesApart } from './places-apart.ts';
import { withPlacesBehind } from './places-behind.ts';
import { withQuestioned } from './questioned.ts';
import { withDegrees, withNature, withNouns } from './shared-names.ts';
import { withSharedSide } from './shared-side.ts';
import { withTailNouns } from './tail-nouns.ts';
import { withVersusLetter } from './versus-letter.ts';

/** The same chunks, each with the words that it shares with others. */
export const withShared = (chunks: readonly Chunk[], knowledge: Knowledge, language: Language): readonly Chunk[] =>
  [
    withAndOr,
    withoutRepeats,
    withOneArticle,
    withOperation,
    withTailNouns,
    withQuestioned,
    withTestNouns,
    withoutNoted,
    withoutPost,
    withSideLetters,
    withoutDiameter,
    withSeenLast,
    withCompared,
    withFigureBehind,
    withVersusLetter,
    withNature,
    withCommas,
    withNouns,
    withDegrees,
    withSharedSide,
    withTwoSides,
    withSizeFirst,
    withPlacesBehind,
    withPlacesApart,
    withAdjectivesFirst,
    withLevelsBehind,
    withNegatives,
  ].reduce((list, share) => share(list, language, knowledge), chunks);

const isWholeOrgan = (chunk: Chunk | undefined, { organs }: Language): boolean =>
  chunk?.kind === 'concept' && organs.has(chunk.concept.id);

const isQuantity = (chunk: Chunk | undefined): boolean => chunk?.kind === 'quantity';

/** "deep vein thrombosis (DVT)" → "deep vein thrombosis": the short form in brackets says the same. */
function withoutRepeats(chunks: readonly Chunk[]): readonly Chunk[] {
  if (!chunks.some(({ text }) => text === '(')) return chunks;
  const isRepeat = (at: number): boolean => {
    const [named, opens, again, closes] = chunks.slice(at - 1, at + 3);
    const isSame =
      named?.kind === 'concept' && again?.kind === 'concept' && named.concept.id === again.concept.id && !named.shares;
    return isSame && opens?.text === '(' && closes?.text === ')';
  };
  return chunks.filter((_, at) => !isRepeat(at) && !isRepeat(at - 1) && !isRepeat(at - 2));
}

/** "both the right and the left breast masses" → "the right and left breast masses", which share their noun. */
function withOneArticle(chunks: readonly Chunk[]): readonly Chunk[] {
  const isThe = (at: number): boolean => chunks[at]?.kind === 'word' && chunks[at]?.text.toLowerCase() === 'the';
  const isSided = (at: number): boolean => isSide(chunks[at]);
  const isPaired = (at: number): boolean =>
    isThe(at) && isSided(at - 2) && isSided(at + 1) && chunks[at - 1]?.text.toLowerCase() === 'and';
  if (!chunks.some((_, at) => isPaired(at))) return chunks;
  return chunks.filter(
    (chunk, at) => !isPaired(at) && !(chunk.text.toLowerCase() === 'both' && isThe(at + 1) && isPaired(at + 4)),
  );
}

/** "chest CT study" → "chest CT"; "MRI findings are" → "findings of the MRI are" */
function withTestNouns(chunks: readonly Chunk[], language: Language): readonly Chunk[] {
  if (!chunks.some(isTest)) return chunks;
  return chunks.flatMap((chunk, at): readonly Chunk[] => {
    const [before, next] = [chunks[at - 1], chunks[at + 1]];
    if (next && showsResults(chunks, at, language))
      return [next, ...language.resultsOf.map((word) => wordChunk(word, spotBefore(chunk))), chunk];
    const isNamed = isTest(before) && language.examHeads.some((head) => before.words.plain.includes(head));
    const isAgain = isNamed && language.examNouns.has(chunk.text.toLowerCase());
    return isAgain || showsResults(chunks, at - 1, language) ? [] : [chunk];
  });
}

/** "MRI findings", but not "abdominal X-ray findings" or "CT findings of pneumonia" */
function showsResults(chunks: readonly Chunk[], at: number, { examResults, resultsOf }: Language): boolean {
  if (!isTest(chunks[at]) || isAnatomy(chunks[at - 1])) return false;
  const [next, behind] = [chunks[at + 1]?.text.toLowerCase() ?? '', chunks[at + 2]?.text.toLowerCase()];
  return examResults.has(next) && behind !== resultsOf[0];
}

/** "post-cholecystectomy changes" → "cholecystectomy changes" */
const withoutPost = (chunks: readonly Chunk[], language: Language): readonly Chunk[] => {
  if (!chunks.some(isProcedure)) return chunks;
  const isPost = (at: number): boolean => language.leftBy.before.has(chunks[at]?.text.toLowerCase() ?? '');
  const leaves = (at: number): boolean => isProcedure(chunks[at]) && isLeft(chunks[at + 1], language);
  return chunks.filter((chunk, at) => {
    if (isPost(at)) return !(leaves(at + 1) || (chunks[at + 1]?.text === '-' && leaves(at + 2)));
    return !(chunk.text === '-' && isPost(at - 1) && leaves(at + 1));
  });
};

/** "a noted stable cyst" → "a stable cyst", but "no visible air" denies no more than it does */
const withoutNoted = (chunks: readonly Chunk[], language: Language): readonly Chunk[] =>
  chunks.filter((chunk, at) => {
    if (!language.participles.has(chunk.text.toLowerCase())) return true;
    const before = chunks[at - 1]?.text.toLowerCase() ?? '';
    const isAttribute = language.determiners.has(before) && !language.listDenials.has(before);
    return !isAttribute || !(isBefore(chunks[at + 1], language) || isFinding(chunks[at + 1]));
  });

/** "no demonstrated tear" → "no tear demonstrated" */
function withSeenLast(chunks: readonly Chunk[], language: Language): readonly Chunk[] {
  const at = chunks.findIndex(
    (chunk, i) =>
      language.participles.has(chunk.text.toLowerCase()) &&
      language.listDenials.has(chunks[i - 1]?.text.toLowerCase() ?? ''),
  );
  if (at < 0) return chunks;
  let noun = at + 1;
  while (isBefore(chunks[noun], language)) noun += 1;
  const seen = chunks[at];
  if (!seen || !isFinding(chunks[noun]) || chunks.slice(noun + 1).some(({ kind }) => kind !== 'mark')) return chunks;
  return [...chunks.slice(0, at), ...chunks.slice(at + 1, noun + 1), seen, ...chunks.slice(noun + 1)];
}

/** "8 mm versus 7 mm": two times, not two choices. */
function withCompared(chunks: readonly Chunk[], { versus, comparedWith }: Language): readonly Chunk[] {
  if (!chunks.some(isQuantity)) return chunks;
  return chunks.map((chunk, at) => {
    const isBetween = isQuantity(chunks[at - 1]) && isQuantity(chunks[at + 1]);
    return isBetween && versus.has(chunk.text.toLowerCase()) ? phraseChunk(comparedWith, chunk) : chunk;
  });
}

/** "SMALL L EFFUSION": a single capital before what it is said of is a side. */
function withSideLetters(chunks: readonly Chunk[], language: Language, { reading }: Knowledge): readonly Chunk[] {
  if (!chunks.some(({ text }) => language.sideLetters.has(text))) return chunks;
  return chunks.map((chunk, at): Chunk => {
    const id = chunk.kind === 'word' ? language.sideLetters.get(chunk.text) : undefined;
    if (id === undefined || !isBareLetter(chunks, at, language)) return chunk;
    const modifier = reading.modifiers.find((one) => one.id === id);
    const { from, to, start, end, text, glued } = chunk;
    return modifier ? { kind: 'modifier', modifier, from, to, start, end, text, glued } : chunk;
  });
}

function isBareLetter(chunks: readonly Chunk[], at: number, language: Language): boolean {
  const before = chunks[at - 1];
  let next = at + 1;
  while (isBefore(chunks[next], language) && chunks[next]?.kind !== 'number') next += 1;
  const isApart = !chunks[at]?.glued && !chunks[at + 1]?.glued;
  // "5 L", "L > R"
  const isFigure = before?.kind === 'number' || (before?.kind === 'mark' && /[<>=/-]/.test(before.text));
  return isApart && !isFigure && chunks[next]?.kind === 'concept' && chunks[at + 1]?.kind !== 'quantity';
}

/** "5 mm diameter nodule" → "5 mm nodule" */
function withoutDiameter(chunks: readonly Chunk[], { diameters }: Language): readonly Chunk[] {
  if (!chunks.some(isLength)) return chunks;
  return chunks.filter((chunk, at) => {
    const isDiameter = isLength(chunks[at - 1]) && diameters.has(chunk.text.toLowerCase());
    return !isDiameter || !(chunks[at + 1]?.kind === 'concept' || chunks[at + 1]?.kind === 'modifier');
  });
}

/** "LIVER SPLEEN PANCREAS NORMAL" → "LIVER, SPLEEN and PANCREAS NORMAL": whole organs side by side are a list. */
function withCommas(chunks: readonly Chunk[], language: Language): readonly Chunk[] {
  if (!chunks.some((chunk, at) => isWholeOrgan(chunk, language) && isWholeOrgan(chunks[at + 1], language)))
    return chunks;
  return chunks.flatMap((chunk, at): readonly Chunk[] => {
    const next = chunks[at + 1];
    if (!isWholeOrgan(chunk, language) || !next || !isWholeOrgan(next, language)) return [chunk];
    const goesOn = isWholeOrgan(chunks[at + 2], language) || isListLink(chunks[at + 2], language);
    return [chunk, goesOn ? comma(spotBefore(next)) : wordChunk(language.that.and, spotBefore(next))];
  });
}

/** "moderate right and severe left stenosis" → "moderate right stenosis and severe left stenosis" */
function withTwoSides(chunks: readonly Chunk[], language: Language): readonly Chunk[] {
  const at = chunks.findIndex((chunk, i) => isOneSide(chunk) && isListLink(chunks[i + 1], language));
  if (at < 0) return chunks;
  const degreeFirst = isBefore(chunks[at - 1], language);
  let second = at + 2;
  while (isBefore(chunks[second], language) && !isOneSide(chunks[second])) second += 1;
  const [side, other] = [chunks[at], chunks[second]];
  if (!isOneSide(other) || sideNamed(side) === sideNamed(other) || !(degreeFirst || second > at + 2)) return chunks;
  let noun = second + 1;
  while (isBefore(chunks[noun], language)) noun += 1;
  if (!isFinding(chunks[noun])) return chunks;
  return [...chunks.slice(0, at + 1), ...chunks.slice(second + 1, noun + 1), ...chunks.slice(at + 1)];
}

const sideNamed = (chunk: Chunk | undefined): string =>
  chunk?.kind === 'modifier' ? (chunk.modifier.value ?? '') : '';

const isOneSide = (chunk: Chunk | undefined): chunk is Chunk =>
  chunk !== undefined && isSide(chunk) && ['left', 'right'].includes(sideNamed(chunk));

/** "mass 3 cm right upper lobe" → "3 cm mass right upper lobe": the size is that of the mass. */
function withSizeFirst(chunks: readonly Chunk[], language: Language): readonly Chunk[] {
  if (!chunks.some(isLength)) return chunks;
  return chunks.map((chunk, at) => {
    if (isFinding(chunk) && isMoved(chunks, at, language)) return chunks[at + 1] ?? chunk;
    return isLength(chunk) && isMoved(chunks, at - 1, language) ? (chunks[at - 1] ?? chunk) : chunk;
  });
}

function isMoved(chunks: readonly Chunk[], at: number, language: Language): boolean {
  if (!isFinding(chunks[at]) || !isLength(chunks[at + 1]) || isLength(chunks[at - 1])) return false;
  let next = at + 2;
  while (isBefore(chunks[next], language) && chunks[next]?.kind === 'modifier') next += 1;
  return isAnatomy(chunks[next]);
}
