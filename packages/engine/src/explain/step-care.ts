/** Wing 4, explain: what the person is asked to do, as a step: "The report asks that you wear the boot for 6 weeks." */
import type { Care, Interval, Recommendation } from '../document.ts';
import type { StepScene } from './step-what.ts';
import { writtenOf } from './step-words.ts';
import { fill } from './template.ts';
import type { Templates } from './templates.ts';

/** "… for 6 weeks" */
export function lastingText({ min, max, unit }: Interval, { care, units }: Templates): string {
  const frame = max === null ? care.lastingLeast : min === max ? care.lasting : care.lastingRange;
  const name = units[unit][(max ?? min) === 1 ? 0 : 1] ?? '';
  return frame.replace('{min}', String(min)).replace('{max}', String(max)).replace('{unit}', name);
}

export function careText(
  { kind, lasting, tail }: Care,
  { strength, condition: depends }: Recommendation,
  condition: string,
  { templates, words, related }: StepScene,
): string {
  const { care } = templates;
  const behind = tail && (words?.quoted(tail) ?? writtenOf(tail, related.source.text));
  // "flat pending surgical review": how long is the condition too
  const isTold = tail && depends && tail[0] <= depends.span[0] && depends.span[1] <= tail[1];
  // the templates bring their own space where a language sets one
  const step = fill(care.ask[strength], {
    act: care.acts[kind] ?? kind,
    lasting: lasting ? lastingText(lasting, templates) : '',
    tail: behind ? care.tail.replace('{words}', behind) : '',
    condition: isTold ? '' : condition,
  });
  return care.medicines.includes(kind) ? fill(care.medicine, { step }) : step;
}
