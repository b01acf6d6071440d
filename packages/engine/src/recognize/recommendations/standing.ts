/** Wing 2, recognize: where a statement stands in its report: first or last of its section, behind a biopsy that was taken. */
import type { StatementScene } from './compose.ts';
import { itemsOf } from './items.ts';

/** Whether it opens its section, and more follows there. */
export function isFirst({ segmented, statement }: StatementScene): boolean {
  const at = segmented.statements.indexOf(statement);
  const [before, after] = [segmented.statements[at - 1], segmented.statements[at + 1]];
  return before?.section !== statement.section && after?.section === statement.section;
}

/** Whether a biopsy is named anywhere before the section of the statement. */
export function namesSample({ segmented, statement, vocabulary }: StatementScene): boolean {
  const { statements, source, tokens } = segmented;
  const first = statements.find(({ section }) => section === statement.section)?.from ?? 0;
  return itemsOf(vocabulary, source.text, tokens, 0, first).some(({ mark }) => mark.action?.action === 'biopsy');
}

/** Whether nothing follows in its section. */
export function isLast({ segmented, statement }: StatementScene): boolean {
  const after = segmented.statements[segmented.statements.indexOf(statement) + 1];
  return after?.section !== statement.section;
}
