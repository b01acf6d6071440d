/** Wing 3, relate: how what was recognized belongs together. */
import type { ImpressionItem, Span } from '../document.ts';
import type { Knowledge, Recognized, Related } from '../stages.ts';
import { checksOf } from './checks.ts';
import { subjectsIn } from './features.ts';
import { findingsIn } from './findings.ts';
import { isFine } from './fine.ts';
import { impressionOf } from './impression.ts';
import { type Outline, outlineOf } from './outline.ts';
import { isCall, isRemark, overallUrgency, withDoubts } from './urgency.ts';

export function relate(recognized: Recognized, knowledge: Knowledge): Related {
  const findings = findingsIn(recognized, knowledge);
  const outline = outlineOf(recognized, findings, knowledge);
  const subjects = subjectsIn(outline);
  const written = impressionOf(outline, subjects);
  const checks = checksOf(outline, subjects);
  const impression = reassuringOnlyIfFine(withDoubts(written, checks, recognized), outline);
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
  };
}

const NO_REMARKS: ReadonlySet<string> = new Set();

function remarksIn(outline: Outline): ReadonlySet<string> {
  const ids = outline.statements.flatMap((told) =>
    told.code === 'impression' && isRemark(told, outline) ? [told.statement.id] : [],
  );
  return ids.length > 0 ? new Set(ids) : NO_REMARKS;
}

/** An item in which nothing was found is reassuring only if every word of it is good news: "uterus bulky, no lesion" is not. */
function reassuringOnlyIfFine(impression: readonly ImpressionItem[], outline: Outline): readonly ImpressionItem[] {
  const isSettled = (item: ImpressionItem): boolean => item.urgency !== 'reassuring' || speaksForItself(item, outline);
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
