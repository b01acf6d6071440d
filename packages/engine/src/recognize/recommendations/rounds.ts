/** Wing 2, recognize: regular checks that a category is followed by, with no word for the check itself: "TI-RADS 4, 12 mm: annual". */
import { type Item, isA } from './items.ts';

/** The item that names the round, at the end of such a line; -1 where there is none. */
export function roundAlone(items: readonly Item[]): number {
  let at = items.length - 1;
  while (at > 0 && !/\w/.test(items[at]?.norm ?? '')) at -= 1;
  const isRound = items[at]?.mark.period?.repeat === true && MARKS.has(items[at - 1]?.norm ?? '');
  if (!isRound || items.some((item) => isA(item, 'no', 'past', 'told', 'trigger'))) return -1;
  return items.slice(0, at).some(({ mark }) => mark.guideline?.classification === true) ? at : -1;
}

const MARKS: ReadonlySet<string> = new Set([':', '-', '–', ',', ';']);
