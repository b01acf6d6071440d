/** Wing 4, explain: a result passed on, as a sentence: "The findings were talked over with Dr. Smith in the emergency department at 0310." */
import type { Communication, Span } from '../../document.ts';
import { longestForm } from '../../search.ts';
import type { Knowledge, Related } from '../../stages.ts';
import type { FramedSentence } from './advice.ts';
import { type CallWord, callForms } from './call-forms.ts';
import { type Chunk, chunksOf, type PieceIndex } from './chunk.ts';
import type { ClauseContext } from './clause.ts';
import { phrase, placeOf, word } from './own-chunk.ts';
import { wordsOf } from './sequence.ts';
import { isVerb } from './word.ts';
import { finished, writing } from './writing.ts';

export interface CallScene {
  readonly related: Related;
  readonly index: PieceIndex;
  readonly knowledge: Knowledge;
  readonly call: Communication;
}

type Verb = NonNullable<CallWord['verb']>;

/** The sentence of a clause that tells of a call; null where it is told as any other. */
export function callSentence(
  clause: readonly Chunk[],
  context: ClauseContext,
  scene: CallScene,
  unknownIn: (chunks: readonly Chunk[]) => readonly Span[],
): FramedSentence | null {
  const [first, last] = [clause[0], clause.at(-1)];
  const calls = scene.knowledge.words?.documents.calls;
  if (!first || !last || !calls) return null;
  const { chunks, verb } = piecesOf(first.from, last.to, clause, scene);
  const [before, after] = verb ? [chunks.slice(0, verb.at), chunks.slice(verb.at + 1)] : [chunks, []];
  const body = verb
    ? (verb.of.to === 'result' ? resultTold : personTold)(before, after, verb.of, context, scene)
    : chunks;
  if (!body) return null;
  const text = finished(writing(wordsOf(body, context, true)), context.language);
  const unknown = unknownIn(body);
  return { text, unknown, framed: unknown.length === 0 };
}

/** Roles in plain words, and the first verb of passing on. */
function piecesOf(from: number, to: number, base: readonly Chunk[], { related, index, knowledge }: CallScene) {
  const calls = knowledge.words?.documents.calls;
  const chunks: Chunk[] = [];
  let verb: { readonly at: number; readonly of: Verb } | null = null;
  let open = from;
  const flush = (end: number): void => {
    if (end > open) chunks.push(...chunksOf(related, [open, end], index, knowledge));
  };
  for (let at = from; at < to && calls; ) {
    const forms = callForms(calls, knowledge.reading.spelling);
    const tag = longestForm<CallWord>(forms, related.source.text, related.tokens, at, to);
    const named = tag && [...Array(tag.to - at).keys()].some((i) => index.people.has(at + i));
    const inName = base.some((chunk) => chunk.kind === 'quantity' && chunk.from < (tag?.to ?? at) && chunk.to > at);
    if (!tag || named || inName || (tag.value.verb && verb)) {
      at += 1;
      continue;
    }
    flush(at);
    const place = placeOf(related, at, tag.to);
    if (tag.value.verb) verb = { at: chunks.length, of: tag.value.verb };
    const beside = tag.value.role && index.people.has(tag.to) ? ',' : '';
    chunks.push(phrase(place, `${tag.value.verb?.plain ?? tag.value.role ?? ''}${beside}`));
    at = open = tag.to;
  }
  flush(to);
  return { chunks, verb };
}

/** "Findings d/w …" → "The findings were talked over with …"; a note without a subject begins with "This was". */
function resultTold(
  before: readonly Chunk[],
  after: readonly Chunk[],
  verb: Verb,
  { language }: ClauseContext,
  { knowledge }: CallScene,
): readonly Chunk[] | null {
  const calls = knowledge.words?.documents.calls;
  const place = after[0] ?? before[0];
  if (!calls || !place || after.length === 0) return null;
  if (before.some(({ kind }) => kind === 'mark')) return null;
  const told = phrase(place, verb.plain);
  if (before.length === 0) return [phrase(place, calls.was.alone), told, ...after];
  // "I spoke with …" is told as any other sentence
  const isResult = ({ text }: Chunk): boolean => {
    const word = text.toLowerCase().split(/\s+/).at(-1) ?? '';
    return calls.results.includes(word) || calls.meant.includes(word);
  };
  if (!before.some(isResult)) return null;
  const [first] = before;
  const subject =
    first?.kind === 'word' && calls.results.includes(first.norm)
      ? [word(place, 'the'), word(first, first.norm), ...before.slice(1)]
      : before;
  if (before.some((chunk) => isVerb(chunk, language))) return [...subject, told, ...after];
  const many = before.at(-1)?.text.toLowerCase().endsWith('s') === true;
  return [...subject, phrase(place, many ? calls.was.many : calls.was.one), told, ...after];
}

/** "Notified Dr. Smith by phone", "Dr. Smith notified by phone" → "Dr. Smith was told by phone". */
function personTold(
  before: readonly Chunk[],
  after: readonly Chunk[],
  verb: Verb,
  { language }: ClauseContext,
  { knowledge, related, call }: CallScene,
): readonly Chunk[] | null {
  const calls = knowledge.words?.documents.calls;
  const place = after[0] ?? before.at(-1);
  if (!calls || !place || call.to === null) return null;
  const told = phrase(place, verb.plain);
  if (before.some((chunk) => isVerb(chunk, language))) return [...before, told, ...after];
  const start = related.source.text.indexOf(call.to, call.span[0]);
  const isWho = (chunk: Chunk): boolean => chunk.start >= start && chunk.end <= start + (call.to ?? '').length;
  const was = phrase(place, / and |(?<!s|ic)s$/i.test(call.to) && !/\./.test(call.to) ? calls.was.many : calls.was.one);
  if (before.length === 0) {
    const end = after.findIndex((chunk) => !isWho(chunk));
    const who = end < 0 ? after : after.slice(0, end);
    return who.length ? [...who, was, told, ...(end < 0 ? [] : after.slice(end))] : null;
  }
  return before.every(isWho) ? [...before, was, told, ...after] : null;
}
