/** Wing 4, explain: advice → a sentence that opens with who asks: "The report advises a chest X-ray in 6 weeks …". */
import type { Span } from '../../document.ts';
import { type AdviceScene, aloneOf, type Part, partsOf } from './advice-parts.ts';
import { agreed, inNumber } from './agreement.ts';
import { boardSentence } from './board-sentence.ts';
import type { Chunk } from './chunk.ts';
import { isTest } from './chunk-kinds.ts';
import { type ClauseContext, type Manner, sentenceOf } from './clause.ts';
import type { Language } from './language.ts';
import { type Place, phrase, spotBefore, word } from './own-chunk.ts';
import { wordsOf } from './sequence.ts';
import { isVerb } from './word.ts';
import { finished, writing } from './writing.ts';

export interface FramedSentence {
  readonly text: string;
  readonly unknown: readonly Span[];
  /** every word is told by the frame or by plain words */
  readonly framed: boolean;
}

/** The sentence of a clause of advice; null where it is told as any other. */
export function adviceSentence(
  clause: readonly Chunk[],
  context: ClauseContext,
  manner: Manner,
  scene: AdviceScene,
  unknownIn: (chunks: readonly Chunk[]) => readonly Span[],
): FramedSentence | null {
  const board = manner === 'title' ? null : boardSentence(clause, scene);
  if (board) return { text: board, unknown: [], framed: true };
  const [first, last] = [clause[0], clause.at(-1)];
  const parts = first && last ? partsOf(first.from, last.to, clause, scene) : null;
  const advice = scene.knowledge.words?.documents.advice;
  if (!parts || !advice) return null;
  const frame = manner === 'title' ? null : framed(parts, context, scene, advice);
  if (!frame) {
    const chunks = aloneOf(parts, clause);
    const text = chunks && sentenceOf(chunks, context, manner);
    return text ? { text, unknown: unknownIn(chunks), framed: false } : null;
  }
  const unknown = unknownIn([...frame.lead, ...frame.body]);
  const lead = frame.lead.length ? `${writing(wordsOf(frame.lead, context, false))}, ` : '';
  const opening = lead ? frame.opening.replace(/^\w/, (letter) => letter.toLowerCase()) : frame.opening;
  const body = writing(agreed(wordsOf(frame.body, context, false)));
  return {
    text: finished(`${lead}${opening} ${body}`.trim(), context.language),
    unknown,
    framed: unknown.length === 0,
  };
}

interface Frame {
  /** "if symptoms persist", before the comma */
  readonly lead: readonly Chunk[];
  readonly opening: string;
  readonly body: readonly Chunk[];
}

type Advice = NonNullable<AdviceScene['knowledge']['words']>['documents']['advice'];

/** What asks, before what it asks for; null where the clause says something else besides. */
function framed(parts: readonly Part[], { language }: ClauseContext, scene: AdviceScene, advice: Advice): Frame | null {
  const said = parts.filter(({ polite }) => !polite);
  const flat = (list: readonly Part[]): Chunk[] => list.flatMap(({ chunks }) => chunks);
  const [first, ...others] = said;
  if (first?.refuses && others.every(({ ask, refuses }) => !ask && !refuses)) {
    const [opened] = first.chunks;
    const body = flat(others);
    return opened?.kind === 'phrase' && isOneClause(body, language, advice)
      ? { lead: [], opening: opened.plain, body }
      : null;
  }
  const asks = said.flatMap(({ ask }, at) => (ask ? [{ ask, at }] : []));
  const strict = scene.asked.every(({ action }) => action === 'other');
  const strength = scene.asked[0]?.strength ?? 'recommended';
  if (asks.length === 0) {
    const { lead, rest: body } = withoutLead(unstopped(flat(said)), advice);
    const plainly =
      !body.some((chunk) => isVerb(chunk, language)) && scene.asked.some(({ action }) => ASKED.has(action));
    if (scene.asked.length === 1 && tellsOfTestBefore(body)) return null;
    return plainly && isThing(body, language, advice, strict)
      ? { lead, opening: advice.bare[strength], body: withTimeLink(body, scene, advice) }
      : null;
  }
  const [only, more] = asks;
  if (!only || more) return null;
  const { ask, at } = only;
  const { lead, rest } = withoutLead(flat(said.slice(0, at)), advice);
  const behind = unstopped(flat(said.slice(at + 1)));
  const again = ask.again ? [word(placeOf(said[at]), advice.repeat.one)] : [];
  if (rest.length === 0)
    return ask.before &&
      isOneClause(behind, language, advice) &&
      (isThing(behind, language, advice, strict) || (!strict && opensNoun(behind, language, advice)))
      ? { lead, opening: ask.plain, body: behind }
      : null;
  if (
    !ask.after ||
    rest.some((chunk) => isVerb(chunk, language) || isSubject(chunk, advice)) ||
    !isOneClause(behind, language, advice) ||
    !isThing(rest, language, advice, strict)
  )
    return null;
  return isDenied(behind, language, advice)
    ? null
    : {
        lead,
        opening: '',
        body: [
          ...again,
          ...(again.length ? withoutArticle(rest, language) : rest),
          phrase(placeOf(said[at]), inNumber(ask.tail, isMany(said[at], rest, language) ? 'plural' : undefined)),
          ...behind,
        ],
      };
}

/** "X-ray normal, MRI to …": only the test behind the comma is asked for. */
function tellsOfTestBefore(body: readonly Chunk[]): boolean {
  const comma = body.findIndex(({ kind, text }) => kind === 'mark' && text === ',');
  return comma > 0 && body.slice(0, comma).some(isTest) && body.slice(comma).some(isTest);
}

/** "Follow-up CT 3 months": a time right behind the thing has its word. */
function withTimeLink(body: readonly Chunk[], { asked }: AdviceScene, { when }: Advice): readonly Chunk[] {
  const at = body.findIndex(
    (chunk, i) =>
      chunk.kind === 'number' &&
      body[i - 1]?.kind === 'concept' &&
      asked.some(({ interval }) => interval?.min === Number.parseFloat(chunk.text)),
  );
  const time = body[at];
  return time ? [...body.slice(0, at), word(spotBefore(time), when), ...body.slice(at)] : body;
}

const ASKED: ReadonlySet<string> = new Set([
  'imaging',
  'surveillance',
  'biopsy',
  'referral',
  'procedure',
  'laboratory',
  'clinical-correlation',
  'other',
]);

function placeOf(part: Part | undefined): Place {
  const { from = 0, to = 0, start = 0, end = 0, text = '' } = part?.chunks[0] ?? {};
  return { from, to, start, end, text, glued: false };
}

/** A colon or comma that stood between what asks and the thing. */
const unstopped = (chunks: readonly Chunk[]): readonly Chunk[] =>
  chunks[0]?.kind === 'mark' ? unstopped(chunks.slice(1)) : chunks;

const withoutArticle = (chunks: readonly Chunk[], { determiners }: Language): readonly Chunk[] =>
  chunks[0]?.kind === 'word' && determiners.has(chunks[0].norm) ? chunks.slice(1) : chunks;

/** "If symptoms persist, MRI": the words before the last comma, where a condition or a reason opens them. */
function withoutLead(
  chunks: readonly Chunk[],
  { leads }: Advice,
): { readonly lead: readonly Chunk[]; readonly rest: readonly Chunk[] } {
  const [first] = chunks;
  const opens = first !== undefined && leads.includes(opening(first));
  const comma = opens ? chunks.findLastIndex((chunk) => chunk.kind === 'mark' && chunk.text === ',') : -1;
  return comma > 0 ? { lead: chunks.slice(0, comma), rest: chunks.slice(comma + 1) } : { lead: [], rest: chunks };
}

/** A test, a visit, a procedure: named before any finding, and not denied; `strict` takes no other noun, which may be a treatment. */
function isThing(chunks: readonly Chunk[], language: Language, advice: Advice, strict: boolean): boolean {
  if (isDenied(chunks, language, advice)) return false;
  for (const [at, chunk] of chunks.entries()) {
    if (chunk.kind === 'concept') {
      if (chunk.concept.kind === 'test' || chunk.concept.kind === 'procedure') return true;
      if (chunk.concept.kind !== 'anatomy' || chunks[at + 1]?.kind === 'word') return false;
    } else if (chunk.kind === 'phrase') return chunk.own === true;
    else if (chunk.kind === 'wording' && chunk.wording.class !== 'adjective')
      return chunk.wording.class === 'noun' && !strict;
    else if (chunk.kind === 'word' && !language.determiners.has(chunk.norm) && !language.adjectives.has(chunk.norm))
      return false;
    else if (chunk.kind === 'mark') return false;
  }
  return false;
}

/** "Not", "no" outside what the advice depends on. */
function isDenied(chunks: readonly Chunk[], { denials }: Language, { conditions }: Advice): boolean {
  for (const chunk of chunks) {
    if (chunk.own) continue;
    const word = opening(chunk);
    if (conditions.includes(word)) return false;
    if (denials.has(word) && word !== 'without') return true;
  }
  return false;
}

/** The first word of a piece. */
export const opening = ({ text }: Chunk): string => text.split(/\s/)[0]?.toLowerCase() ?? '';

/** Pronouns that begin another clause: "…, it is recommended". */
const isSubject = (chunk: Chunk, { subjects }: Advice): boolean =>
  chunk.kind === 'word' && subjects.includes(chunk.norm);

/** No verb of its own, unless behind "to" or in a condition or a reason. */
function isOneClause(chunks: readonly Chunk[], language: Language, { conditions }: Advice): boolean {
  for (const [at, chunk] of chunks.entries()) {
    if (conditions.includes(opening(chunk)) || (chunk.own && chunk.kind === 'phrase')) return true;
    if (isVerb(chunk, language) && opening(chunks[at - 1] ?? chunk) !== 'to') return false;
  }
  return true;
}

/** "CT and MRI": are; the report's own verb where it has one. */
function isMany(ask: Part | undefined, thing: readonly Chunk[], { verbs }: Language): boolean {
  const [own = ''] = ask?.chunks.map(opening) ?? [];
  if (verbs.has(own) && inNumber(own, 'plural') === own) return inNumber(own, 'count') !== own;
  return !verbs.has(own) && thing.some(({ kind, text }) => kind === 'word' && text.toLowerCase() === 'and');
}

/** Behind "suggest" any noun is what is suggested, where no finding is: "echo", "withdrawal by 2 cm". */
function opensNoun(chunks: readonly Chunk[], language: Language, advice: Advice): boolean {
  const [first] = chunks;
  if (first?.kind !== 'word' || isDenied(chunks, language, advice)) return false;
  const { norm } = first;
  return !language.all.has(norm) && !/(?:ing|ed|ly)$/.test(norm) && !isVerb(first, language);
}
