/** Wing 2, recognize: whether a result was passed on as urgent: a word of urgency beside it, or an emergency among what is told. */
import { type Matches, matchesWithin } from '../../lexicon.ts';
import type { Knowledge, Segmented, SegmentedStatement } from '../../stages.ts';
import { is, partsOf, type Word, wordsOf } from './words.ts';

/** For a report: whether its statement of an index passes on something urgent. */
export function urgencyOf(segmented: Segmented, matches: Matches, knowledge: Knowledge): (at: number) => boolean {
  let emergency: ((at: number) => boolean) | null = null;
  return (at) => {
    const near = wordsAround(segmented, at, knowledge);
    if (near.some((word) => is(word, 'calm'))) return false;
    if (near.some((word) => is(word, 'urgent') && !is(word, 'not-urgent'))) return true;
    emergency ??= emergencyIn(segmented, matches, knowledge);
    return emergency(at);
  };
}

/** Words of the statements beside one, as far as they stand in its section. */
function wordsAround({ statements, tokens, source }: Segmented, at: number, knowledge: Knowledge): readonly Word[] {
  const own = statements[at];
  const [before, after] = [statements[at - 1], statements[at + 1]];
  const parts = partsOf(knowledge.reading);
  const isBefore =
    before && (before.section === own?.section || isRank(wordsOf(parts, source.text, tokens, before.from, before.to)));
  const from = before ? (isBefore ? (statements[at - 2]?.to ?? 0) : before.to) : 0;
  const to = after && after.section === own?.section ? after.to : (own?.to ?? 0);
  return wordsOf(parts, source.text, tokens, from, to);
}

/** "Priority: critical.": nothing but how urgent what follows is. */
const isRank = (words: readonly Word[]): boolean =>
  words.length <= RANK && words.some((word) => is(word, 'urgent') && !is(word, 'not-urgent'));
const RANK = 4;

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

/** statements before the call */
const BEFORE = 4;

/** An emergency in the impression, or where there is none in the statements just before, and not denied. */
function emergencyIn(segmented: Segmented, matches: Matches, knowledge: Knowledge): (at: number) => boolean {
  const { tokens, sections, statements } = segmented;
  const parts = partsOf(knowledge.reading);
  const conclusions = sections.filter(({ code }) => code === 'impression' || code === 'addendum');
  const concluding = new Set(conclusions.map(({ id }) => id));
  // a conclusion without a heading may hold no more than the last sentence
  const reach = conclusions.every(({ implied }) => implied) ? BEFORE : 0;
  const denied = (from: number, start: number): boolean =>
    tokens.slice(Math.max(start, from - 6), from).some(({ norm }) => DENIALS.has(norm));
  const names = (one: SegmentedStatement): boolean => {
    const named = wordsOf(parts, segmented.source.text, tokens, one.from, one.to).some(
      (word) => is(word, 'emergency') && !denied(word.from, one.from),
    );
    return named || emergencyConcepts(matches, knowledge, one).some((from) => !denied(from, one.from));
  };
  let concluded: boolean | null = null;
  return (at) => {
    concluded ??= statements.some((one) => concluding.has(one.section) && names(one));
    return concluded || statements.slice(Math.max(0, at - reach), at + 1).some(names);
  };
}

const emergencyConcepts = ({ concept }: Matches, { reading }: Knowledge, { from, to }: SegmentedStatement): number[] =>
  matchesWithin(concept, from, to).flatMap((match) =>
    match.from >= from && reading.concepts[match.entry]?.significance === 'emergency' ? [match.from] : [],
  );
