/** Wing 4, explain: what the report says is as it should be, statement by statement: "checked and fine". */
import type { Told } from '../explanation.ts';
import { sectionsById } from '../sections-by-id.ts';
import type { Explainable } from '../stages.ts';
import type { Teller } from './sentence/statement.ts';
import { fill } from './template.ts';
import type { Templates } from './templates.ts';

const TOLD_IN: ReadonlySet<string> = new Set(['findings', 'findings_impression']);

/** Each statement of the findings that says only good things, where all its words are understood and it asks for nothing. */
export function normalOf(related: Explainable, tell: Teller, templates: Templates): readonly Told[] {
  const sections = sectionsById(related);
  const busy = new Set([...related.recommendations, ...related.communications].map(({ statement }) => statement));
  return related.statements.flatMap((statement): Told[] => {
    if (
      !TOLD_IN.has(sections.get(statement.section)?.code ?? '') ||
      busy.has(statement.id) ||
      !related.fine.has(statement.id)
    )
      return [];
    const told = tell(statement);
    if (told.how !== 'composed') return [];
    return told.plain.map(({ text, basis }) => ({ text: fill(templates.normal, { text }), basis }));
  });
}
