/** Wing 2, recognize: whether a result was passed on as urgent: a word of urgency beside it, or an emergency among what is told. */
import type { Matches } from '../../lexicon.ts';
import type { Knowledge, Segmented, SegmentedStatement } from '../../stages.ts';
import { is, partsOf, type Word, wordsOf } from './words.ts';

export interface Passage {
  readonly segmented: Segmented;
  readonly matches: Matches;
  readonly knowledge: Knowledge;
  /** index of the statement */
  readonly at: number;
}

export function isUrgent(passage: Passage): boolean {
  const { segmented, knowledge, at } = passage;
  const { statements, tokens, source } = segmented;
  const own = statements[at];
  const [before, after] = [statements[at - 1], statements[at + 1]];
  const from = before ? (before.section === own?.section ? (statements[at - 2]?.to ?? 0) : before.to) : 0;
  const to = after && after.section === own?.section ? after.to : (own?.to ?? 0);
  const near: readonly Word[] = wordsOf(partsOf(knowledge.reading), source.text, tokens, from, to);
  if (near.some((word) => is(word, 'calm'))) return false;
  return near.some((word) => is(word, 'urgent') && !is(word, 'not-urgent')) || namesEmergency(passage);
}

const DENIALS: ReadonlySet<string> = new Set([
  'no',
  'without',
  'not',
  'negative',
  'exclude',
  'excluded',
  'ruled',
  'nor',
  'denies',
]);

/** An emergency in the impression, or where there is none in the statements just before, and not denied. */
function namesEmergency({ segmented, matches, knowledge, at }: Passage): boolean {
  const { tokens, sections, statements } = segmented;
  const concluding = new Set(
    sections.filter(({ code }) => code === 'impression' || code === 'addendum').map(({ id }) => id),
  );
  const told = statements.filter(
    (one, i) => i === at || (concluding.size ? concluding.has(one.section) : i >= at - 4 && i < at),
  );
  const parts = partsOf(knowledge.reading);
  const denied = (from: number, start: number): boolean =>
    tokens.slice(Math.max(start, from - 6), from).some(({ norm }) => DENIALS.has(norm));
  return told.some((one) => {
    const named = wordsOf(parts, segmented.source.text, tokens, one.from, one.to).some(
      (word) => is(word, 'emergency') && !denied(word.from, one.from),
    );
    return named || emergencyConcepts(matches, knowledge, one).some((from) => !denied(from, one.from));
  });
}

function emergencyConcepts(matches: Matches, { reading }: Knowledge, { from, to }: SegmentedStatement): number[] {
  return matches.concept
    .filter(
      (match) => match.from >= from && match.to <= to && reading.concepts[match.entry]?.significance === 'emergency',
    )
    .map((match) => match.from);
}
