/** Wing 3, relate, urgency: the tier of one finding in its state, from the rules of the knowledge and the significance of its concept. */
import type { ReadingDocuments } from '@readingscan/knowledge';
import type { Finding, Measurement, UrgencyTier } from '../../document.ts';
import type { Knowledge } from '../../stages.ts';
import { broaderOf } from '../features.ts';
import { lowered } from './tier.ts';
import type { Held } from './words.ts';

type Rule = ReadingDocuments['urgency']['rules'][number];

export interface State {
  readonly finding: Finding;
  readonly measurements: ReadonlyMap<string, Measurement>;
  /** asked for only where a rule has words */
  readonly held: () => Held;
}

/** The tier of a finding that is, or may be, there now; null of one that is not, was, or might come. */
export function tierOfFinding(state: State, knowledge: Knowledge): UrgencyTier | null {
  const { finding } = state;
  const { presence, temporality, experiencer, certainty } = finding.assertion;
  if (presence !== 'present' && presence !== 'possible') return null;
  if (temporality !== 'current' || experiencer === 'other' || finding.change?.direction === 'resolved') return null;
  const table = tableOf(knowledge);
  const rule = table.rules.get(finding.concept)?.find((one) => fits(one, state));
  const tier = rule?.tier ?? byChange(state, table.tiers.get(finding.concept) ?? 'routine');
  if (certainty === 'unlikely') return tier === 'emergency' ? 'soon' : 'routine';
  return certainty === 'possible' && tier === 'emergency' ? lowered(tier) : tier;
}

function byChange({ finding: { change, acuity } }: State, tier: UrgencyTier): UrgencyTier {
  if (change?.direction === 'decreased') return lowered(tier);
  const steady = change?.direction === 'stable' || acuity === 'chronic';
  return steady && (tier === 'emergency' || tier === 'urgent') ? lowered(tier) : tier;
}

function fits(rule: Rule, { finding, measurements, held }: State): boolean {
  if (rule.severity && !(finding.severity && rule.severity.includes(finding.severity))) return false;
  if (rule.acuity && !(finding.acuity && rule.acuity.includes(finding.acuity))) return false;
  if (rule.change && !(finding.change && rule.change.includes(finding.change.direction))) return false;
  if (rule.certainty && !rule.certainty.some((one) => one === finding.assertion.certainty)) return false;
  if (rule.at && !finding.anatomy.some(({ concept }) => rule.at?.includes(concept))) return false;
  if (rule.from !== undefined || rule.below !== undefined) {
    const mm = largest(finding, measurements);
    if (mm === null || mm < (rule.from ?? 0) || mm >= (rule.below ?? Number.POSITIVE_INFINITY)) return false;
  }
  if (rule.words && !rule.words.some((word) => held().has(word))) return false;
  return !rule.without?.some((word) => held().has(word));
}

/** Largest current length of a finding, in mm. */
export function largest({ measurements: ids }: Finding, measurements: ReadonlyMap<string, Measurement>): number | null {
  const lengths = ids.flatMap((id) => {
    const one = measurements.get(id);
    return one?.role === 'current' ? (one.mm ?? []) : [];
  });
  return lengths.length ? Math.max(...lengths) : null;
}

interface Table {
  /** by concept, in the order of the document; a rule of a broader concept comes after those of the concept itself */
  readonly rules: ReadonlyMap<string, readonly Rule[]>;
  readonly tiers: ReadonlyMap<string, UrgencyTier>;
}

const cache = new WeakMap<object, Table>();
function tableOf(knowledge: Knowledge): Table {
  const known = cache.get(knowledge.reading);
  if (known) return known;
  const { urgency } = knowledge.reading.documents;
  const own = new Map<string, Rule[]>();
  for (const rule of urgency.rules)
    for (const concept of rule.concepts) own.set(concept, [...(own.get(concept) ?? []), rule]);
  const broader = broaderOf(knowledge);
  const rules = new Map<string, readonly Rule[]>();
  const tiers = new Map<string, UrgencyTier>();
  for (const { id, significance } of knowledge.reading.concepts) {
    const all = broader(id)
      .slice(0, 2)
      .flatMap((concept, i) => (own.get(concept) ?? []).filter((rule) => i === 0 || isGraded(rule)));
    if (all.length) rules.set(id, all);
    tiers.set(id, urgency.significance[significance ?? 'depends']);
  }
  const table = { rules, tiers };
  cache.set(knowledge.reading, table);
  return table;
}

/** A rule without any condition speaks of its own concept alone. */
const isGraded = ({ severity, acuity, change, words, from, below }: Rule): boolean =>
  Boolean(severity ?? acuity ?? change ?? words) || from !== undefined || below !== undefined;
