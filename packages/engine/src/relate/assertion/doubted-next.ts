/** Wing 3, assertion: does the main clause behind a condition doubt its own thing? "If fever persists, an abscess is likely." */
import { type Cues, cueAt, type PlacedCue } from './cues.ts';
import { bitsAt, CLAUSE, type Ground, normAt, wallAt } from './ground.ts';
import { ADD, JOIN } from './word-classes.ts';

const LOOK_AHEAD = 25;
const DOUBTS = new Set(['likely', 'possible', 'unlikely', 'not-evaluated']);

/** Of a condition that opens its clause, at a comma behind it. Not "If fever rises, or abscess is likely, drain". */
export function isDoubtedNext(ground: Ground, cues: Cues, own: PlacedCue, comma: number): boolean {
  if (own.from !== ground.from && wallAt(ground, own.from) < CLAUSE) return false;
  if (bitsAt(ground, comma + 1) & (JOIN | ADD)) return false;
  const end = Math.min(ground.to, comma + LOOK_AHEAD);
  for (let i = comma + 1; i < end && wallAt(ground, i) < CLAUSE && normAt(ground, i) !== ','; i += 1) {
    const cue = cueAt(cues, i);
    if (cue?.facing === 'backward' && DOUBTS.has(cue.category)) return true;
  }
  return false;
}
