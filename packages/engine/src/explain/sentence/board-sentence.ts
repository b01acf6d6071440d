/** Wing 4, explain: a clause that says no more than that several specialists are to meet about the person, told as its step is. */
import { boardWords } from '../../board-words.ts';
import { longestForm } from '../../search.ts';
import { boardText } from '../step-board.ts';
import { namedWhen } from '../step-when.ts';
import type { AdviceScene } from './advice-parts.ts';
import type { Chunk } from './chunk.ts';

/** null where another word stands in it, a time that is counted, or a condition. */
export function boardSentence(clause: readonly Chunk[], { related, knowledge, asked }: AdviceScene): string | null {
  const [only, more] = asked;
  const [first, last] = [clause[0], clause.at(-1)];
  const { reading, words } = knowledge;
  if (!only?.board || more || only.condition || only.interval || !first || !last || !words) return null;
  const vocabulary = boardWords(reading);
  const beside = new Set(reading.documents.recommendations.boards.beside);
  const { tokens, source } = related;
  for (let at = first.from; at < last.to; ) {
    const token = tokens[at];
    const tag = longestForm(vocabulary, source.text, tokens, at, last.to);
    const isOwn =
      token?.kind === 'mark' ||
      beside.has(token?.norm ?? '') ||
      (token && only.on && only.on.span[0] <= token.start && token.end <= only.on.span[1]);
    if (!tag && !isOwn) return null;
    at = tag ? tag.to : at + 1;
  }
  const { templates } = words.documents;
  return boardText(only, only.on ? namedWhen(only.on, templates) : '', '', templates);
}
