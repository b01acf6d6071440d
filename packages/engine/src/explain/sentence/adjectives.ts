/** Wing 4, explain: several adjectives before one noun: their list, those that are better said behind it, and a size that is said in figures. */
import type { Chunk } from './chunk.ts';
import { isFinding } from './chunk-kinds.ts';
import type { Language } from './language.ts';
import { isBefore, isCalled, isSide } from './modifiers.ts';

interface Part {
  readonly chunk: Chunk;
  readonly text: string;
}

const LONGEST_CLAUSE = 150; // chunks
const LONGEST_SERIES = 16; // chunks

/** First chunk after the adjectives that stand before a noun; a comma between two of them is passed: "solid, hypoechoic nodule". */
export function afterAdjectives(chunks: readonly Chunk[], from: number, language: Language): number {
  let at = from;
  for (;;) {
    while (isBefore(chunks[at], language)) at += 1;
    const next = seriesAfter(chunks, at, language);
    if (at === from || next === null || isSaidOf(chunks, from, language) || isMeasure(chunks, from, at, language))
      return at;
    at = next;
  }
}

/** "The heart is enlarged, small effusion": what follows a noun, or its verb, is said of it and opens no list before another. */
function isSaidOf(chunks: readonly Chunk[], from: number, language: Language): boolean {
  const before = chunks[from - 1];
  if (before === undefined || before.kind === 'mark') return false;
  if (before.kind === 'wording') return !language.prepositions.has(before.wording.plain.split(' ').at(-1) ?? '');
  if (before.kind !== 'word') return true;
  const isThere = chunks[from - 2]?.text.toLowerCase() === language.there;
  return !isThere && !language.determiners.has(before.norm) && !language.prepositions.has(before.norm);
}

/** "Thickening to 8 mm, mild edema": the size belongs to what stands before it. */
function isMeasure(chunks: readonly Chunk[], from: number, to: number, { prepositions, withs }: Language): boolean {
  const [thing, link] = [chunks[from - 2], chunks[from - 1]?.text.toLowerCase() ?? ''];
  const isAlone = to === from + 1 && chunks[from]?.kind === 'quantity';
  return isAlone && thing?.kind === 'concept' && prepositions.has(link) && !withs.has(link);
}

/** The chunk after a comma (and an "and") that joins two adjectives; null where it joins something else. */
function seriesAfter(chunks: readonly Chunk[], at: number, language: Language): number | null {
  if (chunks[at]?.text !== ',' || !isListed(chunks[at - 1], language)) return null;
  const next = chunks[at + 1]?.text.toLowerCase() === 'and' ? at + 2 : at + 1;
  if (!isListed(chunks[next], language) && !isDescribed(chunks[next])) return null;
  let end = next;
  const limit = next + LONGEST_SERIES;
  while (
    end < limit &&
    (isBefore(chunks[end], language) || (chunks[end]?.text === ',' && isListed(chunks[end - 1], language)))
  )
    end += 1;
  const noun = chunks[end];
  return isFinding(noun) ? next : null;
}

/** A finding whose name opens with an adjective: "hypodense lesion". */
const isDescribed = (chunk: Chunk | undefined): boolean => isFinding(chunk) && chunk.text.includes(' ');

/** Can stand in a list of adjectives. */
const isListed = (chunk: Chunk | undefined, language: Language): boolean =>
  chunk !== undefined &&
  chunk.kind !== 'number' &&
  !(chunk.kind === 'modifier' && isCalled(chunk)) &&
  isBefore(chunk, language);

/** Says what something is like, not how much of it there is, where, or since when. */
const isDescribing = (chunk: Chunk): boolean => chunk.kind === 'modifier' && LIKE.has(chunk.modifier.role);
const LIKE = new Set(['density', 'echo', 'enhancement', 'margin', 'shape', 'signal', 'size', 'texture', 'uptake']);

/** Two or more adjectives that have a phrase of their own go behind the noun, unless its owner follows: "that is darker than nearby tissue and taller than wide". */
export function relativeOf<P extends Part>(
  parts: readonly P[],
  { plural, owned }: { readonly plural: boolean; readonly owned: boolean },
  language: Language,
): { readonly front: readonly P[]; readonly behind: string } {
  const phrases = parts.filter(({ chunk }) => isDescribing(chunk) && phraseOf(chunk, language) !== '');
  if (phrases.length < 2 || owned) return { front: parts, behind: '' };
  const said = [...new Set(phrases.map(({ chunk }) => phraseOf(chunk, language)))];
  const list = said.length > 1 ? `${said.slice(0, -1).join(', ')} ${language.that.and} ${said.at(-1)}` : said[0];
  return {
    front: parts.filter((part) => !phrases.includes(part)),
    behind: `${plural ? language.that.many : language.that.one} ${list}`,
  };
}

/** The longer form of an adjective: "darker than nearby tissue" for "darker-looking". */
function phraseOf(chunk: Chunk, language: Language): string {
  if (chunk.kind !== 'modifier') return '';
  const { plain, after = '' } = chunk.modifier;
  const [first = '', ...rest] = after.split(' ');
  return plain.includes('-') && rest.length > 0 && !language.denials.has(first) && !language.prepositions.has(first)
    ? after
    : '';
}

/** A size in figures, or another word for it, takes the place of the one in the plain name: "5 mm small stone" → "5 mm stone". */
export function sizedName(
  name: string,
  before: readonly Chunk[],
  clause: readonly Chunk[],
  { sizedNames }: Language,
): string {
  const [first = '', noun = ''] = name.split(' ');
  const isNamed = sizedNames.has(`${first} ${noun}`) || sizedNames.has(`${first} ${noun.replace(/s$/, '')}`);
  if (!isNamed || clause.length > LONGEST_CLAUSE) return name;
  const isAlone = clause.filter(isFinding).length === 1;
  const isSized =
    before.some(isSize) || (isAlone && clause.some((chunk) => chunk.kind === 'quantity' && isSize(chunk)));
  return isSized ? name.slice(first.length + 1) : name;
}

const isSize = (chunk: Chunk): boolean =>
  (chunk.kind === 'quantity' && /\d\s*[cm]m\b/i.test(chunk.text)) ||
  (chunk.kind === 'modifier' && chunk.modifier.role === 'size');

/** The same chunks without the "of" between a length and what can be counted: "4 mm of midline shift" is a 4 mm shift. */
export const withoutOf = (chunks: readonly Chunk[], language: Language): readonly Chunk[] =>
  chunks.filter((chunk, at) => {
    const before = chunks[at - 1];
    if (chunk.kind !== 'word' || chunk.norm !== 'of' || before?.kind !== 'quantity' || !isSize(before)) return true;
    let noun = at + 1;
    while (isBefore(chunks[noun], language)) noun += 1;
    const after = chunks[noun];
    return after?.kind !== 'concept' || after.words.number !== 'count' || after.plural;
  });

/** "left or right" before a finding is one side word for both: "no left or right hydronephrosis". */
export function withBoth(chunks: readonly Chunk[], language: Language): readonly Chunk[] {
  const at = chunks.findIndex(
    (chunk, i) => isOneSide(chunk) && isOneSide(chunks[i + 2]) && /^(?:and|or)$/i.test(chunks[i + 1]?.text ?? ''),
  );
  const [side, other] = [chunks[at], chunks[at + 2]];
  if (side?.kind !== 'modifier' || other?.kind !== 'modifier' || side.modifier.value === other.modifier.value)
    return chunks;
  let noun = at + 3;
  while (isBefore(chunks[noun], language)) noun += 1;
  if (!isFinding(chunks[noun])) return chunks;
  const both: Chunk = {
    ...side,
    to: other.to,
    end: other.end,
    modifier: { ...side.modifier, id: 'bilateral', value: 'bilateral' },
  };
  return [...chunks.slice(0, at), both, ...chunks.slice(at + 3)];
}

const isOneSide = (chunk: Chunk | undefined): boolean =>
  chunk?.kind === 'modifier' && isSide(chunk) && (chunk.modifier.value === 'left' || chunk.modifier.value === 'right');
