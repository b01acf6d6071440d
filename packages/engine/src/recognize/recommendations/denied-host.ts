/** Wing 2, recognize: advice on what is not there: "No lesion for which biopsy is recommended", "there is no finding that warrants MRI". */
import type { Clause } from './clauses.ts';
import { type Item, isA } from './items.ts';

/** Whether what the clause asks for hangs on something that it denies. */
export function deniesHost(items: readonly Item[], { from, to }: Clause): boolean {
  let at = from;
  while (at < to && LEADS.has(items[at]?.norm ?? '')) at += 1;
  if (!DENIES.has(items[at]?.norm ?? '')) return false;
  for (let next = at + 1; next < Math.min(to, at + REACH); next += 1) {
    if (opensRelative(items, next)) return true;
    // "no change in the nodule for which CT is recommended": the nodule is there
    if (BREAKS.has(items[next]?.norm ?? '') || isA(items[next - 1], 'altered')) return false;
  }
  return false;
}

function opensRelative(items: readonly Item[], at: number): boolean {
  const norm = items[at]?.norm ?? '';
  const next = items[at + 1]?.norm ?? '';
  return (
    RELATIVES.has(norm) || (norm === 'for' && next === 'which') || (norm === 'to' && isA(items[at + 1], 'warrants'))
  );
}

const REACH = 16;
const LEADS: ReadonlySet<string> = new Set(['there', 'is', 'are', 'was', 'were']);
const DENIES: ReadonlySet<string> = new Set(['no', 'without']);
const RELATIVES: ReadonlySet<string> = new Set(['that', 'which', 'who']);
const BREAKS: ReadonlySet<string> = new Set(', ; : . and but with from after since despite near beside'.split(' '));
