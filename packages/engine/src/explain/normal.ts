/** Wing 4, explain: what the report says is as it should be, statement by statement: "checked and fine". */
import type { Told } from '../explanation.ts';
import type { Knowledge, Related } from '../stages.ts';
import type { Teller } from './sentence/statement.ts';
import { fill } from './template.ts';
import type { Templates } from './templates.ts';

const TOLD_IN: ReadonlySet<string> = new Set(['findings', 'impression', 'findings_impression']);

/** A statement is fine when all it names is denied outright, or an organ is called normal, and nothing in it is present, possible or unknown. */
export function normalOf(related: Related, tell: Teller, knowledge: Knowledge, templates: Templates): readonly Told[] {
  const code = new Map(related.sections.map(({ id, code }) => [id, code]));
  const byStatement = new Map<string, boolean>();
  for (const { statement, assertion } of related.findings) {
    const denied =
      assertion.presence === 'absent' && assertion.certainty === 'excluded' && assertion.temporality === 'current';
    byStatement.set(statement, denied && byStatement.get(statement) !== false);
  }
  const normal = statementsCalledNormal(related, knowledge);
  const busy = new Set([...related.recommendations, ...related.communications].map(({ statement }) => statement));
  return related.statements.flatMap((statement): Told[] => {
    if (
      !TOLD_IN.has(code.get(statement.section) ?? '') ||
      code.get(statement.section) === 'impression' ||
      busy.has(statement.id)
    )
      return [];
    const denied = byStatement.get(statement.id);
    if (denied === false || (denied === undefined && !normal.has(statement.id))) return [];
    const told = tell(statement);
    if (told.how !== 'composed') return [];
    return told.plain.map(({ text, basis }) => ({ text: fill(templates.normal, { text }), basis }));
  });
}

function statementsCalledNormal({ matches, statements }: Related, { reading }: Knowledge): ReadonlySet<string> {
  const found = new Set<string>();
  let at = 0;
  for (const match of matches.modifier) {
    while (at < statements.length && (statements[at]?.to ?? 0) <= match.from) at += 1;
    const statement = statements[at];
    const role = reading.modifiers[match.entry]?.role;
    if (!statement || match.from < statement.from) continue;
    if (role === 'normal') found.add(statement.id);
  }
  at = 0;
  const spoiled = new Set<string>();
  for (const match of matches.modifier) {
    while (at < statements.length && (statements[at]?.to ?? 0) <= match.from) at += 1;
    const statement = statements[at];
    const role = reading.modifiers[match.entry]?.role;
    if (statement && match.from >= statement.from && (role === 'abnormal' || role === 'severity' || role === 'acuity'))
      spoiled.add(statement.id);
  }
  for (const id of spoiled) found.delete(id);
  return found;
}
