/** Wing 3, assertion: on which side a cue acts: "likely pneumonia" looks on, "is likely" looks back. */
import type { Cue } from '@readingscan/knowledge';
import type { Match } from '../../lexicon.ts';
import type { Category, Facing, PlacedCue } from './cues.ts';
import { endsHere } from './ends.ts';
import { bitsAt, CLAUSE, type Ground, normAt, SENTENCE, wallAt } from './ground.ts';
import { ADVERB, DEGREE, EXCLUSION, PARTICLE, RESERVE, SIGHTING } from './word-classes.ts';

/** A cue at its place, with what stands around it: where it looks, and what it then says. */
export function place(cue: Cue, match: Match, ground: Ground): PlacedCue {
  const { category, direction } = cue;
  if (direction === 'forward' && category === 'negated' && !(cue.value && isValue(match, ground)))
    return deniedSight(cue, match, ground);
  return placedAs(cue, match, facingOf(cue, match, ground), category, match.to);
}

export function placedAs(
  cue: Cue,
  { from, start, end: ends }: Match,
  facing: Facing,
  category: Category,
  to: number,
  end: number = ends,
): PlacedCue {
  return { cue, category, facing, from, to, start, end };
}

function facingOf(cue: Cue, match: Match, ground: Ground): Facing {
  const { direction } = cue;
  if (direction === 'value') return isLabelled(cue, match.from, ground) ? 'value' : 'pseudo';
  if (cue.value && isValue(match, ground) && (direction !== 'backward' || isLabelled(null, match.from, ground)))
    return 'value';
  return direction === 'either' ? sideShown(match, ground) : direction;
}

/** "is not clearly seen" denies what stands before it; "no definite X" is a denial with a reserve. */
function deniedSight(cue: Cue, match: Match, ground: Ground): PlacedCue {
  const verbal = cue.denies === 'verb';
  let reserved = false;
  for (let i = match.to; i < ground.to && wallAt(ground, i) < CLAUSE; i += 1) {
    const bits = bitsAt(ground, i);
    if (verbal && bits & EXCLUSION) return notExcluded(cue, match, i, ground);
    if (verbal && bits & SIGHTING && endsHere(ground, i + 1)) {
      const end = ground.tokens[i]?.end ?? match.end;
      const opens = match.from === ground.from || wallAt(ground, match.from) >= CLAUSE;
      if (opens && i + 1 < ground.to) return placedAs(cue, match, 'forward', cue.category, i + 1, end);
      return placedAs(cue, match, 'backward', reserved ? 'hedged-negated' : cue.category, i + 1, end);
    }
    if (!(bits & DEGREE) && !(verbal && bits & ADVERB)) break;
    if (bits & RESERVE) reserved = true;
  }
  return placedAs(cue, match, 'forward', reserved ? 'hedged-negated' : cue.category, match.to);
}

/** "cannot confidently exclude X", "X cannot be fully ruled out": it stays possible. */
function notExcluded(cue: Cue, match: Match, at: number, ground: Ground): PlacedCue {
  const to = bitsAt(ground, at + 1) & PARTICLE ? at + 2 : at + 1;
  const end = ground.tokens[to - 1]?.end ?? match.end;
  return endsHere(ground, to)
    ? placedAs(cue, match, 'backward', 'not-evaluated', to, end)
    : placedAs(cue, match, 'forward', 'possible', to, end);
}

/** "likely pneumonia" looks on; "is likely", "likely given the fever" look back. */
function sideShown(match: Match, ground: Ground): Facing {
  if (normAt(ground, match.from) === '?') return questionSide(match, ground);
  if (match.from === ground.from || wallAt(ground, match.from) >= CLAUSE) return 'forward';
  let i = match.to;
  while (i < ground.to && bitsAt(ground, i) & ADVERB && wallAt(ground, i) < CLAUSE) i += 1;
  if (endsHere(ground, i) && normAt(ground, i) !== '(') return 'backward';
  return 'forward';
}

/** "?fracture" looks on; "Abscess?" looks back. */
function questionSide(match: Match, ground: Ground): Facing {
  const glued = ground.tokens[match.from]?.glued ?? false;
  const next = ground.tokens[match.to];
  if (match.from === ground.from) return 'forward';
  if (glued && !next?.glued && match.from > ground.from) return 'backward';
  return wallAt(ground, match.to) >= SENTENCE ? 'backward' : 'forward';
}

const NEAR_MARKS = new Set([':', '=']);
const LABEL_MARKS = new Set([':', '=', '-', '–', '—', '?', ',', '.', '…', ')', ']']);

/** "Effusion: N", "reflux none"; a single letter, and a yes, only after a mark: "Effusion: Y". */
function isLabelled(cue: Cue | null, from: number, ground: Ground): boolean {
  if (from <= ground.from) return false;
  const mark = normAt(ground, from);
  if (LABEL_MARKS.has(normAt(ground, from - 1)) || mark === '(' || mark === '[') return true;
  return cue !== null && cue.category !== 'definite' && normAt(ground, from).length > 2;
}

/** "Ascites: no." – nothing follows that it could deny. "Effusion: no  Fracture: no" – only the next label follows. */
function isValue({ from, to }: Match, ground: Ground): boolean {
  if (from === ground.from) return false;
  const next = normAt(ground, to);
  if (to >= ground.to || wallAt(ground, to) >= CLAUSE || next === '.' || next === ',' || next === ';' || next === ')')
    return true;
  if (!NEAR_MARKS.has(normAt(ground, from - 1))) return false;
  for (let i = to; i < Math.min(to + 4, ground.to); i += 1) if (normAt(ground, i) === ':') return true;
  return false;
}
