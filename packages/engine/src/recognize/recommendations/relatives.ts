/** Wing 2, recognize: advice for close relatives and not for the person: "siblings should be screened". */
import type { Clause } from './clauses.ts';
import { type Item, isA } from './items.ts';
import type { Target } from './targets.ts';

/** "Siblings should be screened", "family screening with ultrasound"; not "as her mother had", which tells of them. */
export function isForRelatives(items: readonly Item[], { from, to }: Clause, target: Target): boolean {
  const at = items.findIndex((item, i) => i >= from && i < to && isA(item, 'relatives'));
  const verb = items[at + 1];
  // "referral for you and family screening"
  if (target.to <= at && items.slice(target.to, at).some(({ norm }) => norm === 'and' || norm === ',')) return false;
  return (
    at >= 0 &&
    !isA(verb, 'past', 'seen') &&
    !items.slice(from, at).some((item) => isA(item, 'reason', 'pointing', 'condition'))
  );
}
