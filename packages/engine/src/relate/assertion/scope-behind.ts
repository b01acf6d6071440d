/** Wing 3, assertion: how far a cue reaches back over what stands before it: "A, B and C are not seen". */

import { isStage } from './boxes.ts';
import { type Cues, changeAt, cueAt, endingAt, type PlacedCue } from './cues.ts';
import { bitsAt, CLAUSE, type Ground, normAt, wallAt } from './ground.ts';
import { isMeasured, verbBehind } from './lists.ts';
import { FARTHEST, groupOf } from './scope.ts';
import {
  ADD,
  ADVERB,
  ARTICLE,
  AUXILIARY,
  CLOSER,
  DEGREE,
  INFINITIVE,
  JOIN,
  RELATIVE,
  SIGHTING,
  VERB,
} from './word-classes.ts';

const MARKS = new Set([':', ',', '(', '=', '-', '–', '—', '…', '|', '_', '*']);

/** The first token that a backward cue acts on. */
export function backwardStart(ground: Ground, cues: Cues, own: PlacedCue): number {
  let i = own.from - 1;
  if (own.facing === 'value') {
    i = skipLabel(ground, i);
    // "Tumor EMVI -ve": the short form alone
    if (isStage(ground, i)) return i;
  } else i = skipPredicate(ground, i);
  // "a mass that cannot be told from a node": the mass is there
  const alike = own.facing === 'both';
  if (own.facing !== 'value' && !alike) i = beforeRelative(ground, i, own.from);
  // "has healed and is not seen": of the same thing
  const same = bitsAt(ground, i) & ADD && bitsAt(ground, i + 1) & AUXILIARY && !isSighted(ground, i) ? 1 : 0;
  i -= same;
  const but = endingAt(cues, i + 1);
  const goesOn = same === 1 || (but?.category === 'contrast' && i < own.from);
  if (but && same === 0 && goesOn) i = normAt(ground, but.from - 1) === ',' ? but.from - 2 : but.from - 1;
  const limit = Math.max(ground.from, own.from - (own.cue.reach ?? FARTHEST));
  let joined = false;
  let closed = 0;
  for (; i >= limit; i -= 1) {
    if (i + 1 < own.from && wallAt(ground, i + 1) >= CLAUSE && !(own.facing === 'value' && normAt(ground, i) === '?'))
      return i + 1;
    const norm = normAt(ground, i);
    const bits = bitsAt(ground, i);
    const other = cueAt(cues, i);
    if (other && other !== own && stopsBackward(own, other) && !(goesOn && other.facing === 'backward'))
      return other.to;
    if (alike && bits & RELATIVE) return i + 1;
    if (norm === ',') {
      if (!joined || own.facing === 'value' || verbBehind(ground, i)) return i + 1;
      if (groupOf(own.category) === 'doubt' && isSeenItself(ground, cues, i)) return i + 1;
    } else if (own.facing !== 'value' && i + 1 < own.from && isDash(ground, i)) return i + 1;
    else if (bits & JOIN || norm === '/') joined = true;
    else if (bits & ADD) {
      if (verbBehind(ground, i)) return i + 1;
      joined = true;
    } else if (bits & CLOSER && i < own.from - 1 && closesItem(ground, i)) return i + 1;
    else if (bits & (AUXILIARY | VERB) && !(bits & SIGHTING) && i < own.from - 1 && !goesOn) return i + 1;
    else if (norm === ':' && own.facing !== 'value') return i + 1;
    else if (norm === ')') closed += 1;
    // "haze (infection should be considered)"
    else if (norm === '(' && closed-- === 0) return i + 1;
  }
  return limit;
}

/** "Thrombus - treatment should be considered": a dash between spaces. */
const isDash = ({ tokens }: Ground, at: number): boolean =>
  DASHES.has(tokens[at]?.norm ?? '') && tokens[at]?.glued === false && tokens[at + 1]?.glued === false;
const DASHES: ReadonlySet<string> = new Set(['-', '–', '—']);

/** "Stable nodule, infection or cancer not excluded", "6 mm nodule, …": what has a size or stayed the same is there; its nature is doubted. */
function isSeenItself(ground: Ground, cues: Cues, comma: number): boolean {
  let from = comma;
  while (from > ground.from && normAt(ground, from - 1) !== ',' && wallAt(ground, from) < CLAUSE) from -= 1;
  if (isMeasured(ground, from)) return true;
  for (let i = from; i < comma; i += 1) if (KEPT.has(changeAt(cues, i)?.direction ?? '')) return true;
  return false;
}
const KEPT: ReadonlySet<string> = new Set(['stable', 'increased', 'decreased']);

/** What may stand between a thing and what is said of it: "is therefore, in part,", "has been", "is a". */
function skipPredicate(ground: Ground, from: number): number {
  let i = from;
  while (i >= ground.from && wallAt(ground, i + 1) < CLAUSE) {
    const bits = bitsAt(ground, i);
    const small =
      bits & (AUXILIARY | ADVERB | ARTICLE | INFINITIVE) || (bits & DEGREE && bitsAt(ground, i - 1) & AUXILIARY);
    if (!small && !MARKS.has(normAt(ground, i))) break;
    i -= 1;
  }
  return i;
}

/** "is observed and was not observed": at two times. */
function isSighted(ground: Ground, and: number): boolean {
  const end = Math.max(ground.from, and - ASIDE);
  for (let i = and - 1; i >= end && wallAt(ground, i + 1) < CLAUSE; i -= 1)
    if (bitsAt(ground, i) & SIGHTING && bitsAt(ground, i - 1) & (AUXILIARY | ADVERB)) return true;
  return false;
}

/** "Ascites present hernia not seen": two items without a mark. Not "the nodule seen before is not seen". */
const closesItem = (ground: Ground, i: number): boolean =>
  bitsAt(ground, i - 1) === 0 && bitsAt(ground, i + 1) === 0 && ground.tokens[i + 1]?.kind === 'word';

const ASIDE = 25;

/** "the nodule, which was seen in May, is not seen": what is not seen is the nodule. */
export function beforeRelative(ground: Ground, from: number, predicate: number): number {
  const end = Math.max(ground.from + 1, from - ASIDE);
  for (let i = from; i >= end; i -= 1) {
    if (i < from && wallAt(ground, i + 1) >= CLAUSE) return from;
    const bits = bitsAt(ground, i);
    if (!(bits & RELATIVE)) continue;
    const verbs = bitsAt(ground, i + 1) | bitsAt(ground, i + 2);
    const own = i === from || (from < predicate - 1 && verbs & (AUXILIARY | VERB));
    if (!own) return from;
    return normAt(ground, i - 1) === ',' ? i - 2 : i - 1;
  }
  return from;
}

/** "Haemorrhage (Y/N): N", "Nodes ...... NO", "Shift? No": the marks between a label and its value. */
function skipLabel(ground: Ground, from: number): number {
  let i = from;
  while (i >= ground.from) {
    const norm = normAt(ground, i);
    if (MARKS.has(norm) || norm === '?' || norm === '.') i -= 1;
    else if (i < from && bitsAt(ground, i) & SIGHTING) i -= 1;
    else if (norm === ')' || norm === ']') {
      while (i >= ground.from && normAt(ground, i) !== '(' && normAt(ground, i) !== '[') i -= 1;
      i -= 1;
    } else break;
  }
  return i;
}

function stopsBackward(own: PlacedCue, other: PlacedCue): boolean {
  // "clot beyond the segmental level cannot be excluded"
  if (other.category === 'exception' && groupOf(own.category) === 'doubt') return false;
  if (other.cue.beside) return false;
  if (other.facing === 'terminate') return !other.cue.ends || other.cue.ends.includes(own.category);
  if (other.facing === 'value' || other.cue.box) return true;
  if (other.facing === 'backward') return groupOf(other.category) === groupOf(own.category);
  if (own.category === 'alternative') return true;
  return own.facing === 'value' && other.facing === 'forward' && groupOf(other.category) === 'deny';
}
