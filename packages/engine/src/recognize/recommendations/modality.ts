/** Wing 2, recognize: which sort of test is asked for where its name leaves it open: a scan, a repeat, further views. */
import type { Modality } from '../../document.ts';
import type { StatementScene } from './compose.ts';
import { type Item, isA } from './items.ts';
import type { Target } from './targets.ts';

/** "Further imaging" may be of another kind. */
const OTHER: ReadonlySet<string> = new Set(['further', 'additional', 'next', 'new', 'second']);

export function modalityOf(target: Target, scene: StatementScene, items: readonly Item[]): Modality | null {
  const { modality } = scene;
  if (target.modality === null && isScreening(target, items)) return modality === 'MG' ? modality : null;
  if (!target.generic) return isOfViews(target, items) ? viewsOf(scene, target) : target.modality;
  const context = items.find((item) => item.mark.context)?.mark.context?.modality;
  const again = items
    .slice(target.from, target.to)
    .some((item) => (isA(item, 'repeat', 'follow') || item.norm.startsWith('re')) && !OTHER.has(item.norm));
  return context ?? (again ? (modality === 'XR' && scene.ofBaby() ? 'US' : modality) : null);
}

/** "Return to routine screening" */
const isScreening = ({ action, from, to }: Target, items: readonly Item[]): boolean =>
  action === 'surveillance' && items.slice(from, to).some((item) => isA(item, 'programme') && isA(item, 'imperative'));

/** "Further views": no other test is named. */
const isOfViews = ({ modality, from, to }: Target, items: readonly Item[]): boolean =>
  modality === 'XR' && items.slice(from, to).every((item) => !isA(item, 'test') || isA(item, 'views'));

/** Of a breast or of a baby they are no X-ray. */
function viewsOf({ modality, ofBaby }: StatementScene, { region }: Target): Modality {
  if (modality === 'MG' && (region === null || region === 'breast')) return 'MG';
  return ofBaby() ? 'US' : 'XR';
}
