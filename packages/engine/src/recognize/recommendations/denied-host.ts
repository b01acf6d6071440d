/** Wing 2, recognize: advice on what is not there: "No lesion for which biopsy is recommended", "there is no finding that warrants MRI". */
import type { Clause } from './clauses.ts';
import { type Item, isA } from './items.ts';

/** Whether what the clause asks for hangs on something that it denies. */
export function deniesHost(items: readonly Item[], { from, to }: Clause): boolean {
  let at = from;
  while (at < to && LEADS.has(items[at]?.norm ?? '')) at += 1;
  if (!DENIES.has(items[at]?.norm ?? '') || items[at + 1]?.norm === 'longer') return false;
  for (let next = at + 1; next < Math.min(to, at + REACH); next += 1) {
    if (opensRelative(items, next)) return !isOfKnown(items, at + 1, next) && !asksBehind(items, next, to);
    // "no change in the nodule for which CT is recommended": the nodule is there
    if (BREAKS.has(items[next]?.norm ?? '') || isA(items[next - 1], 'altered')) return false;
  }
  return false;
}

/** "No fat in the mass that warrants MRI": what stands behind a small word and an article is there; not "no mass in the liver". */
function isOfKnown(items: readonly Item[], from: number, to: number): boolean {
  if (!isA(items[to - 1], 'found')) return false;
  return items.slice(from, to).some(({ norm }, i) => PLACES.has(items[from + i - 1]?.norm ?? '') && DEFINITE.has(norm));
}

/** "No fracture to suggest abuse, skeletal survey recommended": the advice stands for itself. */
function asksBehind(items: readonly Item[], from: number, to: number): boolean {
  const comma = items.findLastIndex(({ norm }, at) => at > from && at < to && PARTS.has(norm));
  if (comma < 0) return false;
  const behind = items.slice(comma + 1, to);
  return !behind.some(({ norm }) => LISTS.has(norm)) && behind.some((item) => isA(item, 'trigger', 'need'));
}

function opensRelative(items: readonly Item[], at: number): boolean {
  const norm = items[at]?.norm ?? '';
  const next = items[at + 1]?.norm ?? '';
  return (
    RELATIVES.has(norm) || (norm === 'for' && next === 'which') || (norm === 'to' && isA(items[at + 1], 'warrants'))
  );
}

const REACH = 16;
const PLACES: ReadonlySet<string> = new Set(['in', 'of', 'within', 'inside', 'for', 'to', 'on', 'at']);
const DEFINITE: ReadonlySet<string> = new Set(['the', 'this', 'that', 'these', 'those', 'known']);
const PARTS: ReadonlySet<string> = new Set([',', ';', ':']);
const LISTS: ReadonlySet<string> = new Set(['or', 'nor']);
const LEADS: ReadonlySet<string> = new Set(['there', 'is', 'are', 'was', 'were']);
const DENIES: ReadonlySet<string> = new Set(['no', 'without']);
const RELATIVES: ReadonlySet<string> = new Set(['that', 'which', 'who']);
const BREAKS: ReadonlySet<string> = new Set(', ; : . and but with from after since despite near beside'.split(' '));
