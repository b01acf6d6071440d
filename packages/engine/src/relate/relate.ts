/** Wing 3, relate: how what was recognized belongs together. */
import type { Check, Finding, ImpressionItem, Span } from '../document.ts';
import type { Knowledge, Recognized, Related } from '../stages.ts';
import { type Amendments, amendmentsIn } from './addendum.ts';
import { checksOf } from './checks.ts';
import { subjectsIn } from './features.ts';
import { findingsIn } from './findings.ts';
import { isFine } from './fine.ts';
import { impressionOf } from './impression.ts';
import { type Outline, outlineOf } from './outline.ts';
import { seamsIn } from './seams.ts';
import { isCall, isRemark, overallUrgency, withDoubts } from './urgency.ts';

export function relate(recognized: Recognized, knowledge: Knowledge): Related {
  const read = findingsIn(recognized, knowledge);
  const amendments = amendmentsIn(recognized, read, knowledge);
  const findings = sidedAsKnown(read, amendments);
  const seams = seamsIn(recognized, findings, knowledge);
  const outline = outlineOf(recognized, standing(findings, amendments), amendments.takenBack, knowledge);
  const subjects = subjectsIn(outline);
  const written = impressionOf(outline, subjects);
  const checks = withAmended(checksOf(outline, subjects), outline, amendments);
  const doubted = withDoubts(written, checks, recognized);
  const impression = reassuringOnlyIfFine(isWithdrawn(recognized) ? notReassuring(doubted) : doubted, outline);
  const pressing = overallUrgency(impression, outline);
  // written out: a spread copies far slower
  return {
    source: recognized.source,
    tokens: recognized.tokens,
    sections: recognized.sections,
    statements: recognized.statements,
    items: recognized.items,
    status: recognized.status,
    warnings: recognized.warnings,
    matches: recognized.matches,
    sharers: recognized.sharers,
    unfound: recognized.unfound,
    study: recognized.study,
    measurements: recognized.measurements,
    scores: recognized.scores,
    recommendations: recognized.recommendations,
    communications: recognized.communications,
    findings,
    impression,
    checks,
    coverage: outline.coverage,
    pressing,
    remarks: remarksIn(outline),
    amended: amendments.by,
    seams,
  };
}

const standing = (findings: readonly Finding[], { fallen }: Amendments): readonly Finding[] =>
  fallen.size === 0 ? findings : findings.filter(({ id }) => !fallen.has(id));

/** "Should read RIGHT": the side that was written is none. */
const sidedAsKnown = (findings: readonly Finding[], { unsided }: Amendments): readonly Finding[] =>
  unsided.size === 0
    ? findings
    : findings.map((one) =>
        unsided.has(one.id) ? { ...one, anatomy: one.anatomy.map((place) => ({ ...place, laterality: null })) } : one,
      );

/** A check for each statement that a later note changes. */
function withAmended(
  checks: readonly Check[],
  { recognized, knowledge }: Outline,
  { by }: Amendments,
): readonly Check[] {
  if (by.size === 0) return checks;
  const message = knowledge.reading.documents.checks.messages.amended;
  const added = recognized.statements.flatMap(({ id, span }): Omit<Check, 'id'>[] => {
    const later = by.get(id);
    return later ? [{ kind: 'amended', message, basis: [span, later] }] : [];
  });
  return [...checks, ...added.map((one, at): Check => ({ id: `k${checks.length + at + 1}`, ...one }))];
}

const isWithdrawn = ({ warnings }: Recognized): boolean => warnings.some(({ code }) => code === 'withdrawn');

const notReassuring = (impression: readonly ImpressionItem[]): readonly ImpressionItem[] =>
  impression.map((item) => (item.urgency === 'reassuring' ? { ...item, urgency: 'routine' } : item));

const NO_REMARKS: ReadonlySet<string> = new Set();

/** Remarks on the test, and what a later note takes back whole: none of them heads the explanation. */
function remarksIn(outline: Outline): ReadonlySet<string> {
  const ids = outline.statements.flatMap((told) =>
    (told.code === 'impression' && isRemark(told, outline)) || outline.takenBack.has(told.statement.id)
      ? [told.statement.id]
      : [],
  );
  return ids.length > 0 ? new Set(ids) : NO_REMARKS;
}

/** An item in which nothing was found is reassuring only if every word of it is good news: "uterus bulky, no lesion" is not. */
function reassuringOnlyIfFine(impression: readonly ImpressionItem[], outline: Outline): readonly ImpressionItem[] {
  // a conclusion that says no more than who was told is no good news
  const isCalls = ({ statements }: ImpressionItem): boolean =>
    statements.every((id) => {
      const told = outline.byId.get(id);
      return told !== undefined && isCall(told, outline);
    });
  const onlyCalls = impression.every(isCalls);
  const isSettled = (item: ImpressionItem): boolean =>
    item.urgency !== 'reassuring' || (!onlyCalls && speaksForItself(item, outline));
  return impression.every(isSettled)
    ? impression
    : impression.map((item): ImpressionItem => (isSettled(item) ? item : { ...item, urgency: 'routine' }));
}

/** Something is there, or a category such as BI-RADS 2 says itself how reassuring it is, or all is fine. */
function speaksForItself({ statements, span }: ImpressionItem, outline: Outline): boolean {
  const { recognized, byId, coverage, knowledge } = outline;
  const isThere = statements.some((id) =>
    byId.get(id)?.findings.some(({ assertion }) => assertion.presence !== 'absent'),
  );
  if (isThere || isScored(recognized, span)) return true;
  return statements.every((id) => {
    const told = byId.get(id);
    return (
      told && (isCall(told, outline) || isFine(recognized, told.statement, told.findings, coverage.unknown, knowledge))
    );
  });
}

const isScored = ({ scores }: Pick<Recognized, 'scores'>, [start, end]: Span): boolean =>
  scores.some(({ span }) => span[0] >= start && span[1] <= end);
