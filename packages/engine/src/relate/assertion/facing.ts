/** Wing 3, assertion: on which side a cue acts: "likely pneumonia" looks on, "is likely" looks back. */
import type { Cue } from '@readingscan/knowledge';
import type { Match } from '../../lexicon.ts';
import { listed } from '../../word-lists.ts';
import { answersRun, saysYesOrNo } from './answers.ts';
import { endsValue, isPrefixed, isSigned } from './boxes.ts';
import type { Category, Facing, PlacedCue } from './cues.ts';
import { endsHere } from './ends.ts';
import { bitsAt, CLAUSE, type Ground, normAt, SENTENCE, wallAt } from './ground.ts';
import {
  ADD,
  ADVERB,
  AUXILIARY,
  DEGREE,
  EXCLUSION,
  JOIN,
  LENGTH,
  LINK,
  PARTICLE,
  PERFECT,
  RESERVE,
  SIGHTING,
  VERB,
} from './word-classes.ts';

/** A cue at its place, with what stands around it: where it looks, and what it then says. */
export function place(cue: Cue, match: Match, ground: Ground, behind: boolean): PlacedCue {
  const { category, direction } = cue;
  if (cue.box) return placedAs(cue, match, boxFacing(cue, behind), category, match.to);
  if (direction === 'forward' && category === 'negated' && !(cue.value && isValue(match, ground)))
    return deniedSight(cue, match, ground);
  return placedAs(cue, match, facingOf(cue, match, ground), category, match.to);
}

/** "[ ] No fracture" leaves it open; in "Fracture: [ ] No [x] Yes" the other box answers. */
function boxFacing({ category }: Cue, behind: boolean): Facing {
  if (!behind) return 'forward';
  return category === 'not-evaluated' ? 'pseudo' : 'value';
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
  if (direction === 'value') {
    if (isCounted(match, ground)) return 'pseudo';
    if (isPrefixed(ground, match)) return 'forward';
    return isLabelled(cue, match, ground) ? 'value' : 'pseudo';
  }
  if (cue.value && isValue(match, ground) && isAnswer(direction, match, ground)) return 'value';
  return direction === 'either' ? sideShown(match, ground) : direction;
}

/** "N+5 cm" and "N 3 cm", from the nipple: a letter before a figure answers nothing. */
function isCounted({ from, to }: Match, ground: Ground): boolean {
  const { tokens } = ground;
  if (to - from > 1 || tokens[from]?.norm.length !== 1 || tokens[from]?.kind !== 'word') return false;
  if (tokens[to]?.norm === '+') return tokens[to + 1]?.kind === 'number';
  return tokens[to]?.kind === 'number' && (bitsAt(ground, to + 1) & LENGTH) !== 0;
}

/** "is conspicuously absent" is no answer to a label. */
function isAnswer(direction: Cue['direction'], match: Match, ground: Ground): boolean {
  if (direction === 'backward') return isLabelled(null, match, ground);
  return direction !== 'either' || !(bitsAt(ground, match.from - 1) & (ADVERB | AUXILIARY));
}

/** "is not clearly seen" denies what stands before it; "no definite X" is a denial with a reserve. */
function deniedSight(cue: Cue, match: Match, ground: Ground): PlacedCue {
  const verbal = cue.denies === 'verb' || cue.denies === 'predicate' || cue.denies === 'clause';
  if (cue.denies === 'verb' && isElliptic(match, ground))
    return placedAs(cue, match, 'backward', cue.category, match.to);
  const excluded = cue.denies === 'verb' ? passiveExclusion(match, ground) : -1;
  if (excluded >= 0) return notExcluded(cue, match, excluded, ground);
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

const BETWEEN = 9;

/** "cannot on this film be excluded", "could not with any confidence be ruled out": what stands between is said by the way; -1 for none. */
function passiveExclusion({ to }: Match, ground: Ground): number {
  for (let i = to; i < Math.min(ground.to, to + BETWEEN) && wallAt(ground, i) < CLAUSE; i += 1) {
    const bits = bitsAt(ground, i);
    if (bits & EXCLUSION) return i > to && PASSIVE.has(normAt(ground, i - 1)) ? i : -1;
    if (bits & ADD || (bits & VERB && !(bits & AUXILIARY))) return -1;
  }
  return -1;
}
const PASSIVE: ReadonlySet<string> = new Set(['be', 'been']);

const AN_ELLIPSIS = 20;

/** "Cysts are noted; stones are not": the sighting is that of the clause before. Not "the left is large, the right is not". */
function isElliptic({ from, to }: Match, ground: Ground): boolean {
  const own = bitsAt(ground, from - 1);
  if (!(own & AUXILIARY) || !(own & LINK) || own & PERFECT) return false;
  if (wallAt(ground, to) < CLAUSE && ground.tokens[to]?.kind !== 'mark') return false;
  const end = Math.max(ground.from, from - AN_ELLIPSIS);
  for (let i = from - 2; i > end; i -= 1) {
    if (bitsAt(ground, i) & SIGHTING) return (bitsAt(ground, i - 1) & (AUXILIARY | ADVERB)) !== 0;
    if (bitsAt(ground, i) & AUXILIARY) return false;
  }
  return false;
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
  // "or, more likely, a cyst"
  if (isSetOff(ground, match.from) && bitsAt(ground, match.from - 2) & JOIN) return 'forward';
  let i = match.to;
  while (i < ground.to && bitsAt(ground, i) & ADVERB && wallAt(ground, i) < CLAUSE) i += 1;
  i = behindPrefixed(ground, i);
  if (endsHere(ground, i) && normAt(ground, i) !== '(') return 'backward';
  return 'forward';
}

/** "or, more likely, a cyst", "or (more likely) a cyst" */
const isSetOff = (ground: Ground, at: number): boolean =>
  normAt(ground, at - 1) === ',' || normAt(ground, at - 1) === '(';

/** "Likely post-infectious scar" looks on past the describing word; "likely post infectious" looks back. */
function behindPrefixed(ground: Ground, at: number): number {
  if (!listed(ground.knowledge.reading, 'prefixing').has(normAt(ground, at)) || wallAt(ground, at) >= CLAUSE) return at;
  const word = normAt(ground, at + 1) === '-' ? at + 2 : at + 1;
  return ground.tokens[word]?.kind === 'word' ? word + 1 : at;
}

/** "?fracture" looks on; "Abscess?" looks back. */
function questionSide(match: Match, ground: Ground): Facing {
  const glued = ground.tokens[match.from]?.glued ?? false;
  const next = ground.tokens[match.to];
  if (match.from === ground.from) return 'forward';
  // "(fibrosis?)"
  if (glued && next?.norm === ')' && normAt(ground, match.from - 1) !== '(') return 'backward';
  if (glued && !next?.glued && match.from > ground.from) return 'backward';
  return wallAt(ground, match.to) >= SENTENCE ? 'backward' : 'forward';
}

const NEAR_MARKS = new Set([':', '=']);
const LABEL_MARKS = new Set([':', '=', '-', '–', '—', '?', ',', '.', '…', ')', ']', '|', '_']);

/** "Effusion: N", "reflux none"; a single letter, and a yes, only after a mark: "Effusion: Y". */
function isLabelled(cue: Cue | null, match: Match, ground: Ground): boolean {
  const { from } = match;
  if (from <= ground.from) return false;
  const mark = normAt(ground, from);
  if (LABEL_MARKS.has(normAt(ground, from - 1)) || mark === '(' || mark === '[') return true;
  if (isSigned(ground, match) || answers(ground, match)) return true;
  // "Ascites no / Hernia yes"
  if (normAt(ground, match.to - 1) === '/' && wallAt(ground, match.to) >= CLAUSE) return true;
  return cue !== null && cue.category !== 'definite' && normAt(ground, from).length > 2;
}

/** "Ascites: no." – nothing follows that it could deny. "Effusion: no  Fracture: no" – only the next label follows. */
function isValue({ from, to }: Place, ground: Ground): boolean {
  if (from === ground.from) return false;
  if (endsValue(ground, to) || answers(ground, { from, to })) return true;
  const isLed = leads(ground, from - 2);
  if (!isLed && !NEAR_MARKS.has(normAt(ground, from - 1))) return false;
  for (let i = to; i < Math.min(to + 4, ground.to); i += 1)
    if (isLed ? leads(ground, i) : normAt(ground, i) === ':') return true;
  return false;
}

/** Dots that lead to an answer: "Free fluid .... nil Free gas .... none". */
const leads = (ground: Ground, at: number): boolean => normAt(ground, at) === '.' && normAt(ground, at + 1) === '.';

type Place = Pick<Match, 'from' | 'to'>;

/** "Ascites no hernia yes": the answer of what stands before it. */
const answers = ({ tokens, from: begin, to: end }: Ground, { from, to }: Place): boolean =>
  to - from === 1 && saysYesOrNo(tokens[from]) && answersRun(tokens, begin, end);
