/** Wing 3, assertion: a denial of a change, "no increase in X", is no denial of X. */
import type { ChangeCue } from '@readingscan/knowledge';
import type { Match } from '../../lexicon.ts';
import type { Knowledge } from '../../stages.ts';
import type { PlacedCue } from './cues.ts';
import { endsHere } from './ends.ts';
import { bitsAt, CLAUSE, type Ground, wallAt } from './ground.ts';
import { ADD, ADVERB, AUXILIARY, DEFINITE, DEGREE, GENITIVE, JOIN, LINK, VERB } from './word-classes.ts';

/** "no increase", "not increased", "no larger than", "no new"; not "no increased markings". */
function denies(change: ChangeCue, cue: PlacedCue, ends: boolean): boolean {
  if (change.denied === 'new' || change.as === 'noun' || isVerbal(cue)) return true;
  return change.as === 'adjective' && change.denied === 'stable' && (ends || change.attaches === 'backward');
}

const ofClause = ({ cue: { denies } }: PlacedCue): boolean => denies === 'predicate' || denies === 'clause';
const isVerbal = (cue: PlacedCue): boolean => cue.cue.denies === 'verb' || ofClause(cue);

/** "No sign that an abscess has developed": there is none. "No sign that the abscess is new": there is one. */
const deniesComing = ({ cue, to }: PlacedCue, ground: Ground): boolean =>
  cue.denies === 'clause' && !(bitsAt(ground, to) & DEFINITE);

const COMPOUND = 4;

/** "no haematoma expansion": the noun of change at the end of what is denied. */
function changeAtEnd(ground: Ground, from: number, changes: ReadonlyMap<number, Match>, knowledge: Knowledge): number {
  for (let i = from; i < Math.min(from + COMPOUND, ground.to); i += 1) {
    if (wallAt(ground, i) >= CLAUSE || ground.tokens[i]?.kind !== 'word') break;
    const match = changes.get(i);
    const change = match && knowledge.reading.changes[match.entry];
    if (match && change && change.direction !== 'none')
      return change.as === 'noun' && change.denied === 'stable' && !change.static && endsHere(ground, match.to)
        ? i
        : from;
    if (bitsAt(ground, i) & (LINK | JOIN)) break;
  }
  return from;
}

const A_SUBJECT = 12;

/** "None of the nodules has grown": the change that is said of what the denial begins with. */
function changeSaid(ground: Ground, from: number, changes: ReadonlyMap<number, Match>): number {
  const end = Math.min(from + A_SUBJECT, ground.to);
  let i = from;
  while (i < end && !changes.has(i) && !(bitsAt(ground, i) & (AUXILIARY | VERB))) {
    if (ground.tokens[i]?.kind !== 'word' || bitsAt(ground, i) & (JOIN | ADD)) return from;
    i += 1;
  }
  while (i < end && !changes.has(i) && bitsAt(ground, i) & (AUXILIARY | ADVERB | DEGREE)) i += 1;
  return i < end && changes.has(i) ? i : from;
}

/** "no significant interval increase in X": X is there, and stable. "no new X": the denial stays, the change is about a new one. */
export function deniedChange(
  cue: PlacedCue,
  ground: Ground,
  changes: ReadonlyMap<number, Match>,
  knowledge: Knowledge,
): { readonly all: readonly Match[]; readonly says: ChangeCue['direction']; readonly keeps: boolean } | null {
  if (cue.category !== 'negated' && cue.category !== 'hedged-negated') return null;
  let i = cue.to;
  while (i < ground.to && !changes.has(i) && bitsAt(ground, i) & (DEGREE | ADVERB) && wallAt(ground, i) < CLAUSE)
    i += 1;
  if (!changes.has(i) && ofClause(cue)) i = changeSaid(ground, i, changes);
  if (!changes.has(i) && cue.cue.denies === 'noun') i = changeAtEnd(ground, i, changes, knowledge);
  const all: Match[] = [];
  for (;;) {
    const match = changes.get(i);
    const change = match && knowledge.reading.changes[match.entry];
    if (!match || !change?.denied) break;
    if (change.direction === 'new' && deniesComing(cue, ground)) break;
    if (all.length === 0 && !denies(change, cue, endsHere(ground, match.to))) break;
    if (change.static && !(bitsAt(ground, match.to) & GENITIVE)) break;
    all.push(match);
    i = match.to;
    if (!(bitsAt(ground, i) & (JOIN | ADD))) break;
    i += 1;
  }
  const first = all[0];
  const denied = first && knowledge.reading.changes[first.entry]?.denied;
  return first && denied ? { all, says: denied, keeps: denied === 'new' } : null;
}

const A_LIST = 25;

/** "no hydronephrosis or change in the stone": of the stone, only a change is denied. */
export function joinedChange(
  cue: PlacedCue,
  ground: Ground,
  changes: ReadonlyMap<number, Match>,
  knowledge: Knowledge,
): Match | null {
  if (cue.category !== 'negated' && cue.category !== 'hedged-negated') return null;
  const end = Math.min(ground.to, cue.to + A_LIST);
  for (let i = cue.to; i < end && wallAt(ground, i) < CLAUSE; i += 1) {
    const bits = bitsAt(ground, i);
    if (bits & (VERB | AUXILIARY)) return null;
    if (!(bits & JOIN)) continue;
    let k = i + 1;
    while (k < end && !changes.has(k) && bitsAt(ground, k) & (DEGREE | ADVERB)) k += 1;
    const match = changes.get(k);
    const change = match && knowledge.reading.changes[match.entry];
    if (!match || change?.as !== 'noun' || change.denied !== 'stable') continue;
    if ((bitsAt(ground, match.to - 1) | bitsAt(ground, match.to)) & GENITIVE) return match;
  }
  return null;
}
