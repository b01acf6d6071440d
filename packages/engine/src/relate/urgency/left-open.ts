/** Wing 3, relate, urgency: what a denial leaves open: the other side, or the place that it excepts. */
import type { Finding, Laterality, UrgencyTier } from '../../document.ts';
import { matchesWithin } from '../../lexicon.ts';
import type { Outline, Told } from '../outline.ts';
import { tierOfFinding } from './finding.ts';
import { higher } from './tier.ts';
import { heldIn, setsOf } from './words.ts';

/** The tier of what a statement denies and lets stand elsewhere, as of what is there; null where it leaves nothing open. */
export function tierLeftOpen(told: Told, outline: Outline): UrgencyTier | null {
  if (heldIn(told, outline).size === 0) return null;
  const denied = told.findings.filter(({ assertion }) => assertion.presence === 'absent');
  const other = otherSideIn(told, outline);
  if (other && told.findings.length === 0) return 'routine';
  const from = exceptedAt(told, outline);
  let tier: UrgencyTier | null = null;
  for (const finding of denied) {
    const isOpen = (from !== null && finding.span[0] < from) || (other !== null && isAcross(finding, other.side));
    if (isOpen) tier = higher(tier ?? 'routine', tierOfFinding(asThere(finding), told, outline) ?? 'routine');
  }
  return tier;
}

const asThere = ({ change: _, ...finding }: Finding): Finding => ({
  ...finding,
  assertion: { ...finding.assertion, presence: 'present', certainty: 'definite', temporality: 'current' },
});

/** All its places lie on the side across; across from "the other one" lies either. */
const isAcross = ({ anatomy }: Finding, side: Laterality | null): boolean =>
  anatomy.length > 0 &&
  anatomy.every(({ laterality }) => (laterality === 'left' || laterality === 'right') && laterality !== side);

interface OtherSide {
  /** null for "the other one" */
  readonly side: Laterality | null;
}

/** "Left effusion resolved, right persists": the finding of the right side is not named again. */
function otherSideIn(told: Told, outline: Outline): OtherSide | null {
  const { recognized, knowledge } = outline;
  const { closing, within } = setsOf(knowledge);
  for (const [form, at] of heldIn(told, outline)) {
    const end = at + form.split(' ').length;
    const isMeant = within.has(form) || (closing.has(form) && endsClause(told, outline, end));
    if (!isMeant) continue;
    const sides = matchesWithin(recognized.matches.modifier, at, end).map(
      ({ entry }) => knowledge.reading.modifiers[entry],
    );
    const side = sides.find((one) => one?.role === 'side')?.value;
    return { side: side === 'left' || side === 'right' ? side : null };
  }
  return null;
}

const endsClause = ({ statement }: Told, { recognized: { tokens } }: Outline, at: number): boolean =>
  at >= statement.to || tokens[at]?.kind === 'mark';

/** "No infarct except in the pons": where in the text the exception begins, which names a place or a side and no finding of its own. */
function exceptedAt(told: Told, outline: Outline): number | null {
  const { recognized, knowledge } = outline;
  const { match, without } = knowledge.reading.documents.urgency.exceptions;
  const held = heldIn(told, outline);
  const places = match.flatMap((word) => held.get(word) ?? []);
  if (places.length === 0 || without.some((word) => held.has(word))) return null;
  const at = Math.min(...places);
  const start = recognized.tokens[at]?.start ?? 0;
  const { concept, modifier } = recognized.matches;
  const isPlaced =
    matchesWithin(concept, at, told.statement.to).some(
      ({ entry }) => knowledge.reading.concepts[entry]?.kind === 'anatomy',
    ) ||
    matchesWithin(modifier, at, told.statement.to).some(
      ({ entry }) => knowledge.reading.modifiers[entry]?.role === 'side',
    );
  // "no air, and no fluid except on the left": the fluid is told as there
  if (told.findings.some(({ assertion }) => assertion.basis.some(([from]) => from === start))) return null;
  return isPlaced && told.findings.every(({ span }) => span[0] < start) ? start : null;
}
