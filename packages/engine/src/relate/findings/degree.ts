/** Wing 3, relate, findings: severity and acuity, from the modifiers before a finding or said of it behind. */
import type { Acuity, Severity } from '../../document.ts';
import type { Mention } from './mentions.ts';
import { isLink, type Part, type Scene } from './scene.ts';

export interface Degree {
  readonly severity: Severity | null;
  readonly acuity: Acuity | null;
}

const REACH = 5;

export function degreeOf(scene: Scene, parts: readonly Part[], finding: Mention, opens: number): Degree {
  let severity: Severity | null = null;
  let acuity: Acuity | null = null;
  const take = (part: Part | undefined): void => {
    if (part?.kind !== 'modifier') return;
    const modifier = scene.knowledge.reading.modifiers[part.match.entry];
    if (modifier?.role === 'acuity') acuity ??= acuityOf(modifier.value);
    else if (modifier?.role === 'severity' || modifier?.role === 'abnormal' || modifier?.role === 'extent')
      severity ??= severityOf(modifier.value);
  };
  // "acute fracture" may be one term
  const named = parts[finding.first];
  if (named?.kind === 'concept')
    for (let token = named.from; token < named.to; token += 1) {
      const match = scene.recognized.matches.modifier[(scene.modifierFrom[token] ?? 0) - 1];
      if (match && match.to <= named.to) take({ kind: 'modifier', match, from: match.from, to: match.to });
    }
  const from = finding.organ ? finding.first : opens;
  for (let at = finding.first - 1; at >= from; at -= 1) take(parts[at]);
  if (finding.organ) for (let at = finding.first; at <= finding.last; at += 1) take(parts[at]);
  // "the stenosis is severe", "stenosis, severe"
  for (let at = finding.last + 1; at <= Math.min(parts.length - 1, finding.last + REACH); at += 1) {
    const part = parts[at];
    const says = part?.kind === 'modifier' || isLink(part, 'verb') || (isLink(part, 'join') && at === finding.last + 1);
    if (!says) break;
    if (part?.kind === 'modifier' && parts[at + 1]?.kind === 'concept') break;
    take(part);
  }
  return { severity, acuity };
}

const severityOf = (value: string | undefined): Severity | null =>
  value === 'trace' || value === 'mild' || value === 'moderate' || value === 'severe' ? value : null;
const acuityOf = (value: string | undefined): Acuity | null =>
  value === 'acute' || value === 'subacute' || value === 'chronic' ? value : null;
