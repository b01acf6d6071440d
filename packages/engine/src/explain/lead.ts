/** Wing 4, explain: the finding that an impression item is about, and the one by which its certainty is told. */
import type { ReadingKnowledge } from '@readingscan/knowledge';
import type { Certainty, Finding, ImpressionItem } from '../document.ts';
import type { Explainable, Knowledge } from '../stages.ts';

export interface Lead {
  readonly finding: Finding;
  /** the finding itself, or what the item hedges beside it: "nodule, suspicious for cancer" */
  readonly hedge: Finding;
}

/** The lead of each item; null where it names nothing, or where nothing was seen but something else is amiss. */
export function leadsIn(related: Explainable, knowledge: Knowledge): (item: ImpressionItem) => Lead | null {
  const things = thingsOf(knowledge.reading);
  const findings = new Map(related.findings.map((finding) => [finding.id, finding]));
  return (item) => {
    const points = item.findings
      .flatMap((id) => findings.get(id) ?? [])
      .filter((finding) => isPoint(finding) && things.has(finding.concept));
    const [finding] = [...points].sort((a, b) => rung(a) - rung(b) || a.span[0] - b.span[0]);
    if (!finding) return null;
    // "gallbladder distended, no stone" is not about the stone
    if (finding.assertion.certainty === 'excluded' && !isGone(finding) && !related.fine.has(finding.statement))
      return null;
    return { finding, hedge: hedgeOf(finding, points) };
  };
}

const LADDER: readonly Certainty[] = ['definite', 'likely', 'possible', 'unlikely', 'excluded'];
const rung = ({ assertion }: Finding): number => LADDER.indexOf(assertion.certainty);
const isOpen = (finding: Finding): boolean => rung(finding) < LADDER.indexOf('unlikely');
const isGone = ({ change }: Finding): boolean => change?.direction === 'resolved';

/** Told of the person, now, as there, possible or not there; not what is only asked or feared. */
const isPoint = ({ assertion: { temporality, experiencer, presence } }: Finding): boolean =>
  temporality === 'current' && experiencer === 'patient' && presence !== 'conditional' && presence !== 'hypothetical';

/** The least certain of what is there or may be: a hedged diagnosis is never told as a fact. What is unlikely besides takes nothing away. */
const hedgeOf = (lead: Finding, points: readonly Finding[]): Finding =>
  isOpen(lead) ? points.reduce((least, one) => (isOpen(one) && rung(one) > rung(least) ? one : least), lead) : lead;

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
