/** Wing 4, explain, frame: organs that could not be seen or judged: "the appendix is not visualized", "evaluation of the pancreas is limited". */
import type { Span } from '../../document.ts';
import { type Match, matchesWithin } from '../../lexicon.ts';
import { listed } from '../../word-lists.ts';
import type { Account } from './account.ts';
import type { Claim } from './claim.ts';
import { sideBeside } from './described.ts';
import { type Ground, normAt } from './ground.ts';
import { placeOf } from './place-of.ts';
import type { Scene } from './scene.ts';
import { listBefore } from './target.ts';

interface Unseen {
  readonly organs: readonly Match[];
  /** the words that say so */
  readonly span: Span;
}

export function unseenIn(ground: Ground, account: Account): readonly Unseen[] {
  return matchesWithin(ground.related.matches.cue, ground.from, ground.to).flatMap((cue): Unseen[] => {
    const end = account.isTold(cue.start) ? null : endOf(cue, ground);
    let at = cue.from;
    while (at > ground.from && ground.words.link.has(normAt(ground, at - 1))) at -= 1;
    const organ = ground.organTo.get(at);
    return organ && end !== null ? [{ organs: listBefore(organ, ground), span: [cue.start, end] }] : [];
  });
}

export const unseenClaims = (unseen: readonly Unseen[], { knowledge, account, ground }: Scene): readonly Claim[] =>
  unseen.map(({ organs, span }): Claim => {
    const basis = [...organs.map(({ start, end }): Span => [start, end]), span];
    for (const own of basis) account.tell(own);
    const places = organs.map((one) => placeOf(one, sideBeside(one, ground), knowledge));
    return { kind: 'unseen', organs: places, at: basis[0]?.[0] ?? 0, basis };
  });

/** Where the words end that say so, in the text; null for a cue that says something else. */
function endOf({ entry, end, to }: Match, ground: Ground): number | null {
  const { reading } = ground.knowledge;
  const { category, direction, exam } = reading.cues[entry] ?? {};
  if (category === 'not-evaluated') return exam && direction === 'backward' ? end : null;
  // "not | well | seen"
  if (category !== 'negated' || direction !== 'forward' || normAt(ground, to - 1) !== 'not') return null;
  let at = to;
  while (at < ground.to && listed(reading, 'sighted-how').has(normAt(ground, at))) at += 1;
  return listed(reading, 'sighted').has(normAt(ground, at)) ? (ground.related.tokens[at]?.end ?? end) : null;
}
