/** Wing 2, recognize: the part of a clause that speaks of one of the things in it. */
import { ASIDE, type Asides, type Clause } from './clauses.ts';
import { type Item, isA } from './items.ts';
import type { Target } from './targets.ts';

/** The whole clause for what is asked for; for what is denied, its own words: what it depends on, or is asked for beside it, may name other things. */
export function ownPart(
  items: readonly Item[],
  clause: Clause,
  asides: Asides,
  targets: readonly Target[],
  target: Target,
): Clause {
  if (target.action === 'procedure') return beforeOther(items, clause, asides, target);
  if (target.action === 'biopsy') return ofOneSample(items, clause, targets, target);
  if (target.action !== 'none-needed') return clause;
  let { from, to } = clause;
  for (const other of [...asides.conditions, ...targets.filter((one) => one !== target)]) {
    if (other.to <= target.from) from = Math.max(from, other.to);
    else if (other.from >= target.to) to = Math.min(to, other.from);
  }
  while (from < target.from && !/\w/.test(items[from]?.norm ?? '')) from += 1;
  return { from, to };
}

/** Of several samples the words up to the next one. */
function ofOneSample(items: readonly Item[], clause: Clause, targets: readonly Target[], target: Target): Clause {
  const samples = targets.filter(({ action }) => action === 'biopsy');
  const at = samples.indexOf(target);
  const isListed = (i: number): boolean => items[samples[i]?.from ?? -1]?.norm === 'of';
  const next = samples[at + 1];
  if (!isListed(at) && !(next && isListed(at + 1))) return clause;
  return { from: isListed(at) ? target.from : clause.from, to: next ? next.from - 1 : clause.to };
}

/** "An injection could be tried before surgery is considered": the words up to what comes later. */
function beforeOther(items: readonly Item[], clause: Clause, { of }: Asides, { to }: Target): Clause {
  for (let at = to; at < clause.to; at += 1) {
    if (items[at]?.mark.occasion?.occasion.startsWith('before-')) return { from: clause.from, to: at };
    if (
      of[at] === ASIDE.purpose &&
      items[at]?.norm === 'before' &&
      items.slice(at + 1, at + 5).some((i) => isA(i, 'action', 'specialty'))
    )
      return { from: clause.from, to: at };
  }
  return clause;
}
