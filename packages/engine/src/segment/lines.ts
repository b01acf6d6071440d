/** Wing 1, segment: the lines of a text with their tokens, what stands in them, and the list mark that each begins with. */
import type { Token } from '../token.ts';
import { bareMark, type ListMark, markAt } from './marks.ts';
import { COLON, NUMBER, type Roles, WORD } from './roles.ts';

export interface Line {
  /** first and last printed character of the line; equal for a blank line */
  readonly start: number;
  readonly end: number;
  readonly indent: number;
  /** tokens of the line, `[from, to)` */
  readonly from: number;
  readonly to: number;
  /** the roles of its tokens together */
  readonly holds: number;
  /** its last colon; -1 where it has none */
  readonly colon: number;
  /** holds neither a letter nor a digit */
  readonly blank: boolean;
  /** stands after a blank line or at the beginning */
  readonly opens: boolean;
  readonly mark: ListMark | null;
}

const BREAK = /\r\n|[\n\r\f\u2028\u2029\u0085\v]/g;
const RARE_BREAK = /[\r\f\u2028\u2029\u0085\v]/;

export function linesOf(text: string, tokens: readonly Token[], roles: Roles): readonly Line[] {
  const lines: Line[] = [];
  let begin = 0;
  let at = 0;
  let opens = true;
  const add = (end: number): void => {
    const from = at;
    let holds = 0;
    let colon = -1;
    for (; at < tokens.length; at += 1) {
      const token = tokens[at];
      // the full stop behind a word that the end of the line parts stays with it
      if (!token || (token.start >= end && !(token.glued && at > from && (tokens[at - 1]?.end ?? 0) > end))) break;
      const role = roles[at] ?? 0;
      if (role & COLON) colon = at;
      holds |= role;
    }
    const first = tokens[from];
    const last = tokens[at - 1];
    const empty = at === from || !first || !last;
    const blank = (holds & (WORD | NUMBER)) === 0;
    lines.push({
      start: empty ? begin : first.start,
      end: empty ? begin : last.end,
      indent: empty ? 0 : first.start - begin,
      from,
      to: at,
      holds,
      colon,
      blank,
      opens: !blank && opens,
      mark: blank ? null : markAt(text, tokens, from, at),
    });
    opens = blank;
  };
  if (RARE_BREAK.test(text))
    for (const hit of text.matchAll(BREAK)) {
      add(hit.index);
      begin = hit.index + hit[0].length;
    }
  else
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', begin)) {
      add(end);
      begin = end + 1;
    }
  add(text.length);
  markBare(text, tokens, lines);
  return lines;
}

/** Written out: a spread would be of another shape to the machine. */
const marked = ({ start, end, indent, from, to, holds, colon, blank, opens }: Line, mark: ListMark): Line => ({
  start,
  end,
  indent,
  from,
  to,
  holds,
  colon,
  blank,
  opens,
  mark,
});

/** A list of bare numbers, which only its second line shows: "1 Stone" above "2 Cyst", "I. Stone" above "II. Cyst". */
function markBare(text: string, tokens: readonly Token[], lines: Line[]): void {
  let before: number | null = null;
  for (let number = 0; number < lines.length; number += 1) {
    const line = lines[number];
    if (!line || line.blank) continue;
    const above = before === null ? undefined : lines[before];
    const first = tokens[line.from];
    if (above && first && ((first.kind === 'number' && !line.mark) || line.mark?.kind === 'roman')) {
      const mark = line.mark ?? bareMark(text, tokens, line.from, line.to);
      const last = mark && (above.mark ?? bareMark(text, tokens, above.from, above.to));
      if (before !== null && mark && last && last.kind === mark.kind && last.number + 1 === mark.number) {
        lines[before] = marked(above, last);
        lines[number] = marked(line, mark);
      }
    }
    before = number;
  }
}
