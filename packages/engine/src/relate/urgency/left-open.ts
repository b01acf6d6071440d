/** Wing 3, relate, urgency: what a denial leaves open: the other side, or the place that it excepts. */
import type { Finding, UrgencyTier } from '../../document.ts';
import type { Outline, Told } from '../outline.ts';
import { tierOfFinding } from './finding.ts';
import { higher } from './tier.ts';
import { heldIn, setsOf } from './words.ts';

/** The tier of what a statement denies and lets stand elsewhere, as of what is there; null where it leaves nothing open. */
export function tierLeftOpen(told: Told, outline: Outline): UrgencyTier | null {
  const from = exceptedAt(told, outline);
  if (from === null && !namesOtherSide(told, outline)) return null;
  let tier: UrgencyTier | null = from === null ? 'routine' : null;
  for (const finding of told.findings) {
    const isDenied = finding.assertion.presence === 'absent' && finding.assertion.experiencer === 'patient';
    if (!isDenied || (from !== null && finding.span[0] > from)) continue;
    tier = higher(tier ?? 'routine', tierOfFinding(asThere(finding), told, outline) ?? 'routine');
  }
  return tier;
}

const asThere = ({ change: _, ...finding }: Finding): Finding => ({
  ...finding,
  assertion: { ...finding.assertion, presence: 'present', certainty: 'definite', temporality: 'current' },
});

/** "Left effusion resolved, right persists": the finding of the right side is not named again. */
function namesOtherSide(told: Told, outline: Outline): boolean {
  const { otherSide } = setsOf(outline.knowledge);
  for (const form of heldIn(told, outline).keys()) if (otherSide.has(form)) return true;
  return false;
}

/** "No infarct except in the pons": where the exception begins, which names no finding of its own; null where there is none. */
function exceptedAt(told: Told, outline: Outline): number | null {
  const { match, without } = outline.knowledge.reading.documents.urgency.exceptions;
  const held = heldIn(told, outline);
  if (held.size === 0 || without.some((word) => held.has(word))) return null;
  const at = match.flatMap((word) => held.get(word) ?? []);
  const start = outline.recognized.tokens[Math.min(...at)]?.start;
  if (at.length === 0 || start === undefined) return null;
  return told.findings.some(({ span }) => span[0] > start) ? null : start;
}
