/** The ladder of certainty: five rungs, the one in question a thick bar, always with its word. */
import type { Certainty } from '@readingscan/engine';
import { RUNGS } from './view.ts';

const TOP = 12;
const STEP = 10;

export function Ladder({ rung }: { readonly rung: Certainty }) {
  const heights = RUNGS.map((_, index) => TOP + index * STEP);
  const at = TOP + Math.max(0, RUNGS.indexOf(rung)) * STEP;
  return (
    <svg class="ladder" viewBox="0 0 40 64" aria-hidden="true">
      <path
        d={`M9 3v58M31 3v58${heights
          .filter((y) => y !== at)
          .map((y) => `M9 ${y}h22`)
          .join('')}`}
      />
      <rect x="3" y={at - 4.5} width="34" height="9" rx="3" />
    </svg>
  );
}
