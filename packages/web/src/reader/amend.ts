/** Text under correction: a change moves the doubts that stand behind it and settles the ones it touches. */
import type { Doubt, Span } from '@readingscan/engine';

/** A doubt not yet settled, with the place it had in the text as it was read. */
export interface OpenDoubt extends Doubt {
  readonly origin: Span;
}

export interface Draft {
  readonly text: string;
  readonly doubts: readonly OpenDoubt[];
}

export function draftOf(text: string, doubts: readonly Doubt[]): Draft {
  return { text, doubts: doubts.map((doubt) => ({ ...doubt, origin: doubt.span })) };
}

/** Puts other words in a span. */
export function replaceAt(draft: Draft, span: Span, words: string): Draft {
  const text = draft.text.slice(0, span[0]) + words + draft.text.slice(span[1]);
  return { text, doubts: moved(draft.doubts, span, words.length) };
}

/** Takes text as it was changed by hand. */
export function retype(draft: Draft, text: string): Draft {
  const [before, after] = [draft.text, text];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { text, doubts: moved(draft.doubts, [start, before.length - end], after.length - end - start) };
}

function moved(doubts: readonly OpenDoubt[], [from, to]: Span, length: number): readonly OpenDoubt[] {
  const shift = length - (to - from);
  return doubts.flatMap((doubt) => {
    const [start, end] = doubt.span;
    if (end <= from) return [doubt];
    if (start >= to) return [{ ...doubt, span: [start + shift, end + shift] as const }];
    return [];
  });
}
