/** Wing 3, relate, checks: denied in the findings, told in the impression. */
import { conceptsById } from '../../concepts-by-id.ts';
import type { Finding } from '../../document.ts';
import { tokenAt } from '../../token.ts';
import type { Told } from '../outline.ts';
import { KNOWN } from '../word-kinds.ts';
import { type Clash, holds, isThere, type Scene } from './scene.ts';

/** "No pneumothorax" in the findings, "small pneumothorax" in the impression. */
export function presenceClashes(scene: Scene): Clash[] {
  const clashes: Clash[] = [];
  const known = new Map<string, Told | null>();
  const deniedAt = (concept: string): Told | null => {
    let told = known.get(concept);
    if (told === undefined) {
      told = deniedIn(scene, concept);
      known.set(concept, told);
    }
    return told;
  };
  for (const item of scene.impression) {
    for (const finding of item.findings) {
      if (!isThere(finding) || !isSure(finding) || scene.words.general.has(finding.concept)) continue;
      const parent = parentOf(scene, finding.concept);
      const denied = deniedAt(finding.concept) ?? (parent === null ? null : deniedAt(parent));
      if (!denied) continue;
      if (!isKnownOf(scene, item))
        clashes.push({ kind: 'presence-mismatch', basis: [denied.statement.span, finding.span] });
      break;
    }
  }
  return clashes;
}

/** "No pneumothorax" denies an apical one too; "no mass" may be said of another organ. */
function parentOf(scene: Scene, concept: string): string | null {
  const parent = scene.broader(concept)[1];
  const { region, site } = (parent && conceptsById(scene.outline.knowledge).get(parent)) || {};
  return parent !== undefined && (region ?? site) !== undefined && !scene.words.general.has(parent) ? parent : null;
}

export const isSure = ({ assertion }: Finding): boolean =>
  assertion.certainty === 'definite' || assertion.certainty === 'likely';

/** The first statement of the findings that denies it whole, where none tells of it. */
function deniedIn(scene: Scene, concept: string): Told | null {
  let denied: Told | null = null;
  for (const told of scene.findings)
    for (const finding of told.findings)
      if (finding.assertion.presence !== 'absent') {
        if (scene.broader(finding.concept).includes(concept)) return null;
      } else if (!denied && finding.concept === concept && isFlat(scene, told, finding)) denied = told;
  return denied;
}

/** Denied whole, and not "no large" or "no acute". */
function isFlat({ recognized, words }: Scene, { statement: { from, to } }: Told, { span, anatomy }: Finding): boolean {
  const at = tokenAt(recognized.tokens, span[0], from, to);
  const before = recognized.tokens.slice(Math.max(from, at - 5), at);
  return (
    !before.some(({ norm }) => words.narrowing.has(norm)) &&
    !anatomy.some(({ laterality }) => laterality === 'left' || laterality === 'right')
  );
}

/** Old, known or unchanged: it need not be described again. */
export const isKnownOf = (scene: Scene, told: Told): boolean => holds(scene, scene.words.known, told, KNOWN);
