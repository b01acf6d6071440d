/** Wing 2, recognize, scores: the further categories behind the first: of the other side, of another level, of an earlier examination. */
import { longestForm } from '../../search.ts';
import { type Category, categoryAt, type Line, wordOf } from './category.ts';
import type { Scale } from './scale-words.ts';
import type { FoundScore } from './scan.ts';

type Next = Category & { readonly earlier?: boolean };

const MOST = 6;
const PLACES = 9;

/** "TI-RADS 3 and 4", "BI-RADS 2 on the right and 4A on the left", "grade 4 at L4/5 and grade 3 at L3/4", "2 (previously 4)" */
export function more(line: Line, first: Category, scale: Scale): FoundScore[] {
  const found: FoundScore[] = [];
  let last = first;
  while (found.length < MOST) {
    const next: Next | null = joined(line, last, scale) ?? classed(line, last, scale) ?? earlier(line, last, scale);
    if (!next) break;
    found.push({ scale, ...next });
    last = next;
  }
  return found;
}

/** A word that joins, or the dash of "3-4", with the token behind it. */
export function joinAt(line: Line, at: number): number {
  const join = wordOf(line, at, 'joins');
  if (join) return join;
  const [dash, next] = [line.tokens[at], line.tokens[at + 1]];
  return (dash?.norm === '-' || dash?.norm === '–') && dash.glued && next?.glued ? at + 1 : 0;
}

function joined(line: Line, last: Category, scale: Scale): Category | null {
  const { text, tokens, words } = line;
  // "4 previously, now 2"
  const past = wordOf(line, last.to, 'historyAfter') || last.to;
  const start = (past > last.to && wordOf(line, past, 'exams')) || past;
  let at = start;
  let dashed = false;
  let isJoined = false;
  let sided = false;
  let comma = false;
  let opened = false;
  for (let steps = 0; steps < MOST; steps += 1) {
    const join = at === last.to ? joinAt(line, at) : wordOf(line, at, 'joins');
    dashed ||= join > 0 && !wordOf(line, at, 'joins');
    const side = wordOf(line, at, 'sides');
    const mark = tokens[at]?.norm;
    // "BI-RADS: right 2. Left: 4C."
    const colon = sided && (mark === ':' || mark === '=');
    const stop = at === start && mark === '.' && wordOf(line, at + 1, 'sides') > 0;
    if (!join && !side && !colon && !stop) break;
    opened ||= stop;
    if (colon) opened = false;
    if (join || stop) {
      isJoined = true;
      comma = mark === ',' || mark === ';';
    }
    sided ||= side > 0 && tokens[at]?.kind === 'word';
    at = Math.max(join, side, at + 1);
  }
  const previous = tokens[at - 1];
  const token = tokens[at];
  if (!isJoined || opened || !token || !previous || text.slice(previous.end, token.start).includes('\n')) return null;
  if (longestForm(words.names, text, tokens, at)) return null;
  const category = categoryAt(line, at, scale, false, !sided);
  // behind a comma a bare number counts only where sides are told apart
  const lone = comma && !sided && /^\d+$/.test(category?.code ?? '');
  const noun = !dashed && tokens[category?.to ?? 0]?.kind === 'word' && !ends(line, category?.to ?? 0);
  return lone || noun ? null : category;
}

/** Behind a second category stands a side, a join, a dated word or nothing, never a new noun. */
const ends = (line: Line, at: number): boolean =>
  wordOf(line, at, 'sides') > 0 || wordOf(line, at, 'joins') > 0 || wordOf(line, at, 'historyAfter') > 0;

/** "grade 3 on the right and grade 2 on the left": the second has its place, but is no grade of something else. */
export function classed(line: Line, last: Category, scale: Scale): Category | null {
  const { text, tokens, words } = line;
  for (let at = last.to; at < last.to + PLACES; at += 1) {
    const token = tokens[at];
    if (!token || token.norm === ';' || (token.norm === '.' && !tokens[at + 1]?.glued)) return null;
    if (longestForm(words.names, text, tokens, at)) return null;
    const join = wordOf(line, at, 'joins');
    const value = join ? wordOf(line, wordOf(line, join, 'now') || join, 'classes') : 0;
    const category = value ? categoryAt(line, value, scale, true) : null;
    if (!category) continue;
    const next = tokens[category.to];
    const places = !next || next.kind === 'mark' || wordOf(line, category.to, 'places') > 0;
    return places || wordOf(line, category.to, 'now') ? { ...category, from: join } : null;
  }
  return null;
}

/** "2 (previously 4)", "2, was 3" */
function earlier(line: Line, last: Category, scale: Scale): Next | null {
  const { tokens } = line;
  const open = tokens[last.to]?.norm;
  if (open !== '(' && open !== ',' && open !== ';') return null;
  const cue = Math.max(wordOf(line, last.to + 1, 'historyBefore'), wordOf(line, last.to + 1, 'historyNear'));
  const past = Math.max(cue, wordOf(line, last.to + 1, 'was'));
  const category = past ? categoryAt(line, past, scale, false) : null;
  if (!category) return null;
  const next = tokens[category.to];
  const closes = !next || next.norm === ')' || next.norm === ',' || next.norm === ';' || isStop(line, category.to);
  return closes ? { ...category, earlier: true } : null;
}

const isStop = ({ tokens }: Line, at: number): boolean => tokens[at]?.norm === '.' && !tokens[at + 1]?.glued;
