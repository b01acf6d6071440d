/** Wing 4, explain: steps that an addendum takes back: "CT in 6 months" … "ADDENDUM: unchanged since 2019, no follow-up is needed". */
import { LOOKS, meantByAll } from '../advice-taken-back.ts';
import type { Recommendation, Statement } from '../document.ts';
import { sectionsById } from '../sections-by-id.ts';
import type { Knowledge } from '../stages.ts';
import { type StepScene, whatOf } from './step-what.ts';
import { wordsIn } from './step-words.ts';

/** Ids of the recommendations that no longer stand. "No follow-up is needed" takes back what only looks again; a sample or a visit is taken back by its own name alone. */
export function takenBackIn(scene: StepScene, knowledge: Knowledge): ReadonlySet<string> {
  const { recommendations, statements } = scene.related;
  const sections = sectionsById(scene.related);
  const sectionOf = new Map(statements.map(({ id, section }) => [id, sections.get(section)?.code]));
  const isLater = ({ statement }: Recommendation): boolean => sectionOf.get(statement) === 'addendum';
  const denials = recommendations.filter((one) => one.action === 'none-needed' && isLater(one));
  const earlier = recommendations.filter((one) => one.action !== 'none-needed' && !isLater(one));
  const looks = earlier.filter(({ action }) => LOOKS.has(action));
  const isWhole = statements.some((one) => sectionOf.get(one.id) === 'addendum' && takesBackAll(one, scene));
  if (denials.length === 0 && !isWhole) return new Set();
  const isTakenBack = (one: Recommendation): boolean =>
    (isWhole && (earlier.length === 1 || LOOKS.has(one.action))) ||
    denials.some(
      (later) =>
        later.condition === null &&
        (namesOwn(later, scene)
          ? whatOf({ ...later, action: one.action }, scene) === whatOf(one, scene)
          : meantByAll(later, looks, scene.related, knowledge).includes(one)),
    );
  return new Set(earlier.flatMap((one) => (isTakenBack(one) ? [one.id] : [])));
}

/** "The recommendation above is withdrawn": all of it, where the statement names no step itself. */
function takesBackAll({ id, span }: Statement, { related, said }: StepScene): boolean {
  if (related.recommendations.some(({ statement }) => statement === id)) return false;
  const { advice, back, denials } = said['taken-back'];
  const words = wordsIn(related, span);
  const holds = (list: readonly string[]): boolean => words.some(({ norm }) => list.includes(norm));
  return holds(advice) && holds(back) && !holds(denials);
}

/** "FNA is not recommended" names what is not to be done. */
const namesOwn = ({ modality, span }: Recommendation, { words }: StepScene): boolean =>
  modality !== null || Boolean(words?.procedure(span));
