/** Wing 3, relate, findings: severity and acuity, from the modifiers before a finding or said of it behind. */
import type { ReadingConcept } from '@readingscan/knowledge';
import { shareDegree } from '../../degree-families.ts';
import type { Acuity, Severity } from '../../document.ts';
import { mayRefuseWord } from '../word-refused.ts';
import type { Mention } from './mentions.ts';
import { CONCEPT, CUE, DEGREE, isAt, JOIN, MODIFIER, type Part, VERB } from './part.ts';
import { modifierAt, type Parts, type Scene } from './scene.ts';
import type { Degree } from './tables.ts';

const REACH = 5;
const NONE: Degree = { severity: null, acuity: null };

export function degreeOf(scene: Scene, { parts, hold }: Parts, finding: Mention, opens: number): Degree {
  const { first, last, organ } = finding;
  const inside = degreeInside(scene, parts[first]?.from ?? 0, isAt(parts, first) & CONCEPT ? parts[first]?.to : 0);
  if (!(hold & DEGREE)) return inside;
  let severity: Severity | null = inside.severity;
  let acuity: Acuity | null = inside.acuity;
  const take = (at: number): void => {
    if (!(isAt(parts, at) & DEGREE) || isRefused(scene, parts[at - 1])) return;
    const degree = scene.tables.degree[parts[at]?.entry ?? 0];
    severity ??= degree?.severity ?? null;
    acuity ??= degree?.acuity ?? null;
  };
  for (let at = first - 1; at >= (organ ? first : opens); at -= 1) take(at);
  if (organ) for (let at = first; at <= last; at += 1) take(at);
  // "the stenosis is severe", "stenosis, severe"
  const end = Math.min(parts.length - 1, last + REACH);
  for (let at = last + 1; at <= end; at += 1) {
    const is = isAt(parts, at);
    if (!(is & (MODIFIER | VERB)) && !(is & JOIN && at === last + 1)) break;
    if (is & MODIFIER && isAt(parts, at + 1) & CONCEPT) break;
    take(at);
  }
  severity ??= severityShared(scene, parts, first);
  return { severity, acuity };
}

/** "Acute rather than chronic", "acute, not chronic": the second word is denied. */
const isRefused = ({ knowledge, recognized }: Scene, before: Part | undefined): boolean =>
  before !== undefined &&
  (before.is & CUE) !== 0 &&
  mayRefuseWord(knowledge.reading.cues[before.entry]?.category, recognized.tokens, before);

/** "mild mitral and tricuspid regurgitation", "mild MR and TR": both are mild. */
function severityShared(scene: Scene, parts: Parts['parts'], first: number): Severity | null {
  const { recognized, knowledge } = scene;
  const conceptAt = (at: number): ReadingConcept | undefined =>
    isAt(parts, at) & CONCEPT ? knowledge.reading.concepts[parts[at]?.entry ?? -1] : undefined;
  let severity: Severity | null = null;
  let at = first;
  while (!severity) {
    at -= 1;
    while (isAt(parts, at) & MODIFIER) at -= 1;
    const link = at;
    while (isAt(parts, at) & JOIN) at -= 1;
    const isShared = recognized.sharers.has(parts[at]?.from ?? -1);
    if (!isShared && (at === link || !shareDegree(conceptAt(at), conceptAt(first), knowledge))) return null;
    for (let before = at - 1; isAt(parts, before) & MODIFIER; before -= 1)
      severity ??= scene.tables.degree[parts[before]?.entry ?? 0]?.severity ?? null;
  }
  return severity;
}

/** "acute fracture" may be one term */
function degreeInside(scene: Scene, from: number, to = 0): Degree {
  let severity: Severity | null = null;
  let acuity: Acuity | null = null;
  for (let token = from; token < to; token += 1) {
    const match = modifierAt(scene, token);
    if (!match || match.to > to) continue;
    const degree = scene.tables.degree[match.entry];
    severity ??= degree?.severity ?? null;
    acuity ??= degree?.acuity ?? null;
  }
  return severity || acuity ? { severity, acuity } : NONE;
}
