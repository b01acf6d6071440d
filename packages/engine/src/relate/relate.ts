/** Wing 3, relate: how what was recognized belongs together. */
import type { ImpressionItem, Span } from '../document.ts';
import type { Knowledge, Recognized, Related } from '../stages.ts';
import { checksOf } from './checks.ts';
import { coverageOf } from './coverage.ts';
import { findingsIn } from './findings.ts';
import { fineStatements } from './fine.ts';
import { impressionOf } from './impression.ts';
import { overallUrgency, withDoubts } from './urgency.ts';

export function relate(recognized: Recognized, knowledge: Knowledge): Related {
  const findings = findingsIn(recognized, knowledge);
  const coverage = coverageOf(recognized, knowledge);
  const impression = impressionOf(recognized, findings, coverage, knowledge);
  const checks = checksOf(recognized, findings, impression, knowledge);
  const related = {
    ...recognized,
    findings,
    impression: withDoubts(impression, checks, recognized),
    checks,
    coverage,
  };
  const settled = { ...related, impression: reassuringOnlyIfFine(related, knowledge) };
  return { ...settled, pressing: overallUrgency(settled, knowledge) };
}

/** A category such as BI-RADS 2 says itself how reassuring it is. */
const isScored = ({ scores }: Pick<Recognized, 'scores'>, [start, end]: Span): boolean =>
  scores.some(({ span }) => span[0] >= start && span[1] <= end);

/** An item in which nothing was found is reassuring only if every word of it is good news: "uterus bulky, no lesion" is not. */
function reassuringOnlyIfFine(related: Omit<Related, 'pressing'>, knowledge: Knowledge): readonly ImpressionItem[] {
  const present = new Map(related.findings.map(({ id, assertion }) => [id, assertion.presence !== 'absent']));
  const inQuestion = related.impression.filter(
    ({ urgency, findings, span }) =>
      urgency === 'reassuring' && !findings.some((id) => present.get(id)) && !isScored(related, span),
  );
  if (inQuestion.length === 0) return related.impression;
  const asked = new Set(inQuestion.flatMap(({ statements }) => statements));
  const fine = fineStatements(related, knowledge, asked);
  return related.impression.map((item) =>
    inQuestion.includes(item) && !item.statements.every((id) => fine.has(id)) ? { ...item, urgency: 'routine' } : item,
  );
}
