/** Wing 3, relate: how soon an impression item, and the report, asks for something. It fails towards concern. */
import type { Check, Finding, ImpressionItem, Span, UrgencyTier } from '../document.ts';
import type { Knowledge, Pressing, Recognized, Related, SegmentedItem, SegmentedStatement } from '../stages.ts';
import { tierOfAdvice } from './urgency/advice.ts';
import { tierOfFinding } from './urgency/finding.ts';
import { higher, highest, TIERS } from './urgency/tier.ts';
import { type Held, type UrgencyWords, urgencyWords } from './urgency/words.ts';

/** Tiers of the impression items of a report, for one report at a time. */
export function urgencyIn(
  recognized: Recognized,
  findings: readonly Finding[],
  knowledge: Knowledge,
): (item: SegmentedItem, understood: boolean) => UrgencyTier {
  const scene = sceneOf(recognized, findings, knowledge);
  return (item, understood) => {
    const tiers = item.statements.flatMap((id) => scene.tiersOf(id));
    const told = item.statements.some((id) => scene.holds(id));
    return highest(tiers, understood && told ? 'reassuring' : 'routine');
  };
}

interface Scene {
  readonly tiersOf: (statement: string) => readonly UrgencyTier[];
  /** the statement names a finding or a score at all */
  readonly holds: (statement: string) => boolean;
}

function sceneOf(recognized: Recognized, findings: readonly Finding[], knowledge: Knowledge): Scene {
  const { urgency } = knowledge.reading.documents;
  const words = urgencyWords(recognized, knowledge);
  const statements = new Map(recognized.statements.map((one) => [one.id, one]));
  const measurements = new Map(recognized.measurements.map((one) => [one.id, one]));
  const named = groupBy(findings, ({ statement }) => statement);
  const advice = groupBy(recognized.recommendations, ({ statement }) => statement);
  const scores = scoreTiers(recognized, knowledge);
  return {
    holds: (id) => named.has(id) || scores.has(id),
    tiersOf: (id) => {
      const statement = statements.get(id);
      if (!statement) return [];
      const held = (): Held => words.held(statement);
      const own = (named.get(id) ?? []).flatMap(
        (finding) => tierOfFinding({ finding, measurements, held }, knowledge) ?? [],
      );
      const asked = (advice.get(id) ?? []).flatMap((one) => tierOfAdvice(one, held(), urgency) ?? []);
      return [...own, ...asked, ...(scores.get(id) ?? []), ...spoken(statement, words, recognized, knowledge)];
    },
  };
}

/** Tiers that words of a statement ask for by themselves, unless denied just before. */
function spoken(
  statement: SegmentedStatement,
  words: UrgencyWords,
  { tokens }: Recognized,
  { reading }: Knowledge,
): UrgencyTier[] {
  const held = words.held(statement);
  if (held.size === 0) return [];
  return reading.documents.urgency.words.flatMap(({ tier, match, without = [] }) => {
    const told = match.some((word) => {
      const at = held.get(word);
      if (at === undefined) return false;
      const before = tokens.slice(Math.max(statement.from, at - 10), at).map(({ norm }) => norm);
      const line = ` ${before.join(' ')} `;
      return !without.some((deny) => line.includes(` ${deny} `));
    });
    return told ? [tier] : [];
  });
}

/** Tiers of the current scores by the statement they stand in. */
function scoreTiers(
  { scores, statements }: Recognized,
  knowledge: Knowledge,
): ReadonlyMap<string, readonly UrgencyTier[]> {
  const tiers = new Map<string, UrgencyTier[]>();
  const known = scaleTiers(knowledge);
  let at = 0;
  for (const score of [...scores].sort((a, b) => a.span[0] - b.span[0])) {
    while (at < statements.length && (statements[at]?.span[1] ?? 0) <= score.span[0]) at += 1;
    const statement = statements[at];
    if (!statement || score.temporality !== 'current') continue;
    const tier = known.get(`${score.system} ${score.category}`);
    tiers.set(statement.id, [...(tiers.get(statement.id) ?? []), ...(tier ? [tier] : [])]);
  }
  return tiers;
}

const cache = new WeakMap<object, ReadonlyMap<string, UrgencyTier>>();
function scaleTiers({ reading }: Knowledge): ReadonlyMap<string, UrgencyTier> {
  let tiers = cache.get(reading);
  if (!tiers) {
    tiers = new Map(
      reading.documents.scales.flatMap(({ system, categories }) =>
        categories.flatMap(({ code, tier }) => (tier ? [[`${system} ${code}`, tier] as const] : [])),
      ),
    );
    cache.set(reading, tiers);
  }
  return tiers;
}

/** An item that a check questions, or whose text is doubtful, is never reassuring. */
export function withDoubts(
  impression: readonly ImpressionItem[],
  checks: readonly Check[],
  { source }: Recognized,
): readonly ImpressionItem[] {
  const spans = [...checks.flatMap(({ basis }) => basis), ...(source.doubts ?? []).map(({ span }) => span)];
  if (!spans.length) return impression;
  return impression.map((item) => {
    const doubted = item.urgency === 'reassuring' && spans.some((span) => meets(span, item.span));
    return doubted ? { ...item, urgency: 'routine' } : item;
  });
}

/** The most pressing tier of the report, with the words it rests on. */
export function overallUrgency(related: Omit<Related, 'pressing'>, knowledge: Knowledge): Pressing {
  const { impression, communications, recommendations, statements, findings } = related;
  const spans = new Map(statements.map(({ id, span }) => [id, span]));
  const basisOf = (ids: readonly string[]): Span[] => ids.flatMap((id) => [spans.get(id) ?? []].filter(isSpan));
  const top = highest(
    impression.map(({ urgency }) => urgency),
    impression.length ? 'reassuring' : 'routine',
  );
  let pressing: Pressing = {
    tier: top,
    basis: impression.filter(({ urgency }) => urgency === top).flatMap((item) => basisOf(item.statements).slice(0, 2)),
  };
  const raise = (tier: UrgencyTier, ids: readonly string[]): void => {
    if (TIERS.indexOf(tier) > TIERS.indexOf(pressing.tier)) pressing = { tier, basis: basisOf(ids) };
  };
  const scene = sceneOf(related, findings, knowledge);
  const inItems = new Set(impression.flatMap((item) => item.statements));
  for (const { statement } of recommendations) {
    if (inItems.has(statement)) continue;
    const asked = scene.tiersOf(statement).reduce(higher, 'reassuring');
    raise(asked === 'emergency' ? 'urgent' : asked, [statement]);
  }
  for (const { urgent, statement } of communications) if (urgent) raise('urgent', [statement]);
  for (const statement of unmentioned(related, knowledge)) raise('urgent', [statement]);
  return pressing;
}

const isSpan = (span: Span | readonly never[]): span is Span => span.length === 2;
const meets = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];

/** Statements of the findings with a certain emergency: pressing even if the impression says nothing of it. */
function unmentioned(related: Omit<Related, 'pressing'>, knowledge: Knowledge): string[] {
  const words = urgencyWords(related, knowledge);
  const statements = new Map(related.statements.map((one) => [one.id, one]));
  const measurements = new Map(related.measurements.map((one) => [one.id, one]));
  return related.findings.flatMap((finding) => {
    const { presence, certainty } = finding.assertion;
    const statement = statements.get(finding.statement);
    if (presence !== 'present' || certainty !== 'definite' || !statement) return [];
    const tier = tierOfFinding({ finding, measurements, held: () => words.held(statement) }, knowledge);
    return tier === 'emergency' ? [finding.statement] : [];
  });
}

function groupBy<T>(list: readonly T[], key: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}
