/** Wing 3, relate: things in the report that do not agree with each other. */
import { EMPTY_LIST } from '../alike.ts';
import type { Check } from '../document.ts';
import { comparisonClashes } from './checks/comparison.ts';
import { dateClashes } from './checks/date.ts';
import { lateralityClashes } from './checks/laterality.ts';
import { levelClashes } from './checks/level.ts';
import { measurementClashes } from './checks/measurement.ts';
import { modalityClashes } from './checks/modality.ts';
import { presenceClashes } from './checks/presence.ts';
import { type Clash, sceneOf } from './checks/scene.ts';
import { scoreClashes } from './checks/score.ts';
import { sexClashes } from './checks/sex.ts';
import { unmentionedClashes } from './checks/unmentioned.ts';
import { unsupportedClashes } from './checks/unsupported.ts';
import type { Subjects } from './features.ts';
import type { Outline } from './outline.ts';

export function checksOf(outline: Outline, subjects: Subjects): readonly Check[] {
  const scene = sceneOf(outline, subjects);
  const sides = lateralityClashes(scene);
  const levels = levelClashes(scene);
  const presence = presenceClashes(scene);
  const sizes = measurementClashes(scene);
  const clashing = presence.length + levels.length + sides.length + sizes.length > 0;
  const all: readonly (readonly Clash[])[] = [
    sides,
    sizes,
    levels,
    presence,
    clashing ? NONE : unsupportedClashes(scene),
    unmentionedClashes(scene).filter(({ basis }) => ![...sides, ...levels].some((clash) => touches(clash, basis))),
    sexClashes(scene),
    dateClashes(scene),
    comparisonClashes(scene),
    modalityClashes(scene),
    scoreClashes(scene),
  ];
  const { messages } = outline.knowledge.reading.documents.checks;
  const checks: Check[] = [];
  for (const clashes of all)
    for (const { kind, basis } of clashes)
      checks.push({ id: `k${checks.length + 1}`, kind, message: messages[kind], basis });
  return checks;
}

const NONE: readonly Clash[] = EMPTY_LIST;

/** What is told with another side or level is not passed over. */
const touches = (clash: Clash, basis: Clash['basis']): boolean =>
  clash.basis.some(([start]) => basis.some((span) => start >= span[0] && start < span[1]));
