/** Wing 1, segment: the lines of a text with their tokens, and the list mark that each begins with. */
import type { Token } from '../token.ts';
import { type ListMark, markAt } from './marks.ts';

export interface Line {
  /** first and last printed character of the line; equal for a blank line */
  readonly start: number;
  readonly end: number;
  readonly indent: number;
  /** tokens of the line, `[from, to)` */
  readonly from: number;
  readonly to: number;
  /** holds neither a letter nor a digit */
  readonly blank: boolean;
  /** stands after a blank line or at the beginning */
  readonly opens: boolean;
  readonly mark: ListMark | null;
}

const BREAK = /\r\n|[\n\r\f\u2028\u2029\u0085\v]/g;

export function linesOf(text: string, tokens: readonly Token[]): readonly Line[] {
  const lines: Line[] = [];
  let begin = 0;
  let at = 0;
  let opens = true;
  const add = (end: number): void => {
    const from = at;
    while (at < tokens.length && (tokens[at]?.start ?? end) < end) at += 1;
    const first = tokens[from];
    const last = tokens[at - 1];
    const empty = at === from || !first || !last;
    const blank = empty || !tokens.slice(from, at).some((token) => token.kind !== 'mark');
    lines.push({
      start: empty ? begin : first.start,
      end: empty ? begin : last.end,
      indent: empty ? 0 : first.start - begin,
      from,
      to: at,
      blank,
      opens: !blank && opens,
      mark: blank ? null : markAt(text, tokens, from, at),
    });
    opens = blank;
  };
  for (const hit of text.matchAll(BREAK)) {
    add(hit.index);
    begin = hit.index + hit[0].length;
  }
  add(text.length);
  return lines;
}
