/** Wing 2, recognize, scores: words that name no finding, though they are names of findings: in a key, in what may come, in a count of none. */
import { EMPTY_LIST } from '../../alike.ts';
import type { Score, Span } from '../../document.ts';
import type { Match, Matches } from '../../lexicon.ts';
import type { Knowledge, Segmented, SegmentedStatement } from '../../stages.ts';

/** Where such names stand, and which concepts they are of. */
export interface Unfound {
  readonly span: Span;
  readonly concepts: readonly string[];
}

const NO_KEYS: ReadonlySet<string> = new Set();

/** Statements that hold nothing but a key or the table of a guideline. */
export function keysAmong(statements: readonly SegmentedStatement[], legends: readonly Span[]): ReadonlySet<string> {
  if (legends.length === 0) return NO_KEYS;
  const isKey = ({ span }: SegmentedStatement): boolean =>
    // a mark may end the statement, or the number of an item begin it
    legends.some(([start, end]) => start <= span[0] + MARK && span[1] <= end + 1 && span[0] < end);
  return new Set(statements.flatMap((statement) => (isKey(statement) ? [statement.id] : [])));
}

const MARK = 4; // characters of "12. "

/** Names in a key, and in what may come ("10-year probability of hip fracture 4.2%"), are told as they are written; so is "density B". */
export function withoutKeys(
  matches: Matches,
  legends: readonly Span[],
  scores: readonly Score[],
  { source }: Pick<Segmented, 'source'>,
  { reading }: Knowledge,
): Matches {
  if (legends.length === 0 && scores.length === 0) return matches;
  const spans = [...legends];
  const own: Unfound[] = [];
  for (const { system, span } of scores) {
    const scale = reading.documents.scales.find((one) => one.system === system);
    if (scale?.risk) spans.push(span);
    if (scale?.denies) own.push({ span: clauseOf(source.text, span), concepts: scale.denies });
  }
  if (spans.length === 0 && own.length === 0) return matches;
  const isKept = (one: Match): boolean =>
    !spans.some((span) => holds(span, one)) &&
    !own.some(({ span, concepts }) => holds(span, one) && concepts.includes(reading.concepts[one.entry]?.id ?? ''));
  return { ...matches, concept: matches.concept.filter(isKept) };
}

const holds = (span: Span, { start, end }: Match): boolean => span[0] <= start && end <= span[1];

/** "CAC score 0": there is no calcium. */
export function unfoundIn(
  scores: readonly Score[],
  { source }: Pick<Segmented, 'source'>,
  { reading }: Knowledge,
): readonly Unfound[] {
  if (scores.length === 0) return EMPTY_LIST;
  return scores.flatMap(({ system, category, span }): Unfound[] => {
    const scale = reading.documents.scales.find((one) => one.system === system);
    const concepts = scale?.categories.find(({ code }) => code === category)?.denies;
    return concepts ? [{ span: clauseOf(source.text, span), concepts }] : [];
  });
}

const NAME = 60; // characters of a name before its number

/** The part of a sentence that a score ends, with a thing behind its category: "coronary calcium score 0", "ACR D density". */
const clauseOf = (text: string, [start, end]: Span): Span => [
  beginOf(text, start),
  end + (/^[ -]\w+/.exec(text.slice(end, end + NAME))?.[0].length ?? 0),
];

/** Where the part of a sentence begins that a number ends. */
function beginOf(text: string, at: number): number {
  const from = Math.max(0, at - NAME);
  const before = text.slice(from, at);
  return from + 1 + Math.max(...['\n', ';', ',', '. '].map((mark) => before.lastIndexOf(mark)));
}
