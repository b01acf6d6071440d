/** Wing 3, assertion: how far a cue reaches forward, and which other cues end its scope. */

import { levelsIn } from '../../level.ts';
import { matchesWithin } from '../../lexicon.ts';
import { firstNotBefore } from '../../order.ts';
import { listed } from '../../word-lists.ts';
import { mayRefuseWord } from '../word-refused.ts';
import { asideIsNew, opensBefore } from './aside.ts';
import { type Category, type Cues, changeAt, cueAt, isChangeAt, type PlacedCue, skipAt } from './cues.ts';
import { isDeniedSign, meaningAt } from './denied-sign.ts';
import { isDoubtedNext } from './doubted-next.ts';
import { endsHere, leavesOpen } from './ends.ts';
import { bitsAt, CLAUSE, type Ground, normAt, onlyDescribes, SENTENCE, wallAt } from './ground.ts';
import {
  closesWithOr,
  commaBetween,
  isMeasured,
  isNamed,
  listGoesOn,
  namesNothing,
  opensNew,
  verbAhead,
} from './lists.ts';
import { runsOnAt } from './run-on.ts';
import { standsAside } from './sides.ts';
import {
  ADD,
  ADVERB,
  ANNOUNCER,
  ARTICLE,
  AUXILIARY,
  BREAKER,
  CLOSER,
  COMPANION,
  DEFINITE,
  DEGREE,
  INFINITIVE,
  JOIN,
  LINK,
  OPENER,
  PREDICATE,
  QUALITY,
  RELATIVE,
  SIDE,
  SIGHTING,
  SIZE,
  SUBJECT,
  VERB,
} from './word-classes.ts';

/** No cue reaches farther than this many tokens: the cost of a report stays linear in its length. */
export const FARTHEST = 120;
const DASHES = new Set(['-', '–', '—']);

type Group = 'deny' | 'doubt' | 'past' | 'person' | 'ask' | 'condition' | 'affirm';
const GROUP: Readonly<Partial<Record<Category, Group>>> = {
  negated: 'deny',
  'hedged-negated': 'deny',
  likely: 'doubt',
  suspected: 'doubt',
  possible: 'doubt',
  unlikely: 'doubt',
  'not-evaluated': 'doubt',
  alternative: 'doubt',
  instead: 'deny',
  historical: 'past',
  'other-person': 'person',
  hypothetical: 'ask',
  conditional: 'condition',
  future: 'condition',
  definite: 'affirm',
  'double-negative': 'affirm',
};
export const groupOf = (category: Category): Group => GROUP[category] ?? 'affirm';

const QUESTION = '?';

/** The token after the last that a forward cue acts on. */
export function forwardEnd(ground: Ground, cues: Cues, own: PlacedCue): number {
  const group = groupOf(own.category);
  const shared = sharedNounAt(ground, own);
  if (shared !== null) return shared;
  const farthest = Math.min(ground.to, own.to + (own.cue.reach ?? FARTHEST));
  const limit = group === 'deny' ? meaningAt(ground, own, runsOnAt(ground, cues, own.to, farthest)) : farthest;
  const verbal = own.cue.denies === 'verb';
  const predicate = own.cue.denies === 'predicate' || own.cue.denies === 'clause';
  let verbSeen = false;
  for (let i = own.to; i < limit; i += 1) {
    // most words are of no class and nothing stands before them
    if (((ground.bits[i] ?? 0) | (ground.signs[i] ?? 0)) === 0) continue;
    const wall = wallAt(ground, i);
    if (wall >= SENTENCE || (wall >= CLAUSE && i > own.to)) return i;
    const norm = normAt(ground, i);
    const bits = bitsAt(ground, i);
    // "no fracture ?sprain"
    if (norm === QUESTION && i > own.to && group === 'deny') return i;
    const inner = cueAt(cues, i);
    if (inner && inner !== own && endsScope(group, own, inner, ground)) return i;
    if (norm === ',' && !(i === own.to && group === 'doubt' && standsAside(ground, own))) {
      if (group === 'condition' && i > own.to && isDoubtedNext(ground, cues, own, i)) return i;
      if (group === 'condition' || group === 'ask' ? false : stopsAtComma(ground, cues, own, group, i, verbSeen))
        return i;
      continue;
    }
    if (group === 'past' && !own.cue.list && (bits & COMPANION || norm === ':')) return i;
    const denied = group === 'deny' ? changeAt(cues, i) : null;
    if (denied?.by === own && denied.to > i + 1 && denied.direction === 'new') {
      i = denied.to - 1;
      continue;
    }
    // "larger than on the prior and infected"
    if (i === own.to && group === 'past' && !own.cue.list && bits & ADD) return i;
    if (i === own.to && norm !== '(' && norm !== ')') continue;
    if (norm === '(' && asideIsNew(ground, cues, i)) return i;
    if (norm === ')' && !(i === own.to && joinsAside(ground, own)) && opensBefore(ground, own.from, i)) return i;
    if (DASHES.has(norm) && !ground.tokens[i]?.glued && group !== 'condition') return i;
    if (norm === ':' && group !== 'condition' && !(bitsAt(ground, i - 1) & ANNOUNCER)) return i;
    if (norm === '[' && group !== 'condition') return i;
    if (denied?.by === own && denied.direction === 'stable') return i;
    const past = skipAt(cues, i);
    if (past > i + 1 && !(bits & (AUXILIARY | VERB))) {
      i = past - 1;
      continue;
    }
    if (group === 'condition') continue;
    if (bits & ADD) {
      if (group === 'past' && own.cue.list) continue;
      if (verbSeen || opensNew(ground, cues, i + 1) || verbAhead(ground, i + 1)) return i;
      continue;
    }
    if (group === 'ask' || group === 'affirm') {
      if (bits & (AUXILIARY | VERB)) return i;
      continue;
    }
    if (group === 'past') {
      if (!own.cue.list && (bits & (AUXILIARY | VERB) || bits & COMPANION)) return i;
      continue;
    }
    if (group === 'deny') {
      if (own.cue.denies === 'state' && bits & (AUXILIARY | VERB)) return i;
      if (bits & COMPANION && !(bitsAt(ground, i + 1) & JOIN)) return i;
      if (predicate && !verbSeen && bits & VERB) verbSeen = true;
      else if (
        bits & VERB &&
        !(bits & AUXILIARY) &&
        !(verbal && i <= own.to + 2) &&
        !(bitsAt(ground, i - 1) & INFINITIVE) &&
        !(bitsAt(ground, i - 1) & JOIN && beginsName(ground, i))
      )
        return i;
      if (bits & CLOSER && !isChangeAt(cues, i - 1) && closesHere(ground, i)) return i + 1;
      if (bits & SIDE && !isNamed(ground, i) && isMeasured(ground, i) && breaksOff(ground, own, i)) return i;
      if (bits & BREAKER && !isNamed(ground, i) && breaksOff(ground, own, i)) return i;
    }
    if (bits & AUXILIARY) {
      if (verbSeen && group === 'doubt') return i;
      verbSeen = true;
    }
  }
  return limit;
}

/** "tumor or (less likely) abscess": what is in brackets is said of what follows them. */
const joinsAside = (ground: Ground, { from }: PlacedCue): boolean =>
  normAt(ground, from - 1) === '(' && (bitsAt(ground, from - 2) & JOIN) !== 0;

/** "Acute rather than chronic clot", "solid not cystic mass": where what both words describe begins; the denial reaches the second word alone. */
function sharedNounAt(ground: Ground, cue: PlacedCue): number | null {
  if (!mayRefuseWord(cue.category, ground.tokens, cue) || !describedBefore(ground, cue.from)) return null;
  const { to } = cue;
  let noun = to;
  for (const match of matchesWithin(ground.modifiers, to, ground.to)) if (match.from === noun) noun = match.to;
  const isNoun = ground.tokens[noun]?.kind === 'word' && (bitsAt(ground, noun) & (LINK | VERB | AUXILIARY | ADD)) === 0;
  return noun > to && noun < ground.to && wallAt(ground, noun) === 0 && isNoun ? noun : null;
}

/** "no leak or contained rupture": the first word of a name, no verb. */
const beginsName = ({ concepts }: Ground, i: number): boolean =>
  concepts[firstNotBefore(concepts, ({ from }) => from < i)]?.from === i;

/** Words that only describe stand right before, and no thing that they describe. */
function describedBefore({ modifiers }: Ground, at: number): boolean {
  const behind = firstNotBefore(modifiers, (match) => match.from < at);
  return modifiers.slice(Math.max(0, behind - 2), behind).some(({ to }) => to === at);
}

/**
 * "None of the cysts shows nodules": what is denied begins with the verb. "Neither cyst nor stone is seen", "no sign that the pain persists"
 * deny these. "No sign that infection has spread" denies the infection unless only a change of it is denied.
 */
export function forwardStart(ground: Ground, own: PlacedCue, end: number): number {
  const { denies } = own.cue;
  if (denies !== 'predicate' && denies !== 'clause') return own.to;
  if (denies === 'clause' && !(bitsAt(ground, own.to) & DEFINITE)) return own.to;
  const behaving = listed(ground.knowledge.reading, 'behaving');
  for (let i = own.to; i < end; i += 1) {
    // "None of the cysts enhances": the cysts are there
    if (denies === 'predicate' && behaving.has(normAt(ground, i))) return i + 1;
    if (bitsAt(ground, i) & (AUXILIARY | VERB)) {
      let k = i + 1;
      if (!(bitsAt(ground, i) & AUXILIARY) && endsHere(ground, k)) return own.to;
      while (k < end && bitsAt(ground, k) & (AUXILIARY | ADVERB) && !(bitsAt(ground, k) & SIGHTING)) k += 1;
      return bitsAt(ground, k) & SIGHTING && endsHere(ground, k + 1) ? own.to : i + 1;
    }
  }
  return own.to;
}

/** "no fibroid seen endometrium normal", "no fibroid seen the endometrium is normal": without a mark between. */
function closesHere(ground: Ground, i: number): boolean {
  if (bitsAt(ground, i + 1) & ARTICLE) return wallAt(ground, i + 1) === 0 && verbAhead(ground, i + 2);
  const next = bitsAt(ground, i + 1) & ~(QUALITY | SIDE | SIZE);
  return (
    bitsAt(ground, i - 1) === 0 && next === 0 && ground.tokens[i + 1]?.kind === 'word' && wallAt(ground, i + 1) === 0
  );
}

/** "no fracture mild swelling": a new item without its comma. Not after "or", "of", "acute", "to suggest". */
function breaksOff(ground: Ground, own: PlacedCue, i: number): boolean {
  if (i <= own.to || wallAt(ground, i + 1) >= CLAUSE || bitsAt(ground, i - 2) & INFINITIVE) return false;
  const before = bitsAt(ground, i - 1);
  return (before & (JOIN | ADD | LINK | DEGREE | ADVERB | ARTICLE)) === 0 && ground.tokens[i - 1]?.kind === 'word';
}

function stopsAtComma(
  ground: Ground,
  cues: Cues,
  own: PlacedCue,
  group: Group,
  comma: number,
  verbSeen: boolean,
): boolean {
  if (own.category === 'alternative') return true;
  if (group === 'past' || group === 'person') {
    if (own.cue.list)
      return (bitsAt(ground, comma + 1) & (COMPANION | RELATIVE | SUBJECT)) !== 0 || isDenial(cues, comma + 1);
    const next = bitsAt(ground, comma + 1);
    return !(next & JOIN);
  }
  if (verbSeen && !(bitsAt(ground, comma + 1) & JOIN)) return true;
  if (own.cue.list) return opensNew(ground, cues, comma + 1) || verbAhead(ground, comma + 1);
  if (own.cue.denies === 'verb' && bitsAt(ground, comma - 1) & PREDICATE) return !closesWithOr(ground, cues, comma + 1);
  // "no acute, displaced fracture": both describe what is denied
  if (
    group === 'deny' &&
    bitsAt(ground, comma + 1) & (PREDICATE | DEGREES) &&
    namesNothing(ground, cues, own.to, comma)
  )
    return false;
  // "no stone or mass, appendicitis": the list was closed before
  if (group === 'deny' && !closesWithOr(ground, cues, comma + 1))
    if (isClosed(ground, own.to, comma) || isAtOtherLevel(ground, own.to, comma)) return true;
  const opens = own.from === ground.from || normAt(ground, own.from - 1) !== ',';
  const starts = own.from === ground.from || wallAt(ground, own.from) >= CLAUSE;
  return !listGoesOn(ground, cues, comma, opens, starts);
}

const HEDGES: ReadonlySet<Category> = new Set(['likely', 'suspected', 'possible']);

/** "no mild, moderate or severe narrowing" */
const DEGREES = QUALITY | SIZE | DEGREE;

/** An "or" between two things before the comma; "acute or chronic" only describes. */
function isClosed(ground: Ground, from: number, comma: number): boolean {
  for (let i = from; i < comma; i += 1)
    if (bitsAt(ground, i) & JOIN)
      return i > from && i + 1 < comma && !onlyDescribes(ground, from, i) && !isJoinedAgain(ground, comma);
  return false;
}

/** "No herniation at L4-5, annular tear at L5-S1": each has a level of its own. */
function isAtOtherLevel({ tokens, to }: Ground, from: number, comma: number): boolean {
  if (levelsIn(tokens, from, comma).length === 0) return false;
  let end = comma + 1;
  while (end < to && tokens[end]?.kind !== 'mark') end += 1;
  // "at L3-4, L4-5": the levels of one thing
  const isLevel = levelsIn(tokens, comma + 1, comma + 2).length > 0;
  return !isLevel && levelsIn(tokens, comma + 1, Math.min(to, end + 2)).length > 0;
}

const isJoinedAgain = (ground: Ground, comma: number): boolean => (bitsAt(ground, comma + 1) & (JOIN | ADD)) !== 0;

/** "history of TB, no active lesion": what is denied is so now. */
const isDenial = (cues: Cues, at: number): boolean => {
  const cue = cueAt(cues, at);
  return cue?.facing === 'forward' && groupOf(cue.category) === 'deny' && cue.cue.beyond !== 'historical';
};

/** "no impending rupture": a word for what is about to come describes the thing, and is denied with it. */
export const isLooming = ({ category, cue }: PlacedCue): boolean =>
  category === 'future' && cue.reach !== undefined && cue.reach <= LOOMS;
/** words behind one that describes what is about to come */
const LOOMS = 2;

/** Whether a cue that begins inside the scope of another ends it. */
function endsScope(group: Group, own: PlacedCue, inner: PlacedCue, ground: Ground): boolean {
  if (inner.facing === 'terminate') {
    if (inner.category === 'cause' && own.category === 'conditional') return false;
    return !inner.cue.ends || inner.cue.ends.includes(own.category);
  }
  if (inner.facing === 'value') return group !== 'past';
  if (inner.cue.box) return true;
  if (inner.facing !== 'forward') return false;
  const other = groupOf(inner.category);
  const next = inner.from - own.to <= 1;
  switch (group) {
    case 'deny':
      if (other === 'doubt' && inner.from > own.to && leavesOpen(ground, inner)) return true;
      if (HEDGES.has(inner.category) && isDeniedSign(ground, own, inner.from)) return true;
      if (other === 'doubt') return bitsAt(ground, inner.from - 1) === 0 && normAt(ground, inner.from - 1) === ',';
      if (other === 'past' && inner.cue.opens) return inner.from > own.to;
      if (other === 'past') return !next && !(bitsAt(ground, inner.from - 1) & JOIN) && (inner.cue.list ?? false);
      // "no leak, impending rupture", "no dissection and impending rupture": it may be there
      if (isLooming(inner))
        return normAt(ground, inner.from - 1) === ',' || (bitsAt(ground, inner.from - 1) & ADD) !== 0;
      return other === 'deny' || other === 'ask' || other === 'condition';
    case 'doubt':
      if (other === 'deny') return !next || (inner.from > own.to && bitsAt(ground, own.to) === 0);
      return !next && (other === 'ask' || other === 'condition' || other === 'doubt');
    case 'ask':
      // "assess for collection post appendicectomy"
      return other === 'deny' || (other === 'past' && (bitsAt(ground, inner.from) & (LINK | OPENER)) !== 0);
    case 'affirm':
      return own.category === 'definite' && other !== 'past' && other !== 'affirm';
    case 'past':
      return (other === 'ask' || other === 'person') && !next;
    case 'person':
      return other === 'ask' && normAt(ground, inner.from - 1) === ',';
    case 'condition':
      return (
        other === 'doubt' && !(bitsAt(ground, inner.from - 1) & AUXILIARY) && commaBetween(ground, own.to, inner.from)
      );
  }
}
