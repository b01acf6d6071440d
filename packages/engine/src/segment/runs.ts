/** Wing 1, segment: an entry that holds several list items on one line ("1. … 2. …", "• … • …", "CT CHEST: 1. …") → one entry each. */

import type { Token } from '../token.ts';
import { type Entry, partOf } from './entries.ts';
import { isExamName } from './exam-title.ts';
import { startsUpper } from './letters.ts';
import { type ListMark, numbered } from './marks.ts';
import type { Page } from './page.ts';
import { CLOSES_MARK, COLON, MARK, OPENS, ROUND } from './roles.ts';

export function splitRuns(page: Page, entries: readonly Entry[]): readonly Entry[] {
  const out: Entry[] = [];
  for (const whole of entries) {
    const listed = behindLabel(page, whole);
    if (listed) out.push(partOf(whole, whole.from, listed.from, whole.mark));
    const entry = listed ?? whole;
    const cuts = cutsOf(page, entry);
    if (cuts.length === 0 || (!entry.mark && cuts.length < 2)) out.push(entry);
    else for (const part of splitRun(entry, cuts)) out.push(part);
  }
  return out;
}

/** "CT CHEST: 1. Embolism.": a list behind the name of an examination. */
function behindLabel(page: Page, entry: Entry): Entry | null {
  const { text, tokens, roles } = page;
  const { from, to, mark, indent, lineStart } = entry;
  if (mark) return null;
  const last = Math.min(to, from + LABEL);
  let at = from;
  while (at < last && ((roles[at] ?? 0) & COLON) === 0) at += 1;
  if (at === from || at >= last || !isExamName(page, from, at)) return null;
  const own = numbered(text, tokens, at + 1, to);
  return own?.kind === 'number' ? { from: at + 1, to, mark: own, indent, opens: false, lineStart } : null;
}
const LABEL = 16;

interface Start {
  readonly at: number;
  readonly mark: ListMark | null;
}

/** Where further items begin inside an entry. */
function cutsOf(page: Page, entry: Entry): readonly Start[] {
  const { roles, tokens } = page;
  const cuts: Start[] = [];
  let mark = entry.mark;
  for (let at = mark ? Math.max(mark.to, entry.from + 1) : entry.from + 1; at < entry.to; at += 1) {
    const role = roles[at] ?? 0;
    // a bullet after a bullet; "2" or "b" with its closing sign; "(" or a first bullet
    const maybe =
      mark?.kind === 'bullet'
        ? role & MARK
        : role & MARK
          ? role & (OPENS | ROUND)
          : (roles[at + 1] ?? 0) & CLOSES_MARK && isBrief(tokens[at]);
    if (!maybe) continue;
    const next = nextMark(page, entry, at, mark);
    if (!next) continue;
    cuts.push({ at, mark: next });
    mark = next;
    at = Math.max(at, next.to - 1);
  }
  return cuts;
}

/** No number or letter of a list is longer than "viii". */
const isBrief = (token: Token | undefined): boolean => token !== undefined && token.end - token.start <= 4;

function splitRun(entry: Entry, cuts: readonly Start[]): readonly Entry[] {
  const starts: readonly Start[] = [{ at: entry.from, mark: entry.mark }, ...cuts];
  return starts.map(({ at, mark: own }, i) => partOf(entry, at, starts[i + 1]?.at ?? entry.to, own));
}

/** The mark of the next item at a token inside an entry. */
function nextMark(page: Page, entry: Entry, at: number, last: ListMark | null): ListMark | null {
  const { text, tokens, roles } = page;
  const token = tokens[at];
  const isRound = ((roles[at] ?? 0) & ROUND) !== 0;
  const before = tokens[at - 1];
  if (!token || !before) return null;
  if (last?.kind === 'bullet' || (!last && isRound)) {
    if (token.kind !== 'mark' || at + 1 >= entry.to) return null;
    const own = entry.mark ? tokens[entry.from]?.norm : token.norm;
    if (token.norm !== own) return null;
    const next = tokens[at + 1];
    if (isRound) {
      const number = next?.kind === 'number' ? numbered(text, tokens, at + 1, entry.to) : null;
      return { kind: 'bullet', number: 0, to: number?.to ?? at + 1 };
    }
    const apart = !token.glued && next !== undefined && !next.glued && startsUpper(text, next);
    return apart && (before.norm === '.' || before.norm === ';') ? { kind: 'bullet', number: 0, to: at + 1 } : null;
  }
  if (token.kind === 'mark' && token.norm !== '(' && token.norm !== '[') return null;
  const mark = numbered(text, tokens, at, entry.to);
  if (!mark) return null;
  const expected = last ? last.number + 1 : 1;
  if (
    mark.number !== expected &&
    !(last?.kind === 'letter' && mark.kind === 'roman' && isLetterOf(text, tokens[at], expected))
  )
    return null;
  // "LAD: 1. CX: 2.": a value
  if (last && before.norm === ':') return null;
  if (last && mark.kind !== last.kind && !(last.kind === 'letter' && mark.kind === 'roman')) return null;
  if (mark.kind === 'letter' && entry.mark && isSmall(text, token) !== isSmall(text, tokens[entry.from])) return null;
  const closed =
    before.norm === '.' ||
    before.norm === ';' ||
    before.norm === ':' ||
    before.norm === ',' ||
    before.norm === ')' ||
    before.norm === '!' ||
    before.norm === '?';
  const next = tokens[mark.to];
  if (!next) return null;
  if (token.glued && !(closed && before.norm !== ',')) return null;
  if (token.glued && token.kind === 'word') return null;
  const bracketed = tokens[mark.to - 1]?.norm === ')';
  if (!last) return closed && before.norm !== ',' ? mark : null;
  const opens = startsUpper(text, next) || next.kind === 'number' || page.capitals() || next.norm === '?';
  if (closed) return bracketed || opens || last.kind === 'letter' ? mark : null;
  // "1) The first item 2) The second item", "a. first b. second"
  return (bracketed && before.kind !== 'number') ||
    ((opens || (mark.kind === 'letter' && isSmall(text, token))) && before.kind === 'word' && !REFERS.has(before.norm))
    ? mark
    : null;
}

const isSmall = (text: string, token: { start: number; end: number } | undefined): boolean =>
  token !== undefined && text.slice(token.start, token.end) === text.slice(token.start, token.end).toLowerCase();

const isLetterOf = (text: string, token: { start: number; end: number } | undefined, number: number): boolean =>
  token !== undefined && text.slice(token.start, token.end).toLowerCase().charCodeAt(0) - 96 === number;

/** Words after which a number counts something: "segment 2. The …". */
export const REFERS = new Set([
  'segment',
  'segments',
  'grade',
  'type',
  'stage',
  'category',
  'level',
  'no',
  'number',
  'image',
  'series',
  'lesion',
  'nodule',
  'zone',
  'class',
  'score',
  'visualization',
  'station',
  'to',
  'of',
  'and',
  'rads',
  'phase',
  'than',
  'day',
  'page',
  'finding',
  'impression',
]);
