/** Wing 3, relate: each impression item with its findings, the findings that support it, its recommendations and its urgency. */
import type { Coverage, Finding, ImpressionItem, Span } from '../document.ts';
import type { Knowledge, Recognized } from '../stages.ts';
import { featuresOf } from './features.ts';
import { supportIn } from './support.ts';
import { urgencyIn } from './urgency.ts';

export function impressionOf(
  recognized: Recognized,
  findings: readonly Finding[],
  { unknown }: Coverage,
  knowledge: Knowledge,
): readonly ImpressionItem[] {
  if (recognized.items.length === 0) return [];
  const support = supportIn(recognized, featuresOf(recognized, findings, knowledge));
  const urgency = urgencyIn(recognized, findings, knowledge);
  const found = idsBy(findings);
  const asked = idsBy(recognized.recommendations);
  return recognized.items.map((item, i) => ({
    id: `i${i + 1}`,
    rank: item.rank,
    span: item.span,
    statements: item.statements,
    findings: item.statements.flatMap((id) => found.get(id) ?? []),
    supportedBy: support.of(item),
    urgency: urgency(item, !unknown.some((span) => within(span, item.span))),
    recommendations: item.statements.flatMap((id) => asked.get(id) ?? []),
  }));
}

const within = (inner: Span, outer: Span): boolean => inner[0] >= outer[0] && inner[1] <= outer[1];

function idsBy(list: readonly { readonly id: string; readonly statement: string }[]): ReadonlyMap<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { id, statement } of list) {
    const own = ids.get(statement);
    if (own) own.push(id);
    else ids.set(statement, [id]);
  }
  return ids;
}
