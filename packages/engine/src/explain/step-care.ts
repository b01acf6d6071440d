/** Wing 4, explain: what the person is asked to do, as a step: "The report asks that you wear the boot for 6 weeks." */
import type { Care, Recommendation } from '../document.ts';
import type { StepScene } from './step-what.ts';
import { writtenOf } from './step-words.ts';
import { fill } from './template.ts';

export function careText(
  { kind, lasting, tail }: Care,
  strength: Recommendation['strength'],
  condition: string,
  { templates, words, related }: StepScene,
): string {
  const { care, units } = templates;
  const { min = 0, max = 0, unit = 'day' } = lasting ?? {};
  const frame = max === null ? care.lastingLeast : min === max ? care.lasting : care.lastingRange;
  const name = units[unit][(max ?? min) === 1 ? 0 : 1] ?? '';
  const behind = tail && (words?.quoted(tail) ?? writtenOf(tail, related.source.text));
  // the templates bring their own space where a language sets one
  const step = fill(care.ask[strength], {
    act: care.acts[kind] ?? kind,
    lasting: lasting ? frame.replace('{min}', String(min)).replace('{max}', String(max)).replace('{unit}', name) : '',
    tail: behind ? care.tail.replace('{words}', behind) : '',
    condition,
  });
  return care.medicines.includes(kind) ? fill(care.medicine, { step }) : step;
}
