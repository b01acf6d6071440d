/** Wing 2, recognize, scores: a category that is denied, or that only a rule names, is not this patient's. */
import { longestForm } from '../../search.ts';
import { type Line, type WordKind, wordOf } from './category.ts';
import { isOwn } from './legend.ts';
import { joinAt } from './more.ts';
import type { FoundScore } from './scan.ts';

const LEFT = 16;
const LONGEST = 5;
const RIGHT = 4;

/** Without "no type II endoleak", "grade 3 laceration excluded", "BI-RADS 3 lesions have a risk of …", and the key of a scale. */
export function toldOf(line: Line, found: readonly FoundScore[]): readonly FoundScore[] {
  const told: FoundScore[] = [];
  let last: FoundScore | null = null;
  for (const score of withoutKeys(line, found)) {
    // "no BI-RADS 4 or 5 lesion", "no PI-RADS 3-5 lesion"
    const joined = last && last.scale === score.scale && isJoined(line, last.to, score.from);
    const isFinding = score.scale.entry.graded !== undefined;
    if (joined || !isTold(line, score.from, score.to, isFinding)) last = score;
    else {
      told.push(score);
      last = null;
    }
  }
  return told;
}

/** "LR-4 or LR-5", "1, 2 or 3", but not "LR-5; LR-4" */
function isJoined(line: Line, from: number, to: number): boolean {
  const { text, tokens, words } = line;
  const own = longestForm(words.names, text, tokens, to) !== null;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (joinAt(line, at) !== at + 1 || token?.norm === ';' || (own && token?.norm === ',')) return false;
  }
  return true;
}

/** `from` and `to` in tokens; `isFinding`: the scale grades a finding, so that what is "not seen on CT" is not there, while a BI-RADS 4 lesion not seen on ultrasound is. */
export function isTold(line: Line, from: number, to: number, isFinding: boolean): boolean {
  return !(isDenied(line, from, to, isFinding) || isRule(line, from, to));
}

function isDenied(line: Line, from: number, to: number, isFinding: boolean): boolean {
  if (leadsTo(line, from, 'deniedBefore') || isNone(line, to)) return true;
  const after = follows(line, to, 'deniedAfter');
  return after > 0 && (isFinding || !wordOf(line, after, 'on'));
}

/** "LR-5: none.", "PI-RADS 5 lesions: none." */
function isNone(line: Line, to: number): boolean {
  const sign = wordOf(line, to, 'noneOf') || to;
  const norm = line.tokens[sign]?.norm;
  if (norm !== ':' && norm !== '=') return false;
  const end = wordOf(line, sign + 1, 'none');
  const next = line.tokens[end];
  return (
    end > 0 && (!next || next.kind === 'mark' || line.text.slice(line.tokens[end - 1]?.end, next.start).includes('\n'))
  );
}

function isRule(line: Line, from: number, to: number): boolean {
  if (leadsTo(line, from, 'ruleBefore') || follows(line, to, 'ruleAfter') > 0) return true;
  const { text, tokens } = line;
  let comma = false;
  for (let at = from - 1; at >= Math.max(0, from - LEFT); at -= 1) {
    const token = tokens[at];
    if (!token || isStop(line, at)) return false;
    comma ||= token.norm === ',';
    // "If it grows, BI-RADS 4", but not "correlate if needed, BI-RADS 2"
    const opens = at === 0 || isStop(line, at - 1) || text.slice(tokens[at - 1]?.end, token.start).includes('\n');
    if (wordOf(line, at, 'ruleClause')) return opens || !comma;
    if (/\n\s*\n/.test(text.slice(tokens[at - 1]?.end, token.start))) return false;
  }
  return false;
}

const isStop = ({ tokens }: Line, at: number): boolean =>
  tokens[at]?.norm === ';' || (tokens[at]?.norm === '.' && !tokens[at + 1]?.glued);

/** Whether a word stands before a place, with nothing between but words that lead on: "no evidence of a …". */
function leadsTo(line: Line, from: number, kind: WordKind): boolean {
  const { text, tokens } = line;
  for (let edge = from; edge > Math.max(0, from - LEFT); ) {
    if (text.slice(tokens[edge - 1]?.end, tokens[edge]?.start).includes('\n')) return false;
    let next = edge;
    for (let at = edge - 1; at >= Math.max(0, edge - LONGEST); at -= 1) {
      if (wordOf(line, at, kind) === edge) return true;
      // "no type I or type III …"
      if (wordOf(line, at, 'leading') === edge || (wordOf(line, at, 'classes') === edge - 1 && isCode(line, edge - 1)))
        next = at;
    }
    if (next === edge) return false;
    edge = next;
  }
  return false;
}

const isCode = ({ tokens }: Line, at: number): boolean =>
  tokens[at]?.kind === 'number' || /^(?:[ivx]+[a-c]?|[a-e])$/.test(tokens[at]?.norm ?? '');

/** The token behind a word that stands behind a place, a few words further at most, and is not itself denied or of the past; else 0. */
function follows(line: Line, to: number, kind: WordKind): number {
  for (let at = to; at <= to + RIGHT; at += 1) {
    const token = line.tokens[at];
    if (!token || (token.kind === 'mark' && token.norm !== '-')) return 0;
    const found = wordOf(line, at, kind);
    if (found) return wordOf(line, found, 'historyAfter') || wordOf(line, found, 'historyBefore') ? 0 : found;
    if (wordOf(line, at, 'undecided')) return 0;
  }
  return 0;
}

const KEY = 3;
const APART = 30;
const BEHIND = 3; // words behind the last

/** Without the key of a scale: "LR-3: intermediate. LR-4: probable. LR-5: definite." */
function withoutKeys(line: Line, all: readonly FoundScore[]): readonly FoundScore[] {
  const { tokens } = line;
  const found = all.filter((score) => !opensKey(tokens, score));
  if (found.length < KEY) return found;
  const kept: FoundScore[] = [];
  for (let at = 0; at < found.length; ) {
    let to = at + 1;
    while (isNextLine(tokens, found[to - 1], found[to])) to += 1;
    // "PI-RADS 5: left apex. PI-RADS 4: right base." are found in this patient
    const [first, last] = [found[at], found[to - 1]];
    const own = first && last && isOwn(line, first.from, Math.min(tokens.length, last.to + BEHIND));
    if (to - at < KEY || own) kept.push(...found.slice(at, to));
    at = to;
  }
  return kept;
}

/** "PI-RADS 1 very low, 2 low, 3 intermediate, 4 high" */
function opensKey(tokens: Line['tokens'], { scale, code, to }: FoundScore): boolean {
  const codes = scale.entry.categories.map((category) => category.code).filter((known) => /^\d$/.test(known));
  let next = codes.indexOf(code) + 1;
  if (next === 0) return false;
  const first = next;
  for (let at = to; at < Math.min(tokens.length, to + APART); at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'number') continue;
    if (token.norm !== codes[next]) break;
    next += 1;
  }
  return next - first >= KEY;
}

const OPENS = new Set([':', '=', '-', '–', '—', '(']);

function isNextLine(tokens: Line['tokens'], one: FoundScore | undefined, other: FoundScore | undefined): boolean {
  if (!one || !other || one.scale !== other.scale || other.from - one.to > APART) return false;
  if (!OPENS.has(tokens[one.to]?.norm ?? '') || !OPENS.has(tokens[other.to]?.norm ?? '')) return false;
  const { categories } = one.scale.entry;
  const place = (code: string): number => categories.findIndex((category) => category.code === code);
  return Math.abs(place(other.code) - place(one.code)) === 1;
}
