/** Wing 3, relate, findings: alternatives for one thing: "pneumonia versus atelectasis". */
import type { Asserted } from '../assertion.ts';
import type { Mention } from './mentions.ts';
import { ALTERNATIVE, isAt, OPTION, STOP } from './part.ts';
import type { Parts } from './scene.ts';

/** For each finding the first index of its group of alternatives, or -1; null where there are none. */
export function alternativesAmong(
  { parts, hold }: Parts,
  findings: readonly Mention[],
  asserted: readonly Asserted[],
): readonly number[] | null {
  if (findings.length < 2 || !(hold & (ALTERNATIVE | OPTION))) return null;
  const group = findings.map(() => -1);
  for (let index = 1; index < findings.length; index += 1) {
    const [one, two] = [findings[index - 1], findings[index]];
    if (!one || !two || !isOpen(asserted[index - 1]) || !isOpen(asserted[index])) continue;
    let alternative = false;
    let broken = two.first - one.last > 10;
    for (let at = one.last + 1; at < two.first && !broken; at += 1) {
      const is = isAt(parts, at);
      if (is & (ALTERNATIVE | OPTION)) alternative = true;
      else if (is & STOP) broken = true;
    }
    const listed = group[index - 1] !== -1 && !broken;
    if (!alternative || broken) if (!listed || !alternative) continue;
    const first = group[index - 1] === -1 ? index - 1 : (group[index - 1] ?? index - 1);
    group[index - 1] = first;
    group[index] = first;
  }
  return group;
}

const isOpen = (answer: Asserted | undefined): boolean => answer?.assertion.presence === 'possible';
