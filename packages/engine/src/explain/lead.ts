/** Wing 4, explain: the finding that an impression item is about, and the one by which its certainty is told. */
import type { ReadingKnowledge } from '@readingscan/knowledge';
import type { Certainty, Finding, ImpressionItem, Span } from '../document.ts';
import { findingsOf } from '../findings-index.ts';
import { matchesWithin } from '../lexicon.ts';
import type { Explainable, Knowledge, SegmentedStatement } from '../stages.ts';
import { statementsById } from '../statements-by-id.ts';

interface Doubt {
  readonly rank: Certainty;
  readonly basis: readonly Span[];
}

export interface Lead {
  readonly finding: Finding;
  /** the finding itself, or what the item hedges beside it: "nodule, suspicious for cancer" */
  readonly hedge: Finding;
  /** what the statements doubt beside a finding that is certain, its cause or nature: "opacity, likely infective" */
  readonly doubt: Doubt | null;
}

/** The lead of each item; null where it names nothing, or where nothing was seen but something else is amiss. */
export function leadsIn(related: Explainable, knowledge: Knowledge): (item: ImpressionItem) => Lead | null {
  const things = thingsOf(knowledge.reading);
  const advising = new Set(related.recommendations.map(({ statement }) => statement));
  const stated = statementsById(related);
  const unexplained = new Map<string, Span | null>();
  const isUnexplained = ({ statement, span }: Finding): boolean => {
    let place = unexplained.get(statement);
    const own = stated.get(statement);
    if (place === undefined) {
      place = own ? unexplainedIn(own, related, knowledge) : null;
      unexplained.set(statement, place);
    }
    return place !== null && span[0] >= place[0] && span[1] <= place[1];
  };
  return (item) => {
    const points = findingsOf(item.findings, related.findings).filter(
      (finding) => isPoint(finding) && things.has(finding.concept) && !isUnexplained(finding),
    );
    const [finding] = [...points].sort((a, b) => rung(a) - rung(b) || a.span[0] - b.span[0]);
    if (!finding) return null;
    // "gallbladder distended, no stone" is not about the stone
    if (finding.assertion.certainty === 'excluded' && !isGone(finding) && !related.fine.has(finding.statement))
      return null;
    const hedge = hedgeOf(finding, points);
    const isCertain = hedge.assertion.certainty === 'definite';
    const own = item.statements.flatMap((id) => (advising.has(id) ? [] : (stated.get(id) ?? [])));
    return { finding, hedge, doubt: isCertain ? doubtIn(own, related, knowledge) : null };
  };
}

/** "No acute findings to explain the pain": what has no cause here is not what was found. Where such words stand, null where none do. */
function unexplainedIn({ from, to }: SegmentedStatement, related: Explainable, { reading }: Knowledge): Span | null {
  let isDenied = false;
  for (const { entry, end, to: behind } of matchesWithin(related.matches.cue, from, to)) {
    const category = reading.cues[entry]?.category;
    if (category === 'cause' && isDenied) {
      let at = behind;
      while (at < to && related.tokens[at]?.kind !== 'mark') at += 1;
      return [end, related.tokens[at - 1]?.end ?? end];
    }
    isDenied ||= category === 'negated';
  }
  return null;
}

/** How far a word of doubt goes; what is only suspected is no more than possible. */
const DOUBTS: Readonly<Partial<Record<string, Certainty>>> = {
  likely: 'likely',
  suspected: 'possible',
  possible: 'possible',
};

/** The strongest doubt in some statements. */
function doubtIn(
  statements: readonly SegmentedStatement[],
  related: Explainable,
  { reading }: Knowledge,
): Doubt | null {
  let doubt: Doubt | null = null;
  for (const { from, to } of statements) {
    for (const { entry, start, end } of matchesWithin(related.matches.cue, from, to)) {
      const cue = reading.cues[entry];
      const rank = cue && cue.direction !== 'pseudo' ? DOUBTS[cue.category] : undefined;
      if (rank && (!doubt || LADDER.indexOf(rank) > LADDER.indexOf(doubt.rank)))
        doubt = { rank, basis: [[start, end]] };
    }
  }
  return doubt;
}

const LADDER: readonly Certainty[] = ['definite', 'likely', 'possible', 'unlikely', 'excluded'];
const rung = ({ assertion }: Finding): number => LADDER.indexOf(assertion.certainty);
const isThere = (finding: Finding): boolean => rung(finding) < LADDER.indexOf('unlikely');
const isGone = ({ change }: Finding): boolean => change?.direction === 'resolved';

/** Told of the person, now, as there, possible or not there; not what is only asked or feared. */
const isPoint = ({ assertion: { temporality, experiencer, presence } }: Finding): boolean =>
  temporality === 'current' && experiencer === 'patient' && presence !== 'conditional' && presence !== 'hypothetical';

/** The least certain of what is there or may be: a hedged diagnosis is never told as a fact. What is unlikely besides takes nothing away. */
const hedgeOf = (lead: Finding, points: readonly Finding[]): Finding =>
  isThere(lead) ? points.reduce((least, one) => (isThere(one) && rung(one) > rung(least) ? one : least), lead) : lead;

const cache = new WeakMap<ReadingKnowledge, ReadonlySet<string>>();

/** Concepts that can be the point of an item: findings and devices, not the test that looks for them or the organ they lie in. */
function thingsOf(reading: ReadingKnowledge): ReadonlySet<string> {
  let things = cache.get(reading);
  if (!things) {
    things = new Set(
      reading.concepts.filter(({ kind }) => kind === 'finding' || kind === 'device').map(({ id }) => id),
    );
    cache.set(reading, things);
  }
  return things;
}
