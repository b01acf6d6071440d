/** Wing 3, assertion: which change of the statement belongs to a target: "larger effusion", "the effusion has grown". */
import { EMPTY_LIST } from '../../alike.ts';
import type { Change, Span } from '../../document.ts';
import { type Cues, cueAt, endingAt, isChangeAt, type PlacedChange } from './cues.ts';
import { bitsAt, CLAUSE, type Ground, namesFinding, normAt, wallAt } from './ground.ts';
import { closesWithOr, opensNew, verbBehind } from './lists.ts';
import { groupOf } from './scope.ts';
import { beforeRelative } from './scope-behind.ts';
import {
  ADD,
  ADVERB,
  ARTICLE,
  AUXILIARY,
  COMPANION,
  DEGREE,
  GENITIVE,
  INFINITIVE,
  JOIN,
  LENGTH,
  LINK,
  PERFECT,
  SIGHTING,
  VERB,
} from './word-classes.ts';

const FARTHEST = 40;

export interface ChangeReach {
  /** first token of the change */
  readonly at: number;
  readonly change: PlacedChange;
  readonly side: 'forward' | 'backward';
  /** tokens `[from, to)` that it may belong to */
  readonly from: number;
  readonly to: number;
}

/** Each change of the statement with the tokens that it may belong to. */
export function changeReaches(ground: Ground, cues: Cues): readonly ChangeReach[] {
  if (cues.changes.length === 0) return NONE;
  const reaches: ChangeReach[] = [];
  for (const change of cues.changes) {
    if ((change.direction === 'none' && !change.denied) || isSize(ground, change)) continue;
    const at = change.from;
    if (sideOf(ground, change) === 'forward')
      reaches.push({ at, change, side: 'forward', from: change.to, to: reachForward(ground, cues, change) });
    else reaches.push({ at, change, side: 'backward', from: reachBackward(ground, cues, change), to: change.from });
  }
  return reaches;
}

const NONE: readonly ChangeReach[] = EMPTY_LIST;

/** "larger than 5 mm" */
const isSize = (ground: Ground, { to }: PlacedChange): boolean =>
  ground.tokens[to]?.kind === 'number' &&
  (bitsAt(ground, to - 1) & LINK) !== 0 &&
  (bitsAt(ground, to + 1) & LENGTH) !== 0;

/** "Decreasing hydrothorax" looks on; "effusion decreasing after drainage", "effusions, larger on both sides" look back. */
function sideOf(ground: Ground, { change, from, to, direction, by }: PlacedChange): 'forward' | 'backward' {
  if (from === ground.from || wallAt(ground, from) >= CLAUSE) return 'forward';
  if (change.attaches === 'forward' || change.attaches === 'backward') return change.attaches;
  const last = bitsAt(ground, to - 1);
  const next = bitsAt(ground, to);
  if (change.as === 'noun' && (last | next) & GENITIVE) return 'forward';
  if (change.as === 'noun' && next & (JOIN | ADD) && bitsAt(ground, to + 2) & GENITIVE) return 'forward';
  if (direction === 'new' && next & INFINITIVE && !(bitsAt(ground, from - 1) & AUXILIARY)) return 'forward';
  // "effusion with no change since May"
  if (change.as === 'noun' && last & LINK && by && by.from > ground.from) return 'backward';
  if (direction === 'resolved' && last & (ARTICLE | GENITIVE | DEGREE) && !(last & SIGHTING)) return 'forward';
  let i = to;
  while (i < ground.to && wallAt(ground, i) < CLAUSE && bitsAt(ground, i) & ADVERB) i += 1;
  if (i >= ground.to || wallAt(ground, i) >= CLAUSE) return 'backward';
  i = afterSize(ground, i);
  const token = ground.tokens[i];
  if (token?.kind !== 'word' || bitsAt(ground, i) & (LINK | SIGHTING)) return 'backward';
  if (bitsAt(ground, from) & AUXILIARY) return 'backward';
  if (change.as === 'verb' && bitsAt(ground, from - 1) & PERFECT) return 'backward';
  return 'forward';
}

/** "a new 4 mm nodule", "a new 4 x 5 mm nodule" */
function afterSize(ground: Ground, from: number): number {
  let i = from;
  while (ground.tokens[i]?.kind === 'number' && bitsAt(ground, i + 1) & LENGTH) i += 2;
  return i;
}

const stopsReach = (cues: Cues, i: number): boolean => {
  const cue = cueAt(cues, i);
  if (!cue) return false;
  if (cue.facing === 'forward') return groupOf(cue.category) === 'doubt';
  return cue.facing === 'terminate' && cue.category !== 'current' && cue.category !== 'cause';
};

function reachForward(ground: Ground, cues: Cues, own: PlacedChange): number {
  const limit = Math.min(ground.to, own.to + FARTHEST);
  let inverted = isInverted(ground, own);
  for (let i = own.to; i < limit; i += 1) {
    if (wallAt(ground, i) >= CLAUSE) return i;
    if (i > own.to && (stopsReach(cues, i) || isChangeAt(cues, i))) return i;
    const bits = bitsAt(ground, i);
    if (i > own.to + 1 && bits & COMPANION) return i;
    if (own.change.as !== 'noun' && bits & (VERB | AUXILIARY) && i > own.to) {
      if (!inverted) return i;
      inverted = false;
    }
    if (normAt(ground, i) === ',' && !(bitsAt(ground, i + 1) & JOIN)) {
      const past = asideEnd(ground, i);
      if (past > i) {
        i = past;
        continue;
      }
      if (opensNew(ground, cues, i + 1) ? !closesWithOr(ground, cues, i + 1) : !own.denied) return i;
    }
  }
  return limit;
}

const AN_ASIDE = 6;

/** "unchanged appearance, without enlargement, of the cyst": the comma that closes what is said by the way. */
function asideEnd(ground: Ground, comma: number): number {
  for (let i = comma + 2; i < comma + AN_ASIDE; i += 1)
    if (normAt(ground, i) === ',') return bitsAt(ground, i + 1) & GENITIVE ? i : comma;
  return comma;
}

/** "New since January is a nodule": the verb comes before the thing. */
const isInverted = (ground: Ground, { from, to, change }: PlacedChange): boolean =>
  change.as === 'adjective' &&
  (from === ground.from || wallAt(ground, from) >= CLAUSE) &&
  ((bitsAt(ground, to - 1) | bitsAt(ground, to)) & LINK) !== 0;

function reachBackward(ground: Ground, cues: Cues, own: PlacedChange): number {
  const limit = Math.max(ground.from, own.from - FARTHEST);
  let i = own.from - 1;
  while (
    i >= limit &&
    wallAt(ground, i + 1) < CLAUSE &&
    (normAt(ground, i) === ',' ||
      normAt(ground, i) === '(' ||
      normAt(ground, i) === ':' ||
      bitsAt(ground, i) & (AUXILIARY | ADVERB | VERB))
  )
    i -= 1;
  // "has healed and cannot be traced": of the same thing
  const same = bitsAt(ground, i) & ADD && (own.direction === 'resolved' || bitsAt(ground, i + 1) & AUXILIARY);
  if (same) i -= 1;
  // "are enlarged but stable": of the same thing
  const but = endingAt(cues, i + 1);
  if (but?.category === 'contrast' && but.to === own.from) i = but.from - 1;
  i = beforeRelative(ground, i, own.from);
  let joined = same !== 0;
  for (; i >= limit; i -= 1) {
    if (wallAt(ground, i + 1) >= CLAUSE && i + 1 < own.from) return i + 1;
    if (stopsReach(cues, i)) return i + 1;
    const bits = bitsAt(ground, i);
    if (normAt(ground, i) === ',' && !joined && (saysItsOwn(ground, cues, i) || isGoneAlone(ground, own, i)))
      return i + 1;
    if (bits & JOIN) joined = true;
    if (bits & ADD) {
      if (verbBehind(ground, i)) return i + 1;
      joined = true;
    }
  }
  return limit;
}

/** "Gallstones, cholecystitis resolved", "chest tube in place, pneumothorax resolved": what is gone is what stands behind the comma; not "nodule, seen in May, resolved". */
const isGoneAlone = (ground: Ground, { direction, from }: PlacedChange, comma: number): boolean =>
  direction === 'resolved' &&
  normAt(ground, from - 1) !== ',' &&
  namesFinding(ground, comma + 1, from) &&
  !isOfMany(ground, from);

/** "Effusion, pneumonia have resolved": more than the one before the verb. */
function isOfMany(ground: Ground, from: number): boolean {
  const verb = PLURAL_VERBS.has(normAt(ground, from)) ? from : from - 1;
  return PLURAL_VERBS.has(normAt(ground, verb)) && !normAt(ground, verb - 1).endsWith('s');
}
const PLURAL_VERBS: ReadonlySet<string> = new Set(['have', 'are', 'were']);

/** "Edema less, …", "drain has stopped, …", "effusion nil, …": what stands before the comma needs nothing behind it. */
const saysItsOwn = (ground: Ground, cues: Cues, comma: number): boolean =>
  changedBefore(cues, comma) || hasVerbBefore(ground, comma) || isAnswered(cues, comma);

const isAnswered = ({ cues }: Cues, comma: number): boolean =>
  cues.some(({ facing, to }) => facing === 'value' && to === comma);

const AN_ITEM = 12;

/** "Effusion increased, atelectasis unchanged": what stands before the comma has its own change. */
function changedBefore(cues: Cues, comma: number): boolean {
  for (let i = comma - 1; i > comma - AN_ITEM; i -= 1) if (isChangeAt(cues, i)) return true;
  return false;
}

/** "Drain output has stopped, collection resolved": what stands before the comma says something by itself. */
function hasVerbBefore(ground: Ground, comma: number): boolean {
  for (let i = comma - 1; i >= ground.from && i > comma - AN_ITEM && wallAt(ground, i + 1) < CLAUSE; i -= 1) {
    if (normAt(ground, i) === ',') return false;
    if (bitsAt(ground, i) & PERFECT) return true;
  }
  return false;
}

export interface Changed extends Change {
  readonly denied: boolean;
  readonly side: 'forward' | 'backward';
}

/** The nearest change whose reach holds the target's tokens. */
export function changeFor(reaches: readonly ChangeReach[], from: number, to: number): Changed | null {
  let best: ChangeReach | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (const reach of reaches) {
    const inside =
      reach.side === 'forward'
        ? (from >= reach.from || (reach.change.from < from && reach.from > from)) && from < reach.to
        : to <= reach.to && to > reach.from;
    const within = reach.change.direction === 'new' && reach.change.from >= from && reach.change.to <= to;
    if (!inside && !within) continue;
    const distance = within ? 0 : reach.side === 'forward' ? from - reach.from : reach.to - to;
    const gone =
      reach.change.direction === 'resolved' && best?.change.direction === 'decreased' && reach.side === best.side;
    if (distance >= nearest && !gone) continue;
    nearest = distance;
    best = reach;
  }
  if (!best || best.change.direction === 'none') return null;
  const basis: Span = [best.change.start, best.change.end];
  return { direction: best.change.direction, basis: [basis], denied: best.change.denied, side: best.side };
}
