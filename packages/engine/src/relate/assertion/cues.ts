/** Wing 3, assertion: the cues of one statement, each with the side it acts on, denials of change taken out. */

import type { ChangeCue, Cue } from '@readingscan/knowledge';
import { EMPTY_LIST } from '../../alike.ts';
import type { Match } from '../../lexicon.ts';
import type { Knowledge, Recognized } from '../../stages.ts';
import { listed } from '../../word-lists.ts';
import { boxesBehind } from './boxes.ts';
import { deniedChange, joinedChange } from './denied-change.ts';
import { place, placedAs } from './facing.ts';
import { bitsAt, CHANGE, CLAUSE, CUE, END, type Ground, namesFinding, normAt, SKIP, wallAt } from './ground.ts';
import { lastsBehind } from './still-there.ts';
import { ADD, AUXILIARY, JOIN, LINK, PARTIAL, SIDE, SIGHTING } from './word-classes.ts';

export type Category = Cue['category'];
export type Facing = 'forward' | 'backward' | 'both' | 'value' | 'terminate' | 'pseudo';

export interface PlacedCue {
  readonly cue: Cue;
  readonly category: Category;
  readonly facing: Facing;
  /** its tokens */
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

export interface PlacedChange {
  readonly change: ChangeCue;
  readonly direction: ChangeCue['direction'];
  /** a denial of it: "no increase in" */
  readonly denied: boolean;
  /** the denial, where it is no denial of the changed thing itself */
  readonly by: PlacedCue | null;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

export interface Cues {
  /** in the order of the text */
  readonly cues: readonly PlacedCue[];
  readonly changes: readonly PlacedChange[];
  /** signs of the ground, so that only where something stands it is looked for */
  readonly signs: Uint8Array;
}

/** The cue, no pseudo cue, whose first token this is. */
export function cueAt({ cues, signs }: Cues, at: number): PlacedCue | null {
  return (signs[at] ?? 0) & CUE ? beginningAt(cues, at) : null;
}

export const isChangeAt = ({ changes, signs }: Cues, at: number): boolean =>
  ((signs[at] ?? 0) & CHANGE) !== 0 && beginningAt(changes, at) !== null;

export const changeAt = ({ changes, signs }: Cues, at: number): PlacedChange | null =>
  (signs[at] ?? 0) & CHANGE ? beginningAt(changes, at) : null;

/** Where the cue that begins here ends, pseudo cues too; 0 for none. */
export const skipAt = ({ cues, signs }: Cues, at: number): number =>
  (signs[at] ?? 0) & SKIP ? (beginningAt(cues, at)?.to ?? 0) : 0;

/** The terminating cue whose last token stands right before. */
export function endingAt({ cues, signs }: Cues, at: number): PlacedCue | null {
  if (!((signs[at] ?? 0) & END)) return null;
  return cues.find(({ facing, to }) => facing === 'terminate' && to === at) ?? null;
}

function beginningAt<T extends { readonly from: number }>(list: readonly T[], at: number): T | null {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.from ?? at) < at) low = middle + 1;
    else high = middle;
  }
  const found = list[low];
  return found?.from === at ? found : null;
}

const NO_CUES: readonly PlacedCue[] = EMPTY_LIST;
const NO_CHANGES: readonly PlacedChange[] = EMPTY_LIST;

/** A denial of a change, and what the change then is. */
interface Denied {
  readonly cue: PlacedCue;
  readonly says: ChangeCue['direction'];
}

export function cuesOf(
  ground: Ground,
  { cue, change }: Recognized['matches'],
  request: boolean,
  knowledge: Knowledge,
): Cues {
  const { signs } = ground;
  const firstCue = firstBehind(cue, ground.from);
  const firstChange = firstBehind(change, ground.from);
  const acts = (cue[firstCue]?.to ?? Number.POSITIVE_INFINITY) <= ground.to;
  if ((change[firstChange]?.to ?? Number.POSITIVE_INFINITY) > ground.to)
    return {
      cues: acts ? cuesWithin(ground, cue, firstCue, request, knowledge, null) : NO_CUES,
      changes: NO_CHANGES,
      signs,
    };
  const first = new Map<number, Match>();
  for (let i = firstChange; i < change.length; i += 1) {
    const match = change[i];
    if (!match || match.to > ground.to) break;
    first.set(match.from, match);
  }
  const denials: Denials = { first, denied: new Map() };
  const cues = acts ? cuesWithin(ground, cue, firstCue, request, knowledge, denials) : NO_CUES;
  return { cues, changes: changesWithin(ground, denials, knowledge), signs };
}

/** Of matches in order the first that ends behind a token. */
export function firstBehind(matches: readonly Match[], token: number): number {
  let low = 0;
  let high = matches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((matches[middle]?.to ?? 0) <= token) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Denials {
  /** changes by their first token */
  readonly first: ReadonlyMap<number, Match>;
  /** those of them that are denied */
  readonly denied: Map<number, Denied>;
}

function cuesWithin(
  ground: Ground,
  matches: readonly Match[],
  first: number,
  request: boolean,
  knowledge: Knowledge,
  denials: Denials | null,
): readonly PlacedCue[] {
  const cues: PlacedCue[] = [];
  let taken = 0;
  let behind: boolean | null = null;
  for (let i = first; i < matches.length; i += 1) {
    const match = matches[i];
    if (!match || match.to > ground.to) break;
    const cue = knowledge.reading.cues[match.entry];
    if (!cue || match.from < taken) continue;
    const met = (request || !cue.request) && isMet(cue, match, ground);
    if (!met && !cue.otherwise) continue;
    if (cue.box) behind ??= boxesBehind(ground, matches, first, knowledge);
    const said = met || !cue.otherwise ? cue : { ...cue, category: cue.otherwise };
    const placed = place(said, match, ground, behind ?? false);
    taken = placed.to;
    const isPseudo =
      denials !== null &&
      placed.facing === 'forward' &&
      deny(placed, ground, denials, knowledge) &&
      !isOfDisease(placed, matches, i, denials, knowledge);
    cues.push(isPseudo ? placedAs(cue, match, 'pseudo', placed.category, placed.to, placed.end) : placed);
    sign(ground, isPseudo ? 'pseudo' : placed.facing, placed);
  }
  return cues;
}

function sign({ signs }: Ground, facing: Facing, { from, to }: PlacedCue): void {
  signs[from] = (signs[from] ?? 0) | (facing === 'pseudo' ? SKIP : SKIP | CUE);
  if (facing === 'terminate' && to < signs.length) signs[to] = (signs[to] ?? 0) | END;
}

/** "no change suggesting infection": a change is denied that would be one of disease. */
function isOfDisease(
  { to }: PlacedCue,
  matches: readonly Match[],
  at: number,
  { first, denied }: Denials,
  { reading }: Knowledge,
): boolean {
  const next = matches.slice(at + 1).find(({ from }) => from >= to);
  if (!next || reading.cues[next.entry]?.category !== 'suspected') return false;
  for (let from = next.from - 1; from >= to; from -= 1) if (denied.has(from)) return first.get(from)?.to === next.from;
  return false;
}

/** Notes the changes that a cue denies; whether the cue denies nothing else. */
function deny(cue: PlacedCue, ground: Ground, { first, denied }: Denials, knowledge: Knowledge): boolean {
  const change = deniedChange(cue, ground, first, knowledge);
  if (change) for (const one of change.all) denied.set(one.from, { cue, says: change.says });
  if (change && !change.keeps) return true;
  const joined = joinedChange(cue, ground, first, knowledge);
  if (joined) denied.set(joined.from, { cue, says: 'stable' });
  return false;
}

function changesWithin(ground: Ground, { first, denied }: Denials, knowledge: Knowledge): readonly PlacedChange[] {
  const changes: PlacedChange[] = [];
  const { signs } = ground;
  for (const match of first.values()) {
    const { from, to, start, end } = match;
    const change = knowledge.reading.changes[match.entry];
    if (!change) continue;
    const by = denied.get(from);
    if (!by) {
      const direction = directionOf(change, match, ground);
      changes.push({ change, direction, denied: false, by: null, from, to, start, end });
    } else {
      const direction = by.says === 'new' && deniesVerb(by.cue) ? 'none' : by.says;
      changes.push({ change, direction, denied: true, by: by.cue, from, to, start: by.cue.start, end });
    }
    signs[from] = (signs[from] ?? 0) | CHANGE;
  }
  return changes;
}

/** "is not new", "none of them new": the thing is there, and was. */
const deniesVerb = ({ cue: { denies } }: PlacedCue): boolean => denies === 'verb' || denies === 'predicate';

/** "has almost completely resolved": not all of it; "resolved on the left, persists on the right": it is there. */
function directionOf(change: ChangeCue, match: Match, ground: Ground): ChangeCue['direction'] {
  // "no longer growing", "no longer stable"
  if (normAt(ground, match.from - 1) === LONGER) return 'none';
  if (change.direction !== 'resolved') return change.direction;
  if (bitsAt(ground, match.from - 1) & PARTIAL) return 'decreased';
  return lastsBehind(ground, match.to) ||
    (change.attaches !== 'forward' && match.from > ground.from && isOfState(ground, match.to))
    ? 'none'
    : 'resolved';
}

/** "Is no longer small", "no longer growing": how the thing was, not that it was; "no longer there", "no longer palpable" is gone. */
function isOfState(ground: Ground, at: number): boolean {
  if (normAt(ground, at - 1) !== LONGER || wallAt(ground, at) >= CLAUSE || ground.tokens[at]?.kind !== 'word')
    return false;
  if (bitsAt(ground, at) & (SIGHTING | LINK | ADD | JOIN | AUXILIARY)) return false;
  if (listed(ground.knowledge.reading, 'gone-behind-no-longer').has(normAt(ground, at))) return false;
  return !namesFinding(ground, at, at + 1);
}
const LONGER = 'longer';

/** "should" asks for what may come only if "develop", "recur" … follows; "over" doubts only after "favor". */
function isMet(cue: Cue, match: Match, ground: Ground): boolean {
  const {
    closing,
    needs,
    follows,
    joined,
    unlessAfter,
    unlessBefore,
    unlessOpening,
    unlessWith,
    reach = 20,
    initial,
  } = cue;
  if (unlessBefore?.includes(normAt(ground, match.to))) return false;
  if (closing && goesOn(ground, match)) return false;
  if (unlessAfter && standsBefore(ground, match.from, reach, unlessAfter)) return false;
  if (unlessOpening && opensWith(ground, match.from, unlessOpening)) return false;
  if (unlessWith && standsBehind(ground, match.to, reach, unlessWith)) return false;
  if (needs && !standsBehind(ground, match.to, reach, needs)) return false;
  const first = match.from === ground.from || wallAt(ground, match.from) >= CLAUSE;
  if (initial && first) return true;
  if (initial && !follows) return false;
  return !follows || standsBefore(ground, match.from, reach, follows, joined);
}

/** "Cysts, none complex", "right none, left small": it says something of others than what stands before it. */
function goesOn(ground: Ground, { from, to }: Match): boolean {
  const before = normAt(ground, from - 1);
  const next = ground.tokens[to];
  const isLast = to >= ground.to || next?.kind === 'mark';
  if (before === ',' || before === ';') return !isLast;
  const isSided = (bitsAt(ground, from - 1) & SIDE) !== 0;
  const isNextToo = (bitsAt(ground, to + 1) & SIDE) !== 0 && normAt(ground, to + 2) === normAt(ground, from);
  return (isSided && normAt(ground, to) === ',' && !isNextToo) || deniesOneSide(ground, from, to, isSided);
}

/** "Right mild, left none", "right none left": one side of two is denied, so that the other has it. Not "right none left none", "none left or right". */
function deniesOneSide(ground: Ground, at: number, to: number, isSided: boolean): boolean {
  let behind = to;
  while (behind < to + A_PLACE && !(bitsAt(ground, behind) & SIDE)) behind += 1;
  if (!isSided && !(bitsAt(ground, behind) & SIDE)) return false;
  const own = normAt(ground, isSided ? at - 1 : behind);
  const none = normAt(ground, at);
  const isOther = (i: number): boolean =>
    (bitsAt(ground, i) & SIDE) !== 0 && normAt(ground, i) !== own && normAt(ground, i + 1) !== none;
  for (let i = at - 1; i >= ground.from && wallAt(ground, i + 1) < CLAUSE; i -= 1) if (isOther(i)) return true;
  if (!isSided) return false;
  for (let i = to; i < ground.to && wallAt(ground, i) < CLAUSE; i += 1) if (isOther(i)) return true;
  return false;
}
/** "on the" before a side */
const A_PLACE = 2;

/** Whether the clause that a cue stands in opens with one of these words, before any preposition or verb. */
function opensWith(ground: Ground, at: number, words: readonly string[]): boolean {
  let from = at;
  while (from > ground.from && wallAt(ground, from) < CLAUSE) from -= 1;
  for (let i = from; i < at && !(bitsAt(ground, i) & LINK); i += 1) if (words.includes(normAt(ground, i))) return true;
  return false;
}

function standsBehind(ground: Ground, from: number, reach: number, words: readonly string[]): boolean {
  const end = Math.min(ground.to, from + reach);
  for (let i = from; i < end && wallAt(ground, i) < CLAUSE; i += 1) if (words.includes(normAt(ground, i))) return true;
  return false;
}

function standsBefore(ground: Ground, at: number, reach: number, words: readonly string[], joined = false): boolean {
  const end = Math.max(ground.from, at - reach);
  for (let i = at - 1; i >= end && wallAt(ground, i + 1) < CLAUSE; i -= 1) {
    if (words.includes(normAt(ground, i))) return true;
    if (joined && normAt(ground, i) === ',') return false;
  }
  return false;
}
