/** Wing 4, explain: a piece of a request as chunks, its short forms, sides and lengths of time as what they mean. */
import { longestForm } from '../../search.ts';
import type { Telling } from './by-section.ts';
import { type Chunk, chunksOf } from './chunk.ts';
import type { Language } from './language.ts';
import { isFunction } from './noun-phrase.ts';
import { comma, nounChunk, placeOf, wordingChunk } from './own-chunk.ts';
import { durationAt, yearAt } from './request-duration.ts';
import type { RequestPiece } from './request-pieces.ts';
import type { RequestTerm, RequestWords } from './request-words.ts';

export interface RequestContext extends Telling {
  readonly words: RequestWords;
}

/** A chunk of the request's own vocabulary, with what it is. */
export interface Named {
  readonly chunk: Chunk;
  readonly as: RequestTerm['as'] | 'duration' | 'past' | 'year' | null;
}

/** The chunks of a piece: terms of requests and lengths of time, and what stands between them. */
export function namedIn({ from, to, manner }: RequestPiece, context: RequestContext): readonly Named[] {
  const { related, index, knowledge } = context;
  const found: Named[] = [];
  let gap = from;
  const fill = (end: number): void => {
    if (gap < end) for (const chunk of chunksOf(related, [gap, end], index, knowledge)) found.push({ chunk, as: null });
  };
  for (let at = from; at < to; ) {
    const own = timeAt(at, to, context) ?? sideAt(at, to, context) ?? termAt(at, to, manner === 'asks', context);
    if (!own) {
      at += 1;
      continue;
    }
    fill(at);
    gap = at;
    const last = found.at(-1);
    if ((own.as === 'link' && last && last.chunk.kind !== 'concept') || (own.as === 'placing' && !isDevice(last))) {
      at += 1;
      continue;
    }
    // "fever headache": a list without its comma
    if (last && isNoun(last) && isNoun(own)) found.push({ chunk: comma(placeOf(related, at, at)), as: 'link' });
    found.push(own);
    at = own.chunk.to;
    gap = at;
  }
  fill(to);
  withAdjective(found, context.clause.language);
  // "3-month history of cough": how long is told last
  return found[0]?.as === 'duration' ? [...found.slice(1), found[0]] : found;
}

/** "dry cough": a word that opens the piece belongs to the noun behind it. */
function withAdjective(found: Named[], language: Language): void {
  const [first, second] = found;
  if (first?.chunk.kind !== 'word' || !first.chunk.known || !second || !isNoun(second)) return;
  const { norm } = first.chunk;
  if (!isFunction(norm, language) && !language.counts.has(norm))
    found[0] = { as: 'adjective', chunk: wordingChunk(first.chunk.norm, 'adjective', first.chunk) };
}

const isDevice = (named: Named | undefined): boolean =>
  named?.chunk.kind === 'concept' && named.chunk.concept.kind === 'device';

const isNoun = ({ chunk, as }: Named): boolean => as !== null && chunk.kind === 'concept';

/** "R knee", "L sided weakness" */
function sideAt(at: number, to: number, { related, knowledge, words }: RequestContext): Named | null {
  const { source, tokens } = related;
  const [token, next] = [tokens[at], tokens[at + 1]];
  const side =
    token && token.end - token.start === 1 ? words.documents.sides[source.text.slice(token.start, token.end)] : '';
  if (!side || at + 1 >= to || next?.kind !== 'word' || next.glued) return null;
  const modifier = knowledge.reading.modifiers.find(({ id }) => id === side);
  const end = next.norm === words.documents.sided ? at + 2 : at + 1;
  return modifier ? { as: 'adjective', chunk: { kind: 'modifier', modifier, ...placeOf(related, at, end) } } : null;
}

function timeAt(at: number, to: number, { related, words, clause }: RequestContext): Named | null {
  const lasting = durationAt(at, to, related, words, clause.language);
  const time = lasting ?? yearAt(at, to, related, words);
  if (!time) return null;
  const written = placeOf(related, at, time.to);
  const place = time.coded ? { ...written, text: time.plain } : written;
  return {
    as: lasting?.past ? 'past' : lasting ? 'duration' : 'year',
    chunk: wordingChunk(time.plain, 'adverb', place),
  };
}

function termAt(at: number, to: number, asks: boolean, { related, index, words }: RequestContext): Named | null {
  const { source, tokens } = related;
  const term = longestForm(words.terms, source.text, tokens, at, to);
  if (!term || index.inside.has(at) || (index.concept.get(at)?.to ?? 0) > term.to) return null;
  const { as, plain, asked, number } = term.value;
  // told with its value, or by its name
  if (as === 'measure') return null;
  const place = placeOf(related, at, term.to);
  if (as === 'link' || as === 'placing' || as === 'adjective')
    return { as, chunk: wordingChunk(plain, as === 'adjective' ? as : 'connective', place) };
  const own = asks ? asked : undefined;
  return { as, chunk: nounChunk(own ?? plain, own ? 'count' : number, 'finding', place) };
}
