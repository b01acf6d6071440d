/** Wing 3, assertion: what a cue says of its other side, and what it spares: "more likely A than B"; "r/o PE, chest pain". */
import { type Cues, changeAt, type PlacedCue, skipAt } from './cues.ts';
import { bitsAt, CLAUSE, type Ground, normAt, wallAt } from './ground.ts';
import { AUXILIARY, LINK, VERB } from './word-classes.ts';

const FARTHEST = 30;
const BEFORE = 3;

/** The token that parts both sides of a comparison. Not the "than" of "other than", "larger than before", "less than 2 cm". */
export function pivotOf(ground: Ground, cues: Cues, { cue, to }: PlacedCue): number | null {
  const end = Math.min(ground.to, to + FARTHEST);
  for (let i = to; i < end && wallAt(ground, i) < CLAUSE; i += 1) {
    const past = skipAt(cues, i);
    if (past > i + 1) {
      i = past - 1;
      continue;
    }
    if (!cue.pivot?.includes(normAt(ground, i))) continue;
    if (ground.tokens[i + 1]?.kind === 'number' || endsChange(cues, i)) continue;
    return i;
  }
  return null;
}

function endsChange(cues: Cues, than: number): boolean {
  for (let i = than - BEFORE; i < than; i += 1) if ((changeAt(cues, i)?.to ?? 0) >= than) return true;
  return false;
}

/** "If the wall of the cyst thickens" supposes all of it; "r/o PE with chest pain" asks for one thing. */
const SUPPOSES = new Set<PlacedCue['category']>(['conditional', 'future']);

/** Whether a target behind a comma or a link holds, or stands right behind, one of the words that set it apart from what the cue acts on. */
export function isSpared(ground: Ground, { cue, to: start }: PlacedCue, from: number, to: number): boolean {
  const { spares } = cue;
  if (!spares) return false;
  for (let i = to - 1; i >= Math.max(start, from - BEFORE); i -= 1) {
    if (i < from && (normAt(ground, i) === ',' || bitsAt(ground, i) & (LINK | VERB | AUXILIARY))) return false;
    if (spares.includes(normAt(ground, i))) return partedBefore(ground, start, i, !SUPPOSES.has(cue.category));
  }
  return false;
}

/** By a comma; a symptom by a "with" too. */
function partedBefore(ground: Ground, start: number, at: number, link: boolean): boolean {
  for (let i = at - 1; i >= start; i -= 1)
    if (normAt(ground, i) === ',' || (link && bitsAt(ground, i) & LINK)) return true;
  return false;
}

/** "or, more likely, a cyst"; "Alternatively, a cyst" */
export const standsAside = (ground: Ground, { cue, from }: PlacedCue): boolean =>
  normAt(ground, from - 1) === ',' || (from === ground.from && cue.direction === 'either');
