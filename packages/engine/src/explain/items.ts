/** Wing 4, explain: the impression, item by item in its order, each with certainty, change and what supports it. */
import type { ReadingKnowledge } from '@readingscan/knowledge';
import type { Certainty, Finding, ImpressionItem, Span } from '../document.ts';
import type { ExplainedItem, ExplainedPhrase, ExplainedTerm, PlainSentence } from '../explanation.ts';
import type { Knowledge, Related } from '../stages.ts';
import type { Teller } from './sentence/statement.ts';
import type { Templates } from './templates.ts';

export interface ItemParts {
  readonly tell: Teller;
  readonly templates: Templates;
  readonly phrases: readonly ExplainedPhrase[];
  readonly terms: readonly ExplainedTerm[];
}

export function explainItems(
  related: Related,
  { tell, templates, phrases, terms }: ItemParts,
  knowledge: Knowledge,
): readonly ExplainedItem[] {
  const statements = new Map(related.statements.map((statement) => [statement.id, statement]));
  const findings = new Map(related.findings.map((finding) => [finding.id, finding]));
  return related.impression.map((item) => {
    const own = item.statements.flatMap((id) => statements.get(id) ?? []);
    const told = own.map(tell);
    const named = item.findings.flatMap((id) => findings.get(id) ?? []);
    const lead = leadOf(named, knowledge);
    const inside = ({ spans }: { readonly spans: readonly Span[] }): boolean =>
      spans.some(([start]) => start >= item.span[0] && start < item.span[1]);
    return {
      impression: item.id,
      rank: item.rank,
      original: related.source.text.slice(item.span[0], item.span[1]),
      plain: told.flatMap(({ plain }) => plain),
      certainty: lead
        ? { rank: lead.assertion.certainty, text: templates.certainty[lead.assertion.certainty], basis: placesOf(lead) }
        : null,
      change:
        lead?.change && tells(lead)
          ? {
              text: templates.change[lead.change.direction],
              basis: lead.change.basis.length ? lead.change.basis : [lead.span],
            }
          : null,
      phrases: [...new Set(phrases.filter(inside).map(({ slug }) => slug))],
      terms: [...new Set(terms.filter(inside).map(({ slug }) => slug))],
      supportedBy: item.supportedBy.flatMap((id) => {
        const statement = statements.get(id);
        return statement ? [{ statement: id, plain: tell(statement).plain.map(withoutHow) }] : [];
      }),
      urgency: item.urgency,
    };
  });
}

const cache = new WeakMap<ReadingKnowledge, ReadonlySet<string>>();

/** Concepts that can be the point of an item: findings and devices, not the test that looks for them or the organ they lie in. */
function thingsOf(reading: ReadingKnowledge): ReadonlySet<string> {
  let things = cache.get(reading);
  if (!things) {
    things = new Set(
      reading.concepts.filter(({ kind }) => kind === 'finding' || kind === 'device').map(({ id }) => id),
    );
    cache.set(reading, things);
  }
  return things;
}

/** The finding that an item is about: the surest one that is there, else the first. */
export function leadOf(findings: readonly Finding[], { reading }: Knowledge): Finding | undefined {
  const things = thingsOf(reading);
  const order: readonly Certainty[] = ['definite', 'likely', 'possible', 'unlikely', 'excluded'];
  const current = findings.filter(
    ({ assertion, concept }) =>
      assertion.temporality === 'current' && assertion.experiencer === 'patient' && things.has(concept),
  );
  return [...current].sort(
    (a, b) => order.indexOf(a.assertion.certainty) - order.indexOf(b.assertion.certainty) || a.span[0] - b.span[0],
  )[0];
}

/** "No new lesion" says that nothing is new, not that something is. */
const tells = ({ assertion, change }: Finding): boolean =>
  assertion.presence !== 'absent' || change?.direction === 'resolved';

const placesOf = ({ assertion, span }: Finding): readonly Span[] =>
  assertion.basis.length ? [...assertion.basis, span] : [span];
const withoutHow = ({ text, basis }: PlainSentence): PlainSentence => ({ text, basis });

/** Whether every content word of an item is understood. */
export const isWhole = (item: ImpressionItem, notExplained: readonly { readonly span: Span }[]): boolean =>
  !notExplained.some(({ span }) => span[0] < item.span[1] && item.span[0] < span[1]);
