/** Wing 4, explain: what the report says is as it should be, statement by statement: "checked and fine". */
import type { Told } from '../explanation.ts';
import { placeLabels } from '../place-label.ts';
import { sectionsById } from '../sections-by-id.ts';
import type { Explainable, Knowledge } from '../stages.ts';
import type { Teller, ToldStatement } from './sentence/statement.ts';
import { fill } from './template.ts';
import type { Templates } from './templates.ts';

const TOLD_IN: ReadonlySet<string> = new Set(['findings', 'findings_impression']);

/** Each statement of the findings that says only good things, where all its words are understood and it asks for nothing. */
export function normalOf(
  related: Explainable,
  tell: Teller,
  templates: Templates,
  knowledge: Knowledge,
): readonly Told[] {
  const labels = placeLabels(related, knowledge);
  const statements = new Map(related.statements.map((statement) => [statement.id, statement]));
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
    const label = labels.get(statement.id);
    const owner = label && label.statement !== statement.id ? statements.get(label.statement) : undefined;
    // without the words of its label it would seem to be said of both sides
    const name = owner && nameOf(tell(owner));
    if (owner && !name) return [];
    return told.plain.map(({ text, basis }) =>
      label && name
        ? { text: fill(templates.normal, { text: `${name}: ${lowered(text)}` }), basis: [label.span, ...basis] }
        : { text: fill(templates.normal, { text }), basis },
    );
  });
}

/** "Right knee" of "Right knee: the inner cartilage pad is unbroken." */
const nameOf = ({ how, plain }: ToldStatement): string | null =>
  how === 'verbatim' ? null : (/^([^:.]{1,60}):/.exec(plain[0]?.text ?? '')?.[1] ?? null);

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
