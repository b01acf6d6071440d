/** Wing 3, relate: each impression item with its findings, the findings that support it, its recommendations and its urgency. */
import { EMPTY_LIST } from '../alike.ts';
import type { Coverage, ImpressionItem, Span } from '../document.ts';
import { withBorrowed } from './borrowed.ts';
import type { Subjects } from './features.ts';
import type { Outline } from './outline.ts';
import { supportIn } from './support.ts';
import { urgencyOf } from './urgency.ts';

export function impressionOf(outline: Outline, subjects: Subjects): readonly ImpressionItem[] {
  const { recognized, byId, coverage } = outline;
  if (recognized.items.length === 0) return EMPTY_LIST;
  const support = supportIn(outline, subjects);
  const impression: ImpressionItem[] = [];
  for (const item of recognized.items) {
    const findings: string[] = [];
    const recommendations: string[] = [];
    for (const id of item.statements) {
      const told = byId.get(id);
      if (!told) continue;
      for (const finding of told.findings) findings.push(finding.id);
      for (const advice of told.recommendations) recommendations.push(advice.id);
    }
    impression.push({
      id: `i${impression.length + 1}`,
      rank: item.rank,
      span: item.span,
      statements: item.statements,
      findings,
      supportedBy: support.of(item),
      urgency: urgencyOf(item, () => isUnderstood(coverage, item.span), outline),
      recommendations,
    });
  }
  return withBorrowed(impression, outline);
}

const isUnderstood = ({ unknown }: Coverage, outer: Span): boolean =>
  !unknown.some((inner) => inner[0] >= outer[0] && inner[1] <= outer[1]);
