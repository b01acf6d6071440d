/** Wing 3, assertion: does a list go on after a comma or an "and", or does something new begin? */
import { phraseAt } from '../../search.ts';
import { listedForms } from '../../word-lists.ts';
import { type Cues, changeAt, cueAt, isChangeAt } from './cues.ts';
import { bitsAt, CLAUSE, type Ground, normAt, onlyDescribes, wallAt } from './ground.ts';
import {
  ADD,
  AUXILIARY,
  COMPANION,
  JOIN,
  LENGTH,
  LINK,
  OPENER,
  PREDICATE,
  QUALITY,
  SIDE,
  SIGHTING,
  SIZE,
  SIZED,
  SUBJECT,
  VERB,
} from './word-classes.ts';

const LOOK_AHEAD = 40;
const ITEM_WORDS = 9;
const DOUBTS = new Set(['possible', 'likely', 'suspected', 'unlikely', 'not-evaluated', 'definite']);

/** "…, mild swelling", "… and a cyst", "… and he": an item that is said by itself. */
export function opensNew(ground: Ground, cues: Cues, i: number): boolean {
  const bits = bitsAt(ground, i);
  if (bits & (OPENER | SUBJECT | QUALITY) && !isNamed(ground, i)) return true;
  if (ground.tokens[i]?.kind === 'number') return true;
  const cue = cueAt(cues, i);
  if (cue?.facing === 'forward' && (DOUBTS.has(cue.category) || cue.category === 'historical')) return true;
  return isChangeAt(cues, i);
}

/** The size or side of a name: "small bowel", "right ventricle". */
export const isNamed = (ground: Ground, i: number): boolean =>
  (bitsAt(ground, i) & (SIZE | SIDE)) !== 0 && (bitsAt(ground, i + 1) & SIZED) !== 0;

const isVerb = (bits: number): boolean => (bits & (VERB | AUXILIARY)) !== 0;

/**
 * After the comma at `comma`: "no A, B or C" goes on to C; "no A, B is stable" and "no A, mild B" do not. A list without its closing
 * "or" goes on only where the denial opens the clause: "Heart: no murmurs, gallops, rubs" but "clear lungs, no mass, kyphosis".
 */
export function listGoesOn(ground: Ground, cues: Cues, comma: number, opens: boolean, starts: boolean): boolean {
  let i = comma + 1;
  const first = bitsAt(ground, i);
  if (first & JOIN) return true;
  if (first & ADD) return !opensNew(ground, cues, i + 1) && !verbAhead(ground, i + 1);
  if (opensNew(ground, cues, i)) return (first & (QUALITY | OPENER)) === QUALITY && closesWithOr(ground, cues, i);
  let words = 0;
  const end = Math.min(ground.to, i + LOOK_AHEAD);
  let firstItem = true;
  const own = saysItself(ground, i) || isOtherSide(ground, comma);
  for (; i < end; i += 1) {
    if (wallAt(ground, i) >= CLAUSE) break;
    const bits = bitsAt(ground, i);
    if (bits & JOIN) return true;
    if (bits & ADD) return opensNew(ground, cues, i + 1) ? opens && firstItem : true;
    if (isVerb(bits)) return firstItem ? starts && isSeen(ground, i) : opens;
    const cue = cueAt(cues, i);
    if (cue && cue.facing !== 'backward' && cue.category !== 'current') return opens;
    if (normAt(ground, i) === ',') {
      words = 0;
      firstItem = false;
      if (bitsAt(ground, i + 1) & (JOIN | ADD)) continue;
      if (opensNew(ground, cues, i + 1)) return opens;
      continue;
    }
    words += 1;
    if (words > ITEM_WORDS) return firstItem ? false : opens;
  }
  return opens && !own;
}

/** "is seen", and "demonstrated" alone at the end. */
const isSeen = (ground: Ground, i: number): boolean =>
  (bitsAt(ground, i + 1) & SIGHTING) !== 0 || ((bitsAt(ground, i) & SIGHTING) !== 0 && isLast(ground, i + 1));

const isLast = (ground: Ground, i: number): boolean => i >= ground.to || normAt(ground, i) === '.';

/** "no acute, …", "no new, …": what is denied has not been named before the comma. */
export function namesNothing(ground: Ground, cues: Cues, from: number, comma: number): boolean {
  const described = changeAt(cues, from)?.to ?? from;
  return described === comma ? comma > from : onlyDescribes(ground, described, comma);
}

function itemEnd(ground: Ground, from: number): number {
  const end = Math.min(ground.to, from + ITEM_WORDS);
  let i = from;
  while (i < end && normAt(ground, i) !== ',' && (i === from || wallAt(ground, i) < CLAUSE)) i += 1;
  return i;
}

/** The item holds a size: "renal stone 4 mm". */
export function isMeasured(ground: Ground, from: number): boolean {
  const end = itemEnd(ground, from);
  for (let i = from; i < end; i += 1)
    if (ground.tokens[i]?.kind === 'number' && bitsAt(ground, i + 1) & LENGTH) return true;
  return false;
}

/** "…, left renal stone 4 mm", "…, cyst on rt", "…, gallbladder distended": an item with a side, a size or a state of its own. */
function saysItself(ground: Ground, from: number): boolean {
  if (bitsAt(ground, from) & SIDE && !isNamed(ground, from)) return true;
  if (isMeasured(ground, from) || isInPlace(ground, from)) return true;
  let last = itemEnd(ground, from) - 1;
  while (last > from && ground.tokens[last]?.kind === 'mark') last -= 1;
  const bits = bitsAt(ground, last);
  if (bits & PREDICATE) return last > from && !(bitsAt(ground, last - 1) & (LINK | JOIN));
  // "rib fractures 4-6 left", "acute infarct left cerebellum", "grade II laceration"
  return last > from && isDetailed(ground, from, last);
}

/** "no pneumothorax, chest tube in place" */
function isInPlace(ground: Ground, from: number): boolean {
  const places = listedForms(ground.knowledge.reading, 'in-place');
  const end = itemEnd(ground, from);
  for (let i = from + 1; i < end; i += 1) if (phraseAt(places, ground.tokens, i, end)) return true;
  return false;
}

/** A side or a number behind the first word tells of something that was seen. */
function isDetailed(ground: Ground, from: number, last: number): boolean {
  for (let i = from; i <= last; i += 1) {
    const bits = bitsAt(ground, i);
    if (i > from && bits & SIDE && !isNamed(ground, i)) return true;
    if (i > from && ground.tokens[i]?.kind === 'number') return true;
  }
  return false;
}

/** "no mass on the left, cyst on the right" */
function isOtherSide(ground: Ground, comma: number): boolean {
  let before = comma - 1;
  const start = Math.max(ground.from, comma - ITEM_WORDS);
  while (before > start && !(bitsAt(ground, before) & SIDE)) before -= 1;
  if (!(bitsAt(ground, before) & SIDE)) return false;
  const end = itemEnd(ground, comma + 1);
  for (let i = comma + 2; i < end; i += 1)
    if (bitsAt(ground, i) & SIDE) return normAt(ground, i) !== normAt(ground, before);
  return false;
}

/** "no mass, large effusion, or edema": its "or" says that the list is denied to its end. */
export function closesWithOr(ground: Ground, cues: Cues, from: number): boolean {
  const end = Math.min(ground.to, from + LOOK_AHEAD);
  for (let i = from; i < end; i += 1) {
    if (i > from && wallAt(ground, i) >= CLAUSE) return false;
    const bits = bitsAt(ground, i);
    if (bits & JOIN) return !(bitsAt(ground, i + 1) & QUALITY) || normAt(ground, i - 1) === ',';
    if (isVerb(bits) || bits & (ADD | COMPANION)) return false;
    const cue = cueAt(cues, i);
    if (i > from && cue && cue.facing !== 'backward' && cue.category !== 'current') return false;
  }
  return false;
}

/** A finite verb before the next comma or wall: "and the lungs are clear". Not the list's own "is seen" at its end. */
export function verbAhead(ground: Ground, from: number): boolean {
  const end = Math.min(ground.to, from + LOOK_AHEAD);
  for (let i = from; i < end; i += 1) {
    if (i > from && wallAt(ground, i) >= CLAUSE) return false;
    if (normAt(ground, i) === ',') return false;
    const bits = bitsAt(ground, i);
    if (bits & JOIN) return false;
    if (isVerb(bits)) return !(bitsAt(ground, i + 1) & SIGHTING);
  }
  return false;
}

/** A finite verb after the last comma or wall before `before`: "There is a cyst and X is not seen" has two clauses. */
export function verbBehind(ground: Ground, before: number): boolean {
  const end = Math.max(ground.from, before - LOOK_AHEAD);
  for (let i = before - 1; i >= end; i -= 1) {
    if (isVerb(bitsAt(ground, i))) return true;
    if (wallAt(ground, i) >= CLAUSE || normAt(ground, i) === ',') return false;
  }
  return false;
}

const ADJECTIVES = 3;

/** "recurrence or necrosis" with no other cue: one of both. Not "or" before a number, as in "2 or 3 cysts". */
export function alternativeTo(ground: Ground, from: number, to: number): readonly [number, number] | null {
  const or = joinBehind(ground, to);
  if (or !== null) return spanAt(ground, or);
  for (let i = from - 1; i >= Math.max(ground.from + 1, from - 1 - ADJECTIVES); i -= 1) {
    const bits = bitsAt(ground, i);
    if (bits & JOIN) return joinsBefore(ground, i) ? spanAt(ground, i) : null;
    if (ground.tokens[i]?.kind !== 'word' || bits & (ADD | AUXILIARY | VERB | LINK) || wallAt(ground, i + 1))
      return null;
  }
  return null;
}

/** "tumor or abscess", "tumor, or abscess", "tumor (or abscess)", "tumor or, less likely, abscess": the "or" before another thing. */
function joinBehind(ground: Ground, to: number): number | null {
  const isSetOff = SET_OFF.has(normAt(ground, to)) && wallAt(ground, to) === 0;
  const at = isSetOff ? to + 1 : to;
  if (!(bitsAt(ground, at) & JOIN) || wallAt(ground, at) >= CLAUSE || (isSetOff && normAt(ground, at) !== 'or'))
    return null;
  const next = behindAside(ground, at + 1);
  return isThing(ground, next) && !(isSetOff && bitsAt(ground, next) & AUXILIARY) ? at : null;
}
const SET_OFF: ReadonlySet<string> = new Set([',', '(']);
const AN_ASIDE = 4;

/** The token behind what is set off by commas or brackets, "(less likely)"; the token itself where nothing is. */
function behindAside(ground: Ground, at: number): number {
  if (!SET_OFF.has(normAt(ground, at))) return at;
  const close = normAt(ground, at) === '(' ? ')' : ',';
  for (let i = at + 2; i <= at + AN_ASIDE; i += 1) if (normAt(ground, i) === close) return i + 1;
  return at;
}

const joinsBefore = (ground: Ground, or: number): boolean =>
  isThing(ground, or - 1) || (SET_OFF.has(normAt(ground, or - 1)) && isThing(ground, or - 2));

const isThing = (ground: Ground, i: number): boolean =>
  i >= ground.from &&
  i < ground.to &&
  ground.tokens[i]?.kind === 'word' &&
  (bitsAt(ground, i) & (LINK | VERB | JOIN)) === 0;

function spanAt(ground: Ground, i: number): readonly [number, number] | null {
  const token = ground.tokens[i];
  return token ? [token.start, token.end] : null;
}

export function commaBetween(ground: Ground, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (normAt(ground, i) === ',') return true;
  return false;
}
