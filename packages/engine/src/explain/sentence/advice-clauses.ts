/** Wing 4, explain: a finding and the advice behind it, cut into two sentences. */
import type { Knowledge } from '../../stages.ts';
import { opening } from './advice.ts';
import type { Chunk } from './chunk.ts';
import type { Manner } from './clause.ts';

export interface AdviceClause {
  readonly clause: readonly Chunk[];
  /** where it is known: what stands before the advice is told as a finding */
  readonly manner?: Manner;
}

/** "A 5 mm nodule, recommend CT": what is asked for behind a comma is a sentence of its own, unless a condition stands before it. */
export function atAdvice(clause: readonly Chunk[], { words }: Knowledge): readonly AdviceClause[] {
  const advice = words?.documents.advice;
  const at = clause.findIndex(
    (chunk, i) =>
      isPause(clause[i - 1]) &&
      advice?.opens.includes(opening(chunk)) &&
      clause.slice(0, i).some(({ kind }) => kind === 'concept'),
  );
  const pause = clause.slice(0, Math.max(0, at - 1)).findLastIndex(isPause);
  if (
    !advice ||
    at < 0 ||
    [clause[0], clause[pause + 1]].some((chunk) => chunk && advice.leads.includes(opening(chunk)))
  )
    return [{ clause }];
  return [{ clause: clause.slice(0, at - 1), manner: 'statement' }, { clause: clause.slice(at) }];
}

const isPause = (chunk: Chunk | undefined): boolean =>
  chunk?.kind === 'mark' && (chunk.text === ',' || (chunk.text === '-' && !chunk.glued));
