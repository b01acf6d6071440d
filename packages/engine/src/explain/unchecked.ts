/** Wing 4, explain: what the exam could not look for well enough: "Evaluation for a clot is limited", "may obscure small masses". */
import type { Finding } from '../document.ts';
import type { Knowledge, Related } from '../stages.ts';

/** Whether what a finding rests on says that it was not looked for well, not that it may be there. */
export const isUnchecked = (
  { assertion }: Finding,
  { matches }: Pick<Related, 'matches'>,
  { reading }: Knowledge,
): boolean =>
  assertion.basis.some(([start, end]) =>
    matches.cue.some((cue) => cue.start === start && cue.end === end && reading.cues[cue.entry]?.exam === true),
  );
