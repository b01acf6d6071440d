/** Wing 3, assertion: a normal sign that is denied is a sign of what a hedge behind it names: "no flow consistent with torsion". */
import { matchesWithin } from '../../lexicon.ts';
import { phraseAt } from '../../search.ts';
import type { Trie } from '../../trie.ts';
import { listed, listedForms } from '../../word-lists.ts';
import type { PlacedCue } from './cues.ts';
import { bitsAt, type Ground, namesFinding, normAt, wallAt } from './ground.ts';
import { INFINITIVE, JOIN, LINK, RELATIVE, SIGHTING } from './word-classes.ts';

/**
 * Whether the hedge at token `hedge` opens what the denial is a sign of. Not "no mass suspicious for cancer", "no abnormal uptake
 * suspicious for cancer", "no uptake suspicious for cancer", "no flow to suggest a leak": there both are denied.
 */
export function isDeniedSign(ground: Ground, own: PlacedCue, hedge: number): boolean {
  if (bitsAt(ground, hedge - 1) & (INFINITIVE | RELATIVE)) return false;
  return deniesSigns(ground, own, hedge) && (own.cue.denies === 'state' || !isShownByIt(ground, hedge));
}

/** Where a participle stands for the hedge, "no flow indicating torsion"; `limit` where none does. */
export function meaningAt(ground: Ground, own: PlacedCue, limit: number): number {
  const meaning = listed(ground.knowledge.reading, 'meaning');
  for (let i = own.to + 1; i < limit && wallAt(ground, i) === 0; i += 1)
    if (meaning.has(normAt(ground, i))) return isDeniedSign(ground, own, i) ? i : limit;
  return limit;
}

/** All that is denied is there in health: "no flow or filling", "nonvisualization of the gallbladder"; not "failure to see a mass". */
function deniesSigns(ground: Ground, own: PlacedCue, hedge: number): boolean {
  const { reading } = ground.knowledge;
  const signs = listedForms(reading, 'normal-signs');
  const unnatural = listed(reading, 'unnatural');
  for (let i = own.from; i < hedge; i += 1) if (unnatural.has(normAt(ground, i))) return false;
  for (let i = own.from; i < own.to; i += 1)
    if (phraseAt(signs, ground.tokens, i, own.to)) return !namesFinding(ground, own.to, hedge);
  if (own.cue.denies === 'verb' && bitsAt(ground, own.to) & SIGHTING) return isPartUnseen(ground, own);
  for (let item = own.to; item < hedge; ) {
    let next = item;
    while (next < hedge && !(bitsAt(ground, next) & JOIN)) next += 1;
    if (!endsInSign(ground, item, next, signs)) return false;
    item = next + 1;
  }
  return own.to < hedge;
}

/** "no markings", "no gas in the rectum", but not "no flow artifact". */
function endsInSign(ground: Ground, from: number, to: number, signs: Trie<true>): boolean {
  let head = from;
  while (head < to && !(bitsAt(ground, head) & LINK)) head += 1;
  for (let i = from; i < head; i += 1) {
    const sign = phraseAt(signs, ground.tokens, i, to);
    if (sign && sign.to >= head) return true;
  }
  return false;
}

/** "The gallbladder is not seen": what stands before the denial is a part of the body and nothing that was found. */
function isPartUnseen(ground: Ground, own: PlacedCue): boolean {
  let from = own.from;
  while (from > ground.from && wallAt(ground, from) === 0) from -= 1;
  return !namesFinding(ground, from, own.from) && matchesWithin(ground.concepts, from, own.from).length > 0;
}

const LOOK_AHEAD = 12;

/** What is behind the hedge is a disease that the sign itself would show. */
function isShownByIt(ground: Ground, hedge: number): boolean {
  const { reading } = ground.knowledge;
  const shown = listed(reading, 'shown-by-signs');
  const missing = listed(reading, 'shown-by-absence');
  let isShown = false;
  for (let i = hedge; i < Math.min(ground.to, hedge + LOOK_AHEAD) && (i === hedge || wallAt(ground, i) === 0); i += 1) {
    if (missing.has(normAt(ground, i))) return false;
    isShown ||= shown.has(normAt(ground, i));
  }
  return isShown;
}
