/** Wing 4, explain: steps that an addendum takes back: "CT in 6 months" … "ADDENDUM: unchanged since 2019, no follow-up is needed". */
import { adviceTakenBack, LOOKS } from '../advice-taken-back.ts';
import type { Statement } from '../document.ts';
import { sectionsById } from '../sections-by-id.ts';
import type { Knowledge } from '../stages.ts';
import type { StepScene } from './step-what.ts';
import { wordsIn } from './step-words.ts';

/** Ids of the recommendations that no longer stand. */
export function takenBackIn(scene: StepScene, knowledge: Knowledge): ReadonlySet<string> {
  const { recommendations, statements } = scene.related;
  const denied = adviceTakenBack(scene.related, knowledge);
  const sections = sectionsById(scene.related);
  const isInAddendum = ({ section }: Statement): boolean => sections.get(section)?.code === 'addendum';
  const addenda = statements.filter(isInAddendum);
  if (!addenda.some((one) => takesBackAll(one, scene))) return denied;
  const later = new Set(addenda.map(({ id }) => id));
  const earlier = recommendations.filter(({ action, statement }) => action !== 'none-needed' && !later.has(statement));
  const withdrawn = earlier.length === 1 ? earlier : earlier.filter(({ action }) => LOOKS.has(action));
  return new Set([...denied, ...withdrawn.map(({ id }) => id)]);
}

/** "The recommendation above is withdrawn": all of it, where the statement names no step itself. */
function takesBackAll({ id, span }: Statement, { related, said }: StepScene): boolean {
  if (related.recommendations.some(({ statement }) => statement === id)) return false;
  const { advice, back, denials } = said['taken-back'];
  const words = wordsIn(related, span);
  const holds = (list: readonly string[]): boolean => words.some(({ norm }) => list.includes(norm));
  return holds(advice) && holds(back) && !holds(denials);
}
