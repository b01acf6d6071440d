/** Wing 3, assertion: the cues of one statement, each with the side it acts on, denials of change taken out. */
import type { ChangeCue, Cue } from '@readingscan/knowledge';
import type { Match } from '../../lexicon.ts';
import type { Knowledge } from '../../stages.ts';
import { deniedChange, joinedChange } from './denied-change.ts';
import { endsHere } from './ends.ts';
import { bitsAt, CLAUSE, type Ground, normAt, SENTENCE, wallAt } from './ground.ts';
import { ADVERB, DEGREE, EXCLUSION, PARTIAL, PARTICLE, RESERVE, SIGHTING } from './word-classes.ts';

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
  readonly cues: readonly PlacedCue[];
  readonly changes: readonly PlacedChange[];
  /** forward, value and terminating cues by their first token */
  readonly at: ReadonlyMap<number, PlacedCue>;
  readonly changeAt: ReadonlyMap<number, PlacedChange>;
  /** where each cue, pseudo cues too, begins and ends */
  readonly skip: ReadonlyMap<number, number>;
  /** terminating cues by the token after their last */
  readonly endAt: ReadonlyMap<number, PlacedCue>;
}

export function cuesOf(
  ground: Ground,
  cueMatches: readonly Match[],
  changeMatches: readonly Match[],
  request: boolean,
  knowledge: Knowledge,
): Cues {
  const cues: PlacedCue[] = [];
  const changeFirst = new Map(changeMatches.map((match) => [match.from, match]));
  const denied = new Map<number, { readonly cue: PlacedCue; readonly says: ChangeCue['direction'] }>();
  let taken = 0;
  for (const match of cueMatches) {
    const cue = knowledge.reading.cues[match.entry];
    if (!cue || match.from < taken || (cue.request && !request) || !isMet(cue, match, ground)) continue;
    const placed = place(cue, match, ground);
    taken = placed.to;
    const change = placed.facing === 'forward' ? deniedChange(placed, ground, changeFirst, knowledge) : null;
    if (change) for (const one of change.all) denied.set(one.from, { cue: placed, says: change.says });
    const joined =
      (change && !change.keeps) || placed.facing !== 'forward'
        ? null
        : joinedChange(placed, ground, changeFirst, knowledge);
    if (joined) denied.set(joined.from, { cue: placed, says: 'stable' });
    cues.push(change && !change.keeps ? { ...placed, facing: 'pseudo' } : placed);
  }
  const changes = changeMatches.flatMap((match): PlacedChange[] => {
    const change = knowledge.reading.changes[match.entry];
    if (!change) return [];
    const by = denied.get(match.from);
    if (!by) return [{ ...at(match), change, direction: directionOf(change, match, ground), denied: false, by: null }];
    return [{ ...at(match), change, direction: by.says, denied: true, by: by.cue, start: by.cue.start }];
  });
  return {
    cues,
    changes,
    at: new Map(cues.filter((cue) => cue.facing !== 'pseudo').map((cue) => [cue.from, cue])),
    skip: new Map(cues.map((cue) => [cue.from, cue.to])),
    changeAt: new Map(changes.map((change) => [change.from, change])),
    endAt: new Map(cues.filter((cue) => cue.facing === 'terminate').map((cue) => [cue.to, cue])),
  };
}

const at = ({ from, to, start, end }: Match): Pick<PlacedCue, 'from' | 'to' | 'start' | 'end'> => ({
  from,
  to,
  start,
  end,
});

/** "has almost completely resolved": not all of it. */
function directionOf(change: ChangeCue, match: Match, ground: Ground): ChangeCue['direction'] {
  if (change.direction !== 'resolved') return change.direction;
  return bitsAt(ground, match.from - 1) & PARTIAL ? 'decreased' : 'resolved';
}

/** "should" asks for what may come only if "develop", "recur" … follows; "over" doubts only after "favor". */
function isMet(cue: Cue, match: Match, ground: Ground): boolean {
  const { needs, follows, reach = 20 } = cue;
  if (needs) {
    const end = Math.min(ground.to, match.to + reach);
    let i = match.to;
    while (i < end && wallAt(ground, i) < CLAUSE && !needs.includes(normAt(ground, i))) i += 1;
    if (!needs.includes(normAt(ground, i))) return false;
  }
  if (follows) {
    const end = Math.max(ground.from, match.from - reach);
    let i = match.from - 1;
    while (i >= end && wallAt(ground, i + 1) < CLAUSE && !follows.includes(normAt(ground, i))) i -= 1;
    if (!follows.includes(normAt(ground, i))) return false;
  }
  return true;
}

function place(cue: Cue, match: Match, ground: Ground): PlacedCue {
  const base = { cue, category: cue.category, ...at(match) };
  if (cue.direction === 'value')
    return { ...base, facing: isLabelled({ cue, from: match.from }, ground) ? 'value' : 'pseudo' };
  if (
    cue.value &&
    isValue(match, ground) &&
    (cue.direction !== 'backward' || isLabelled({ cue: null, from: match.from }, ground))
  )
    return { ...base, facing: 'value' };
  if (cue.direction === 'either') return { ...base, facing: sideShown(match, ground) };
  if (cue.category === 'negated' && cue.direction === 'forward') return deniedSight(base, match, ground);
  return { ...base, facing: cue.direction };
}

/** "is not clearly seen" denies what stands before it; "no definite X" is a denial with a reserve. */
function deniedSight(base: Omit<PlacedCue, 'facing'>, match: Match, ground: Ground): PlacedCue {
  const { cue } = base;
  let reserved = false;
  let i = match.to;
  for (; i < ground.to && wallAt(ground, i) < CLAUSE; i += 1) {
    const bits = bitsAt(ground, i);
    if (cue.denies === 'verb' && bits & EXCLUSION) return notExcluded(base, i, ground);
    if (cue.denies === 'verb' && bits & SIGHTING && endsHere(ground, i + 1)) {
      const end = ground.tokens[i]?.end ?? match.end;
      const opens = match.from === ground.from || wallAt(ground, match.from) >= CLAUSE;
      if (opens && i + 1 < ground.to) return { ...base, facing: 'forward', to: i + 1, end };
      return { ...base, facing: 'backward', to: i + 1, end, category: reserved ? 'hedged-negated' : cue.category };
    }
    if (!(bits & DEGREE) && !(cue.denies === 'verb' && bits & ADVERB)) break;
    if (bits & RESERVE) reserved = true;
  }
  return { ...base, facing: 'forward', category: reserved ? 'hedged-negated' : cue.category };
}

/** "cannot confidently exclude X", "X cannot be fully ruled out": it stays possible. */
function notExcluded(base: Omit<PlacedCue, 'facing'>, at: number, ground: Ground): PlacedCue {
  const to = bitsAt(ground, at + 1) & PARTICLE ? at + 2 : at + 1;
  const end = ground.tokens[to - 1]?.end ?? base.end;
  return endsHere(ground, to)
    ? { ...base, facing: 'backward', category: 'not-evaluated', to, end }
    : { ...base, facing: 'forward', category: 'possible', to, end };
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
function isLabelled({ cue, from }: { readonly cue: Cue | null; readonly from: number }, ground: Ground): boolean {
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
