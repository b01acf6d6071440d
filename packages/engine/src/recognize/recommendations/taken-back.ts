/** Wing 2, recognize: advice that the clause behind it takes back: "PET/CT for nodules over 8 mm; not applicable here". */
import type { Clause } from './clauses.ts';
import { type Item, isA } from './items.ts';

/** 'all' of the clause before is; 'if': only what hung on a condition, which does not hold ("PET only if it grows; not needed at present"). */
export function isTakenBack(items: readonly Item[], { from, to }: Clause): 'all' | 'if' | null {
  let at = from;
  while (at < to && isA(items[at], 'filler', 'here') && !isA(items[at], 'void', 'no-need')) at += 1;
  const taken = isA(items[at], 'void') ? 'all' : isA(items[at], 'no-need') ? 'if' : null;
  const only = items.slice(at + 1, to).every((item) => isA(item, 'here') || !/\w/.test(item.norm));
  return only ? taken : null;
}
