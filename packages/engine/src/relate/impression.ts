/** Wing 3, relate: each impression item with its findings, the findings that support it, its recommendations and its urgency. */
import type { Finding, ImpressionItem } from '../document.ts';
import type { Knowledge, Recognized } from '../stages.ts';

export function impressionOf(
  recognized: Recognized,
  findings: readonly Finding[],
  _knowledge: Knowledge,
): readonly ImpressionItem[] {
  return recognized.items.map((item, i) => ({
    id: `i${i + 1}`,
    rank: item.rank,
    span: item.span,
    statements: item.statements,
    findings: findings.filter((f) => item.statements.includes(f.statement)).map((f) => f.id),
    supportedBy: [],
    urgency: 'routine',
    recommendations: recognized.recommendations.filter((r) => item.statements.includes(r.statement)).map((r) => r.id),
  }));
}
