/** Wing 4, explain: a meeting of several specialists, as a step: "The report asks that a team of specialists (lung) talks about your case." */
import type { Recommendation } from '../document.ts';
import { fill } from './template.ts';
import type { Templates } from './templates.ts';

export function boardText(
  { board, strength }: Recommendation,
  when: string,
  condition: string,
  { boards }: Templates,
): string {
  const kind = board?.kind ? boards.kinds[board.kind] : undefined;
  const team = kind ? fill(boards.teamFor, { kind }) : boards.team;
  return fill(boards.ask[strength], { team, when, condition });
}
