/** Wing 3, relate: an organ that one statement calls normal and another says is diseased: "the appendix is normal … acute appendicitis". */

import { broaderOf } from '../broader.ts';
import { conceptsById } from '../concepts-by-id.ts';
import type { Finding, Laterality } from '../document.ts';
import { levelsIn } from '../level.ts';
import { matchesWithin } from '../lexicon.ts';
import { type PlaceLabel, placeLabels } from '../place-label.ts';
import type { Knowledge, Related, SegmentedStatement } from '../stages.ts';

/** Where a disease is found, by the organ and all that the organ is part of. */
type Diseased = ReadonlyMap<string, readonly Found[]>;

interface Found {
  readonly statement: string;
  readonly side: Laterality | null;
}

/** The fine statements of which no other statement says the reverse. */
export function uncontradicted(fine: ReadonlySet<string>, related: Related, knowledge: Knowledge): ReadonlySet<string> {
  const diseased = diseasedIn(related, knowledge);
  const denied = new Set(
    related.checks.flatMap(({ kind, basis: [first] }) =>
      kind === 'presence-mismatch' && first ? [first.join('-')] : [],
    ),
  );
  if (diseased.size === 0 && denied.size === 0) return fine;
  const labels = placeLabels(related, knowledge);
  // under "RIGHT:" it is said of one side
  const isDenied = ({ id, span }: SegmentedStatement): boolean => denied.has(span.join('-')) && !labels.has(id);
  const kept = new Set<string>();
  for (const statement of related.statements) {
    if (!fine.has(statement.id) || isDenied(statement)) continue;
    if (!isContradicted(statement, labels.get(statement.id), diseased, related, knowledge)) kept.add(statement.id);
  }
  return kept;
}

function diseasedIn({ findings }: Related, knowledge: Knowledge): Diseased {
  const broader = broaderOf(knowledge);
  const diseased = new Map<string, Found[]>();
  for (const finding of findings) {
    if (!isDisease(finding, knowledge)) continue;
    for (const { concept, laterality } of finding.anatomy)
      for (const organ of broader(concept)) {
        const found = { statement: finding.statement, side: laterality };
        const known = diseased.get(organ);
        if (known) known.push(found);
        else diseased.set(organ, [found]);
      }
  }
  return diseased;
}

/** There now, in this person, and of some weight. */
function isDisease({ concept, assertion, change }: Finding, knowledge: Knowledge): boolean {
  const { presence, temporality, experiencer, certainty } = assertion;
  if (presence !== 'present' && presence !== 'possible') return false;
  if (temporality !== 'current' || experiencer !== 'patient' || certainty === 'unlikely') return false;
  const { kind, significance } = conceptsById(knowledge).get(concept) ?? {};
  return kind === 'finding' && significance !== 'reassuring' && change?.direction !== 'resolved';
}

/** It calls the organ normal as a whole: not its size alone, not one level of it, not the other side. */
function isContradicted(
  statement: SegmentedStatement,
  label: PlaceLabel | undefined,
  diseased: Diseased,
  related: Related,
  knowledge: Knowledge,
): boolean {
  const { from, to, id } = statement;
  const { tokens, matches, findings } = related;
  const { reading } = knowledge;
  const modifiers = matchesWithin(matches.modifier, from, to).flatMap(({ entry }) => reading.modifiers[entry] ?? []);
  if (!modifiers.some(({ role }) => role === 'normal')) return false;
  const features = reading.documents.fine.features;
  for (let at = from; at < to; at += 1) if (features.includes(tokens[at]?.norm ?? '')) return false;
  if (label?.levels.length || levelsIn(tokens, from, to).length > 0) return false;
  const told = modifiers.flatMap(({ role, value }) => (role === 'side' && value ? [value] : []));
  const denied = findings.filter((finding) => finding.statement === id).flatMap(({ anatomy }) => anatomy);
  return matchesWithin(matches.concept, from, to).some(({ entry, start, end }) => {
    const organ = reading.concepts[entry];
    if (organ?.kind !== 'anatomy') return false;
    if (denied.some(({ span }) => span[0] < end && start < span[1])) return false;
    const sides = organ.laterality ? [organ.laterality] : told.length > 0 ? told : label?.side ? [label.side] : [];
    return diseased
      .get(organ.id)
      ?.some(({ statement: other, side }) => other !== id && (sides.length === 0 || !isAcross(side, sides)));
  });
}

const isAcross = (side: Laterality | null, sides: readonly string[]): boolean =>
  (side === 'left' && !sides.includes('left') && !sides.includes('bilateral')) ||
  (side === 'right' && !sides.includes('right') && !sides.includes('bilateral'));
