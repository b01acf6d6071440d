/** Wing 4, explain: steps that an addendum takes back: "CT in 6 months" … "ADDENDUM: unchanged since 2019, no follow-up is needed". */
import type { Recommendation } from '../document.ts';
import { sectionsById } from '../sections-by-id.ts';
import { LOOKS } from './next-steps-choices.ts';
import { type StepScene, whatOf } from './step-what.ts';

/** Ids of the recommendations that no longer stand. "No follow-up is needed" takes back what only looks again; a sample or a visit is taken back by its own name alone. */
export function takenBackIn(scene: StepScene): ReadonlySet<string> {
  const { recommendations, statements } = scene.related;
  const sections = sectionsById(scene.related);
  const sectionOf = new Map(statements.map(({ id, section }) => [id, sections.get(section)?.code]));
  const isLater = ({ statement }: Recommendation): boolean => sectionOf.get(statement) === 'addendum';
  const denials = recommendations.filter((one) => one.action === 'none-needed' && isLater(one));
  if (denials.length === 0) return new Set();
  const isTakenBack = (one: Recommendation): boolean =>
    denials.some(
      (later) =>
        later.condition === null &&
        (namesOwn(later, scene)
          ? whatOf({ ...later, action: one.action }, scene) === whatOf(one, scene)
          : LOOKS.has(one.action)),
    );
  return new Set(
    recommendations.flatMap((one) =>
      one.action !== 'none-needed' && !isLater(one) && isTakenBack(one) ? [one.id] : [],
    ),
  );
}

/** "FNA is not recommended" names what is not to be done. */
const namesOwn = ({ modality, span }: Recommendation, { words }: StepScene): boolean =>
  modality !== null || Boolean(words?.procedure(span));
