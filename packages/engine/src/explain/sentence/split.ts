/** Wing 4, explain: a long clause → clauses that can stand alone, cut where no denial, doubt or condition changes its reach. */
import type { Chunk } from './chunk.ts';
import { isFinding } from './chunk-kinds.ts';
import { labelEnd } from './label-end.ts';
import type { Language } from './language.ts';
import { isBefore, isSide } from './modifiers.ts';
import { phraseChunk, wordChunk } from './own-chunk.ts';
import { isStateApart } from './split-states.ts';
import { holdsWord, isVerb } from './word.ts';

export interface SplitContext {
  readonly language: Language;
  /** all that a stretch of the statement names is there, now and without doubt */
  readonly certain: (start: number, end: number) => boolean;
  /** something that was found is named there */
  readonly found: (start: number, end: number) => boolean;
  /** all that a stretch names is only thought of: neither certain nor denied */
  readonly doubted: (start: number, end: number) => boolean;
  /** what the clause is about was named by the clause before it */
  readonly named?: boolean;
}

type Cut = (chunks: readonly Chunk[], at: number, context: SplitContext) => readonly Chunk[] | null;

/** The same chunks in one or more clauses, in order; words such as "this" and "it" open those that have lost their subject. */
export function partsOf(chunks: readonly Chunk[], context: SplitContext): readonly (readonly Chunk[])[] {
  const { language } = context;
  if (chunks.length < SHORTEST || chunks.length > LONGEST || opensCondition(chunks, language)) return [chunks];
  const denies = chunks.findIndex((chunk) => isDenial(chunk, language));
  const limit = denies < 0 ? chunks.length : denies;
  let open = 0;
  for (let at = FIRST; at < chunks.length; at += 1) {
    open += bracketOf(chunks[at - 1]);
    if (open > 0) continue;
    for (const cut of at <= limit ? CUTS : CUTS_OF_DENIED) {
      const rest = cut(chunks, at, context);
      if (!rest) continue;
      const head = chunks.slice(0, chunks[at - 1]?.text === ',' ? at - 1 : at);
      return [head, ...partsOf(rest, { ...context, named: true })];
    }
  }
  return [chunks];
}

const FIRST = 1; // a clause opens with what it is about
const SHORTEST = 4; // chunks of a clause that can be cut
const LONGEST = 150; // chunks of a clause that can be a sentence at all
const LONG = 16; // words beyond which a clause is cut where it need not be

/** "…, in keeping with pneumonia": what it fits with is a sentence of its own, as sure as the link is. */
const atLink: Cut = (chunks, at, { language, certain, named = false }) => {
  const first = chunks[at];
  const before = chunks[at - 1];
  const isComma = before?.text === ',';
  if (!first || (!isComma && before?.kind !== 'concept')) return null;
  const [link, to] = linkAt(chunks, at, language);
  if (!link) return null;
  const head = chunks.slice(0, at);
  const rest = chunks.slice(to);
  if (!(named || names(head))) return null;
  const isAlone = !rest.some((chunk) => isBreak(chunk) || isDenial(chunk, language) || isVerb(chunk, language));
  if (!isAlone || !isSaid(head, certain) || !names(rest) || !opensPhrase(rest[0], language)) return null;
  const opening = link[isMany(head) ? 1 : 0] ?? '';
  return isComma || lengthOf(chunks) > LONG ? [phraseChunk(opening, first), ...rest] : null;
};

/** The longest link that begins at a chunk, and the chunk after it. */
function linkAt(
  chunks: readonly Chunk[],
  at: number,
  { links }: Language,
): readonly [readonly string[] | undefined, number] {
  for (let size = LONGEST_LINK; size > 0; size -= 1) {
    let words = plainOf(chunks[at]);
    for (let next = at + 1; next < at + size && next < chunks.length; next += 1) words += ` ${plainOf(chunks[next])}`;
    const link = links.get(words);
    if (link) return [link, at + size];
  }
  return [undefined, at];
}
const LONGEST_LINK = 3; // chunks

/** What a link points at is named: "likely a cyst", not "likely correlating with". */
const opensPhrase = (chunk: Chunk | undefined, { determiners, prepositions }: Language): boolean =>
  chunk?.kind === 'concept' ||
  chunk?.kind === 'modifier' ||
  chunk?.kind === 'quantity' ||
  (chunk?.kind === 'word' && (determiners.has(chunk.norm) || prepositions.has(chunk.norm))) ||
  (chunk?.kind === 'wording' && (chunk.wording.class === 'adjective' || prepositions.has(chunk.wording.plain)));

/** "a nodule … measuring 2 cm": "It measures 2 cm." */
const atMeasure: Cut = (chunks, at, { language, certain }) => {
  const first = chunks[at];
  if (!first || chunks[at + 1]?.kind !== 'quantity') return null;
  const opening = language.measures.get(plainOf(first));
  const head = chunks.slice(0, at);
  const [subject, ...more] = head.filter(isFinding);
  const after = chunks[at + 2];
  if (!opening || !isSaid(head, certain) || !subject || more.length > 0) return null;
  if (lengthOf(chunks) <= LONG || (after && after.text !== ',' && !language.withs.has(plainOf(after)))) return null;
  if (isMany([subject]) || head.some((chunk) => language.withs.has(plainOf(chunk)))) return null;
  if (after && after.text !== ',' && !isSaid(chunks, certain)) return null;
  if (chunks.slice(at + 1).some((chunk) => language.measures.has(plainOf(chunk)))) return null;
  return [phraseChunk(opening, first), ...chunks.slice(at + 1)];
};

/** "An extrusion at L4-5, matches the symptoms": "This matches your symptoms." */
const atVerb: Cut = (chunks, at, { language }) => {
  const first = chunks[at];
  if (!first || chunks[at - 1]?.text !== ',') return null;
  const head = chunks.slice(0, at - 1);
  const verb = plainOf(first);
  if (!language.matching.has(verb.split(' ')[0] ?? '')) return null;
  if (!names(head) || head.some((chunk) => chunk.text === ',' || isVerb(chunk, language))) return null;
  return [phraseChunk(`${language.this} ${verb}`, first), ...chunks.slice(at + 1)];
};

/** "…, which may hide small lumps": "This may hide small lumps." */
const atRelative: Cut = (chunks, at, { language, certain }) => {
  const [first, verb] = [chunks[at], chunks[at + 1]];
  if (!first || !verb || chunks[at - 1]?.text !== ',' || plainOf(first) !== language.which) return null;
  const head = chunks.slice(0, at);
  const rest = chunks.slice(at + 1);
  const isSingular = language.singularVerbs.has(plainOf(verb).split(' ')[0] ?? '');
  if (!isVerb(verb, language) || !isSingular || rest.some(isBreak) || !isSaid(head, certain)) return null;
  return lengthOf(chunks) > LONG ? [phraseChunk(language.this, first), ...rest] : null;
};

/** "…, with disc bulge at L4-5": "There is a bulging disc at L4-5." */
const atWith: Cut = (chunks, at, { language, certain, named = false }) => {
  const [before, first] = [chunks[at - 1], chunks[at]];
  const isMeasured = named && [before, chunks[at - 2]].some((chunk) => chunk?.kind === 'quantity');
  const opening = before?.text === ',' || isMeasured ? language.withs.get(plainOf(first)) : undefined;
  if (!first || !opening) return null;
  const rest = chunks.slice(at + 1);
  const sure = rest[0] && isDenial(rest[0], language) ? chunks.slice(0, at) : chunks;
  if (!isSaid(sure, certain) || !rest.slice(0, 4).some(isFinding)) return null;
  if (!isMeasured && (lengthOf(chunks) <= LONG || !names(chunks.slice(0, at)))) return null;
  return rest.some((chunk) => isVerb(chunk, language))
    ? null
    : [...opening.map((word) => wordChunk(word, first)), ...rest];
};

/** "A wide bile duct, a stone is not excluded": behind the comma stands what is less sure than what is before it. */
const atDoubted: Cut = (chunks, at, { language, certain, found, doubted }) => {
  if (chunks[at - 1]?.text !== ',') return null;
  const head = chunks.slice(0, at - 1);
  const rest = chunks.slice(at);
  if (!isSaid(head, found) || !isSaid(head, certain)) return null;
  if (!names(rest) || !isSaid(rest, doubted) || head.some(isBreak) || rest.some(isBreak)) return null;
  // "Apart from the cyst, …", "…, with …", "…, but …": no two statements
  const opens = [head[0], rest[0]].map((chunk) => plainOf(chunk).split(' ')[0] ?? '');
  if (opens.some((word) => language.prepositions.has(word) || language.connectives.has(word))) return null;
  if (!opensPhrase(rest[0], language)) return null;
  const named = rest.findIndex(isFinding);
  const said = rest.findIndex(
    (chunk) => isVerb(chunk, language) || isDenial(chunk, language) || language.verdicts.has(plainOf(chunk)),
  );
  return said > named ? rest : null;
};

/** "… is normal(,) and there is no fracture", "…, the spleen is large": two sentences. */
const atClause: Cut = (chunks, at, { language }) => {
  const link = chunks[at];
  const isAnd = plainOf(link) === language.that.and;
  if (!link || (!isAnd && link.text !== ',')) return null;
  const head = chunks.slice(0, at);
  if (!head.some((chunk) => isMainVerb(chunk, language))) return null;
  // "After the dye was given, the liver is …": no statement of its own stands before the comma
  if (!isAnd && (language.prepositions.has(plainOf(chunks[0])) || language.connectives.has(plainOf(chunks[0]))))
    return null;
  if (head.some((chunk) => language.relatives.has(plainOf(chunk)))) return null;
  const rest = chunks.slice(at + 1);
  return (isAnd && plainOf(rest[0]) === language.there && isVerbAt(rest, 1, language)) || opensClause(rest, language)
    ? rest
    : null;
};

/** "Clear lungs and normal heart", "Normal right ovary, left ovary not seen": each organ has a state of its own. */
const atState: Cut = (chunks, at, { language, certain }) => {
  const isComma = chunks[at]?.text === ',';
  if (!isComma && plainOf(chunks[at]) !== language.that.and) return null;
  const named = labelEnd(chunks.slice(0, at));
  // "Right: normal ovary, tube not seen": the side is that of both
  const label = chunks.slice(0, named);
  const held = label.some((chunk) => isSide(chunk) || /\d/.test(chunk.text)) ? label : [];
  const head = chunks.slice(named, at);
  const rest = chunks.slice(isComma && plainOf(chunks[at + 1]) === language.that.and ? at + 2 : at + 1);
  return isSaid(head, certain) && isStateApart(head, rest, isComma, language) ? [...held, ...rest] : null;
};

/** A subject with its verb: "the spleen is", "the liver and the spleen are". */
function opensClause(chunks: readonly Chunk[], language: Language): boolean {
  let at = 0;
  for (;;) {
    if (language.determiners.has(plainOf(chunks[at]))) at += 1;
    while (isBefore(chunks[at], language)) at += 1;
    const noun = chunks[at];
    if (noun?.kind !== 'concept' && !(noun?.kind === 'wording' && noun.wording.class === 'noun')) return false;
    at += 1;
    if (isMainVerb(chunks[at], language)) return true;
    if (plainOf(chunks[at]) !== language.that.and && chunks[at]?.text !== ',') return false;
    at += plainOf(chunks[at + 1]) === language.that.and ? 2 : 1;
  }
}

/** "is", "shows": never a noun as well, as "limits" is. */
const isMainVerb = (chunk: Chunk | undefined, { mainVerbs }: Language): boolean =>
  chunk !== undefined &&
  chunk.kind !== 'concept' &&
  [plainOf(chunk), chunk.text.toLowerCase()].some((text) => mainVerbs.has(text.split(/\s/)[0] ?? ''));

const isVerbAt = (chunks: readonly Chunk[], at: number, language: Language): boolean => {
  const chunk = chunks[at];
  return chunk !== undefined && isVerb(chunk, language);
};

const CUTS: readonly Cut[] = [atLink, atMeasure, atVerb, atRelative, atWith, atDoubted, atState, atClause];
/** behind a denial */
const CUTS_OF_DENIED: readonly Cut[] = [atClause];

/** Whether what the context knows of a stretch is so for these chunks. */
const isSaid = (chunks: readonly Chunk[], of: SplitContext['certain']): boolean =>
  of(chunks[0]?.start ?? 0, chunks.at(-1)?.end ?? 0);

/** "if", "although": what follows is no statement of its own. */
const opensCondition = (chunks: readonly Chunk[], { subordinators }: Language): boolean =>
  chunks.some((chunk) => subordinators.has(plainOf(chunk)));

function isDenial(chunk: Chunk, { denials }: Language): boolean {
  const written = chunk.text.toLowerCase();
  // of one word, as most are: nothing to cut
  const denies = /[\s-]/.test(written)
    ? written.split(/[\s-]+/).some((word) => denials.has(word))
    : denials.has(written);
  return denies || (chunk.kind !== 'concept' && holdsWord(plainOf(chunk), denials));
}

/** A mark that sets something apart: what follows it is not what the words before it say. */
const isBreak = (chunk: Chunk): boolean => chunk.kind === 'mark' && !/^[-./%+]$/.test(chunk.text);

/** How many more brackets are open behind a chunk than before it. */
const bracketOf = (chunk: Chunk | undefined): number => (chunk?.text === '(' ? 1 : chunk?.text === ')' ? -1 : 0);

const isMany = (chunks: readonly Chunk[]): boolean => {
  const subject = chunks.findLast(isFinding);
  if (!subject) return false;
  const { number, plural } = subject.words;
  return number === 'plural' || (subject.plural && (number === 'count' || plural !== undefined));
};
const names = (chunks: readonly Chunk[]): boolean => chunks.some(isFinding);

/** How many words a clause is told with, about. */
const lengthOf = (chunks: readonly Chunk[]): number =>
  chunks.reduce((sum, chunk) => sum + (chunk.kind === 'mark' ? 0 : plainOf(chunk).split(' ').length), 0);

function plainOf(chunk: Chunk | undefined): string {
  if (!chunk) return '';
  if (chunk.kind === 'word') return chunk.norm;
  if (chunk.kind === 'wording') return chunk.wording.plain;
  if (chunk.kind === 'phrase') return chunk.plain;
  if (chunk.kind === 'modifier') return chunk.modifier.plain;
  return chunk.kind === 'concept' ? chunk.words.plain : chunk.text;
}
