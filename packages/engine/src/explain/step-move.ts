/** Wing 4, explain: a tube or line that is to be moved, as a step: "pulling back of the breathing tube by 2 cm". */
import type { Recommendation } from '../document.ts';
import type { Related } from '../stages.ts';
import { statementsById } from '../statements-by-id.ts';
import { tokenAt } from '../token.ts';
import type { StepScene } from './step-what.ts';
import { wordsIn } from './step-words.ts';
import { fill } from './template.ts';

const WAYS = ['back', 'in', 'anew', 'out', 'swap'] as const;
/** Of a stone or a lump it says something else. */
const NAMED: ReadonlySet<string> = new Set(['out', 'swap']);

/** Which way, which tube, how far; null where no tube is to be moved. */
export function moveOf(
  { span, modality, statement, action }: Recommendation,
  { related, templates, words, said }: StepScene,
): string | null {
  if (modality !== null) return null;
  const tokens = wordsIn(related, span);
  const at = tokens.findIndex(({ norm }) => WAYS.some((way) => said.moves[way].includes(norm)));
  const way = WAYS.find((one) => said.moves[one].includes(tokens[at]?.norm ?? ''));
  // "follow-up for a change of the stent": nothing is to be done to it
  if (!way || (NAMED.has(way) && action === 'surveillance')) return null;
  const whole = statementsById(related).get(statement)?.span ?? span;
  const device = words?.device(span) ?? (NAMED.has(way) ? null : words?.device(whole));
  if (!device && NAMED.has(way)) return null;
  if (!device && !tokens.some(({ norm }) => said.moves.tubes.includes(norm))) return null;
  const { moves } = templates.stepWhat;
  const length = lengthBehind(tokens[at]?.end ?? span[0], span[1], related);
  const thing = device ? fill(moves.device, { device: device.replace(/^an? /, '') }) : moves.tube;
  // the templates bring their own space where a language sets one
  return moves[way].replace('{thing}', thing).replace('{by}', length ? moves.by.replace('{length}', length) : '');
}

/** How far it is to be moved, as written: "2 cm", "3-4 cm"; not where it is to come to lie, "to 5 cm above the carina". */
function lengthBehind(from: number, to: number, { measurements, tokens, source }: Related): string | null {
  const length = measurements.find(({ span, mm }) => mm !== null && span[0] >= from && span[1] <= to);
  const before = length && tokens[tokenAt(tokens, length.span[0], 0, tokens.length) - 1];
  return length && before?.norm !== TO ? source.text.slice(...length.span) : null;
}
const TO = 'to';
