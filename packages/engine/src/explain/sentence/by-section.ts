/** Wing 4, explain: sections that are written in a way of their own: requests, and the titles of exams, techniques and comparisons. */
import type { Span } from '../../document.ts';
import type { How, PlainSentence } from '../../explanation.ts';
import type { Knowledge, Related, SegmentedStatement } from '../../stages.ts';
import { type Chunk, chunksOf, type PieceIndex } from './chunk.ts';
import type { ClauseContext } from './clause.ts';
import type { Language } from './language.ts';
import { requestOf, requestSections } from './request.ts';
import { type RequestWords, requestWordsOf } from './request-words.ts';
import { isNone, type TitleWords, titleChunks, titleWordsOf } from './title.ts';
import { isVerb } from './word.ts';

export interface BySection {
  /** sections that hold what a doctor asks, and their words */
  readonly requests: ReadonlySet<string>;
  readonly requestWords: RequestWords | null;
  /** section → its code, of those written as titles are */
  readonly titles: ReadonlyMap<string, string>;
  readonly titleWords: TitleWords | null;
}

interface Told {
  readonly plain: readonly (PlainSentence & { readonly how: How })[];
  readonly how: How;
  readonly notExplained: readonly Span[];
}

export function bySectionOf(related: Related, knowledge: Knowledge): BySection {
  const requestWords = requestWordsOf(knowledge);
  const titleWords = titleWordsOf(knowledge);
  const titles = related.sections.flatMap(({ id, code }) =>
    titleWords?.documents.sections.includes(code) ? [[id, code] as const] : [],
  );
  return { requestWords, requests: requestSections(related, requestWords), titleWords, titles: new Map(titles) };
}

/** The chunks of a statement; in a title, which has no verb, short forms as what they mean. */
export function cutOf(
  related: Related,
  statement: SegmentedStatement,
  { titles, titleWords }: BySection,
  index: PieceIndex,
  knowledge: Knowledge,
  language: Language,
): { readonly cut: readonly Chunk[]; readonly isTitle: boolean } {
  const cut = chunksOf(related, [statement.from, statement.to], index, knowledge);
  if (!titleWords || !titles.has(statement.section) || cut.some((_, at) => isVerbAt(cut, at, language)))
    return { cut, isTitle: false };
  return { cut: titleChunks(related, statement, titleWords, index, knowledge), isTitle: true };
}

/** "may" of "3 May 2024" is no verb. */
const isVerbAt = (chunks: readonly Chunk[], at: number, language: Language): boolean => {
  const chunk = chunks[at];
  return (
    chunk !== undefined &&
    isVerb(chunk, language) &&
    chunks[at - 1]?.kind !== 'number' &&
    chunks[at + 1]?.kind !== 'number'
  );
};

export interface Telling {
  readonly related: Related;
  readonly index: PieceIndex;
  readonly knowledge: Knowledge;
  readonly clause: ClauseContext;
  readonly isKnown: (chunk: Chunk) => boolean;
  /** the words that a sentence of these chunks must be true to */
  readonly sourceOf: (chunks: readonly Chunk[]) => string;
}

/** What a section tells in its own way; null where the statement is told as others are. */
export function toldBySection(
  statement: SegmentedStatement,
  { requests, requestWords, titles, titleWords }: BySection,
  telling: Telling,
): Told | null {
  const comparison = titleWords?.documents.comparison;
  if (
    comparison &&
    titles.get(statement.section) === comparison.section &&
    isNone(telling.related, statement, titleWords)
  )
    return {
      plain: [{ text: comparison.told, basis: [statement.span], how: 'composed' }],
      how: 'composed',
      notExplained: [],
    };
  if (!requestWords || !requests.has(statement.section)) return null;
  const request = requestOf(statement, { ...telling, words: requestWords });
  return request && { ...request, how: request.notExplained.length ? 'substituted' : 'composed' };
}
