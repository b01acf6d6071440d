/** Wing 3, relate: things in the report that do not agree with each other. */
import type { Check, Finding, ImpressionItem } from '../document.ts';
import type { Knowledge, Recognized } from '../stages.ts';
import { comparisonClashes, dateClashes } from './checks/comparison.ts';
import { lateralityClashes } from './checks/laterality.ts';
import { levelClashes } from './checks/level.ts';
import { measurementClashes } from './checks/measurement.ts';
import { modalityClashes } from './checks/modality.ts';
import { presenceClashes, unmentionedClashes, unsupportedClashes } from './checks/presence.ts';
import { type Clash, sceneOf } from './checks/scene.ts';
import { scoreClashes } from './checks/score.ts';
import { sexClashes } from './checks/sex.ts';
import { urgencyWords } from './urgency/words.ts';

export function checksOf(
  recognized: Recognized,
  findings: readonly Finding[],
  _impression: readonly ImpressionItem[],
  knowledge: Knowledge,
): readonly Check[] {
  const scene = sceneOf(recognized, findings, knowledge);
  const sides = lateralityClashes(scene);
  const levels = levelClashes(scene);
  const presence = presenceClashes(scene);
  const clashes: Clash[] = [
    ...sides,
    ...measurementClashes(scene),
    ...levels,
    ...presence,
    ...unsupportedClashes(scene, presence.length + levels.length + sides.length > 0),
    ...unmentionedClashes(scene, urgencyWords(recognized, knowledge)),
    ...sexClashes(scene),
    ...dateClashes(scene),
    ...comparisonClashes(scene),
    ...modalityClashes(scene),
    ...scoreClashes(scene),
  ];
  const { messages } = knowledge.reading.documents.checks;
  return clashes.map(({ kind, basis }, i) => ({ id: `k${i + 1}`, kind, message: messages[kind], basis }));
}
