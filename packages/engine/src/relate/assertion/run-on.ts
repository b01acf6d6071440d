/** Wing 3, assertion: where a denial ends without any mark, because what follows the denied thing is a statement of its own: "NO PNEUMOTHORAX LEFT LOWER LOBE PNEUMONIA". */
import { type Match, matchesWithin } from '../../lexicon.ts';
import { type Cues, cueAt } from './cues.ts';
import { bitsAt, type Ground, wallAt } from './ground.ts';
import { bears } from './hosts.ts';
import { closesWithOr, isNamed, verbAhead } from './lists.ts';
import {
  ADD,
  ARTICLE,
  AUXILIARY,
  COMPANION,
  DEFINITE,
  JOIN,
  LENGTH,
  LINK,
  RELATIVE,
  SIDE,
  VERB,
} from './word-classes.ts';

/** Words that join two things, or say one of the other. */
export const BINDS = JOIN | ADD | LINK | VERB | AUXILIARY | COMPANION | RELATIVE;
/** As many words as a place and its adjectives take. */
export const FARTHEST = 8;

/** Of the tokens `[from, to)` behind a denial the first that begins anew; `to` where none does. */
export function runsOnAt(ground: Ground, cues: Cues, from: number, to: number): number {
  const named = matchesWithin(ground.concepts, from, to).filter(ground.isFinding);
  for (let n = 0; n < named.length; n += 1) {
    const [one, next] = [named[n], named[n + 1]];
    if (one && (isNewSentence(ground, one.to) || bearsAnew(ground, one.to))) return one.to;
    if (!one || !next || next.from <= one.to || next.from > one.to + FARTHEST) continue;
    if (isOneClause(ground, one.to, next.from) && opensOwn(ground, cues, one.to, next)) {
      return closesWithOr(ground, cues, one.to) ? to : one.to;
    }
  }
  return to;
}

/** "No pneumothorax the lungs are large" */
const isNewSentence = (ground: Ground, at: number): boolean =>
  wallAt(ground, at) === 0 &&
  (bitsAt(ground, at) & (ARTICLE | DEFINITE)) !== 0 &&
  (bitsAt(ground, at) & RELATIVE) === 0 &&
  verbAhead(ground, at + 1);

/** "No embolism findings of heart failure" */
const bearsAnew = (ground: Ground, at: number): boolean =>
  at < ground.to && wallAt(ground, at) === 0 && bears(ground.tokens, at, ground.knowledge);

/** Nothing joins or parts the two. */
function isOneClause(ground: Ground, from: number, to: number): boolean {
  for (let i = from; i <= to; i += 1) {
    if (wallAt(ground, i) > 0) return false;
    if (i < to && (ground.tokens[i]?.kind === 'mark' || bitsAt(ground, i) & BINDS)) return false;
  }
  return true;
}

/** A side, a size or a time of its own: "left …", "7 mm …", "old …". Not "large …", of which a denial may speak. */
function opensOwn(ground: Ground, cues: Cues, from: number, { from: to }: Match): boolean {
  for (let i = from; i < to; i += 1) {
    if (bitsAt(ground, i) & SIDE && !isNamed(ground, i)) return true;
    if (ground.tokens[i]?.kind === 'number' && bitsAt(ground, i + 1) & LENGTH) return true;
    if (cueAt(cues, i)?.category === 'historical') return true;
  }
  return false;
}
