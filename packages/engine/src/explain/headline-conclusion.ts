/** Wing 4, explain: what a finding is said to be a sign of heads the result, not the sign: "an enlarged appendix, consistent with appendicitis". */
import type { Certainty, Finding, ImpressionItem } from '../document.ts';
import type { Explainable, Knowledge } from '../stages.ts';

/** The one conclusion, likely or sure, of the same statement that the lead is a sign of (signs.yml); undefined where there is none, or several. */
export function conclusionOf(
  lead: Finding,
  item: ImpressionItem,
  { findings }: Explainable,
  { reading }: Knowledge,
): Finding | undefined {
  const { entries } = reading.documents.signs;
  const own = new Set(item.findings);
  const [one, ...others] = findings.filter(
    ({ id, concept, statement, assertion }) =>
      own.has(id) &&
      statement === lead.statement &&
      concept !== lead.concept &&
      assertion.presence !== 'absent' &&
      assertion.temporality === 'current' &&
      SURE.has(assertion.certainty) &&
      entries.some(({ of, signs }) => of.includes(concept) && signs?.includes(lead.concept)),
  );
  return others.length === 0 ? one : undefined;
}

const SURE: ReadonlySet<Certainty> = new Set(['definite', 'likely']);
