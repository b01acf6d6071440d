/** Wing 3, assertion: what has gone in one place and is still there in another: "resolved on the left but persists on the right". */
import { firstNotBefore } from '../../order.ts';
import { listed } from '../../word-lists.ts';
import { excepts } from './excepted.ts';
import { bitsAt, type Ground, normAt, SENTENCE, wallAt } from './ground.ts';
import { ADD, ADVERB, ARTICLE, AUXILIARY, GENITIVE } from './word-classes.ts';

const FAR = 25;

/** Whether words that say so follow in the sentence, of no other thing: not "the effusion has gone, the heart remains large". */
export function lastsBehind(ground: Ground, from: number): boolean {
  const { reading } = ground.knowledge;
  const [lasting, contrasting] = [listed(reading, 'lasting'), listed(reading, 'contrasting')];
  const end = Math.min(ground.to, from + FAR);
  for (let i = from; i < end && wallAt(ground, i) < SENTENCE; i += 1) {
    // "resolution of the clot except for a web": the first is what has gone
    if (findingAt(ground, i) && !(bitsAt(ground, i - 1) & (GENITIVE | ARTICLE))) return false;
    const norm = normAt(ground, i);
    // "in the main but not the segmental arteries"
    if (contrasting.has(norm) && normAt(ground, i + 1) === 'not' && !findingAt(ground, i + 2)) return true;
    if (excepts(ground, { from: i, to: end })) return true;
    if (!lasting.has(norm)) continue;
    let before = i - 1;
    while (before > from && bitsAt(ground, before) & (ADVERB | AUXILIARY)) before -= 1;
    const isOpen = ground.tokens[before]?.kind === 'mark' || (bitsAt(ground, before) & ADD) !== 0;
    if (before >= from && (isOpen || contrasting.has(normAt(ground, before)))) return true;
  }
  return false;
}

function findingAt({ concepts, isFinding }: Ground, at: number): boolean {
  const match = concepts[firstNotBefore(concepts, ({ from }) => from < at)];
  return match?.from === at && isFinding(match);
}
