/** Wing 3, assertion: does a denial hold only for what the pictures could show? "Pneumothorax not seen on this supine film." */
import { phraseAt } from '../../search.ts';
import { listedForms } from '../../word-lists.ts';
import { CLAUSE, type Ground, wallAt } from './ground.ts';

const FAR = 20;

/** Whether words that say so stand behind the token in its clause. */
export function isLimitedView(ground: Ground, from: number): boolean {
  const views = listedForms(ground.knowledge.reading, 'limited-views');
  const end = Math.min(ground.to, from + FAR);
  for (let i = from; i < end && (i === from || wallAt(ground, i) < CLAUSE); i += 1)
    if (phraseAt(views, ground.tokens, i, ground.to)) return true;
  return false;
}
