/** Tells V8 how eagerly to optimize and to clear up: with hundreds of functions that are each a little warm, its compiler takes the processor from the work itself. */
import { setFlagsFromString } from 'node:v8';
import type { Answer } from './lines.ts';

/**
 * Half the usual budget before a function is optimized, or twice as much; and a third of the code drawn into it. Measured with Node 20 on two
 * cores: eager at first and less eager later takes a fifth less time for 4,000 reports than V8's own settings; code compiled plainly at its first
 * call, not interpreted, is quicker again. Other versions keep theirs.
 */
const EAGER = '--interrupt-budget=66000';
const CALM = '--interrupt-budget=264000';
const LATE = '--interrupt-budget=528000';
const INLINED = '--max-inlined-bytecode-size-cumulative=300';
const BASELINE = '--always-sparkplug';
/** What reports leave behind is cleared before it is a third of what lives: 50 MB less at the peak for a tenth of the pace at most. */
const CLEARED = '--heap-growing-percent=30';
/** answers after which most of what is common has been met */
const WARM = 800;
const MEASURED = /^11\./;

export function optimizeLess(budget = CALM): void {
  if (MEASURED.test(process.versions.v8))
    for (const flag of [budget, INLINED, BASELINE, CLEARED]) setFlagsFromString(flag);
}

/** For one document: what is read once is hardly worth optimizing; it takes a fifth of the processor, and a second one is seldom free. */
export function optimizeLate(): void {
  if (MEASURED.test(process.versions.v8)) setFlagsFromString(LATE);
}

/** Eager until most of what is common is quick, then less so. */
export function warming(answer: Answer): Answer {
  optimizeLess(EAGER);
  let given = 0;
  return (record) => {
    given += 1;
    if (given === WARM) optimizeLess();
    return answer(record);
  };
}
