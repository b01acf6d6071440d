/** Wing 3, assertion: what is denied but for one place is there: "no fracture except the nasal bones", "no clot other than in the calf". */
import { matchesWithin } from '../../lexicon.ts';
import { phraseAt } from '../../search.ts';
import { listed, listedForms } from '../../word-lists.ts';
import type { Category, Cues, PlacedCue } from './cues.ts';
import { bitsAt, CLAUSE, type Ground, ITEM, normAt, wallAt } from './ground.ts';
import { ADD, ADVERB, ARTICLE, DEFINITE, GENITIVE, JOIN, LINK, SIDE, SIZE } from './word-classes.ts';

export interface Excepted {
  readonly cue: PlacedCue;
  /** of several things only one need be there: "no effusion or pneumothorax except on the left" */
  readonly isOneOf: boolean;
}

const FAR = 25;
const ENDING: ReadonlySet<Category> = new Set(['exception', 'contrast']);

/** The exception behind a denied target of the tokens `[from, to)`, where it names a place and no finding of its own. */
export function exceptedBehind(ground: Ground, { cues }: Cues, from: number, to: number): Excepted | null {
  let denial = ground.from;
  for (const cue of cues) {
    if (cue.to <= from && cue.facing === 'forward') denial = cue.to;
    if (cue.from < to) continue;
    if (cue.facing === 'forward') return null;
    if (!ENDING.has(cue.category) || cue.from - to > FAR || !excepts(ground, cue)) continue;
    for (let i = to; i <= cue.from; i += 1) if (wallAt(ground, i) >= CLAUSE) return null;
    if (!namesPlaceOnly(ground, cue.to)) return null;
    const others = matchesWithin(ground.concepts, denial, cue.from).filter(
      (match) => ground.isFinding(match) && (match.to <= from || match.from >= to),
    );
    return { cue, isOneOf: others.length > 0 };
  }
  return null;
}

/** Words that leave something out; not "no spread beyond the capsule". */
export const excepts = (ground: Ground, { from, to }: { readonly from: number; readonly to: number }): boolean =>
  phraseAt(listedForms(ground.knowledge.reading, 'excepting'), ground.tokens, from, to) !== null;

/** "in the left adrenal", "a trace on the right", "at L4-5", "a tiny bubble beside the tip"; not "changes in the knee", "a fracture of the wrist". */
function namesPlaceOnly(ground: Ground, from: number): boolean {
  let end = from;
  while (end < ground.to && (end === from || wallAt(ground, end) < ITEM)) end += 1;
  const named = matchesWithin(ground.concepts, from, end).filter((match) => match.from >= from);
  if (named.some(ground.isFinding)) return false;
  const first = named[0]?.from ?? end;
  const amounts = listed(ground.knowledge.reading, 'small-amounts');
  for (let i = from; i < first; i += 1) {
    // "a focus of fat" is another thing
    if (amounts.has(normAt(ground, i))) return !(bitsAt(ground, i + 1) & GENITIVE);
    if (LEVEL.test(normAt(ground, i))) return true;
    const small = bitsAt(ground, i) & (LINK | ARTICLE | DEFINITE | SIDE | SIZE | ADVERB | ADD | JOIN);
    const describes = matchesWithin(ground.modifiers, i, end).find((match) => match.from === i);
    if (describes) i = describes.to - 1;
    else if (!small && ground.tokens[i]?.kind !== 'mark') return false;
    if (bitsAt(ground, i) & SIDE && first === end) return true;
  }
  return first < end;
}
const LEVEL = /^[ctls]\d{1,2}$/;
