/** Wing 4, explain: what the exam could not look for well enough: "Evaluation for a clot is limited", "may obscure small masses". */
import type { Finding } from '../document.ts';
import { firstNotBefore } from '../order.ts';
import type { Knowledge, Related } from '../stages.ts';

/** Whether what a finding rests on says that it was not looked for well, not that it may be there. */
export const isUnchecked = (
  { assertion }: Finding,
  { matches }: Pick<Related, 'matches'>,
  { reading }: Knowledge,
): boolean =>
  assertion.basis.some(([start, end]) => {
    for (let at = firstNotBefore(matches.cue, (cue) => cue.start < start); matches.cue[at]?.start === start; at += 1)
      if (matches.cue[at]?.end === end && reading.cues[matches.cue[at]?.entry ?? -1]?.exam === true) return true;
    return false;
  });
