/** Wing 3, assertion: things with their answers behind them and no mark between: "Pneumothorax no effusion yes". */
import type { Token } from '../../token.ts';
import { AUXILIARY, VERB } from './word-classes.ts';

const ANSWERS: ReadonlySet<string> = new Set(['yes', 'no']);

export const saysYesOrNo = (token: Token | undefined): boolean => token !== undefined && ANSWERS.has(token.norm);

/** Whether each thing of the tokens `[from, to)` has a yes or a no behind it, to the last word, and both are among them. */
export function answersRun(tokens: readonly Token[], from: number, to: number): boolean {
  const last = tokens[to - 1]?.norm === '.' ? to - 2 : to - 1;
  if (last <= from || !saysYesOrNo(tokens[last]) || saysYesOrNo(tokens[from])) return false;
  const said = new Set<string>();
  for (let i = from; i <= last; i += 1) {
    const token = tokens[i];
    if (token?.kind !== 'word') return false;
    if (saysYesOrNo(token)) {
      if (saysYesOrNo(tokens[i - 1])) return false;
      said.add(token.norm);
    } else if (token.word.classes & (VERB | AUXILIARY)) return false;
  }
  return said.size === ANSWERS.size;
}
