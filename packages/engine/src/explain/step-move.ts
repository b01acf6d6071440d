/** Wing 4, explain: a tube or line that is to be moved, as a step: "pulling back of the breathing tube by 2 cm". */
import type { Recommendation } from '../document.ts';
import { lengthIn } from './step-length.ts';
import type { StepScene } from './step-what.ts';
import { wordsIn } from './step-words.ts';
import { fill } from './template.ts';

const WAYS = ['back', 'in', 'anew'] as const;

/** Which way, which tube, how far; null where no tube is to be moved. */
export function moveOf(
  { span, modality, statement }: Recommendation,
  { related, templates, words, said }: StepScene,
): string | null {
  if (modality !== null) return null;
  const tokens = wordsIn(related, span);
  const at = tokens.findIndex(({ norm }) => WAYS.some((way) => said.moves[way].includes(norm)));
  const way = WAYS.find((one) => said.moves[one].includes(tokens[at]?.norm ?? ''));
  if (!way) return null;
  const whole = related.statements.find(({ id }) => id === statement)?.span ?? span;
  const device = words?.device(span) ?? words?.device(whole);
  if (!device && !tokens.some(({ norm }) => said.moves.tubes.includes(norm))) return null;
  const { moves } = templates.stepWhat;
  const length = lengthIn(tokens.slice(at + 1), related.source.text);
  const thing = device ? fill(moves.device, { device: device.replace(/^an? /, '') }) : moves.tube;
  // the templates bring their own space where a language sets one
  return moves[way].replace('{thing}', thing).replace('{by}', length ? moves.by.replace('{length}', length) : '');
}
