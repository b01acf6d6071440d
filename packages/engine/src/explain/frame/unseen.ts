/** Wing 4, explain, frame: organs that could not be seen or judged: "the appendix is not visualized", "evaluation of the pancreas is limited". */
import type { Span } from '../../document.ts';
import { type Match, matchesWithin } from '../../lexicon.ts';
import { listed } from '../../word-lists.ts';
import type { Claim } from './claim.ts';
import { sideBeside } from './described.ts';
import { normAt } from './ground.ts';
import { placeOf } from './place-of.ts';
import type { Scene } from './scene.ts';
import { listBefore } from './target.ts';

export function unseenClaims(scene: Scene): Claim[] {
  const { related, statement, knowledge, account, ground } = scene;
  return matchesWithin(related.matches.cue, statement.from, statement.to).flatMap((cue): Claim[] => {
    const end = account.isTold(cue.start) ? null : endOf(cue, scene);
    if (end === null) return [];
    let at = cue.from;
    while (at > ground.from && ground.words.link.has(normAt(ground, at - 1))) at -= 1;
    const organ = ground.organTo.get(at);
    if (!organ) return [];
    const organs = listBefore(organ, ground);
    const spans = [...organs.map(({ start, end }): Span => [start, end]), [cue.start, end] as const];
    for (const span of spans) account.tell(span);
    return [
      {
        kind: 'unseen',
        organs: organs.map((one) => placeOf(one, sideBeside(one, ground), knowledge)),
        at: organ.start,
        basis: spans,
      },
    ];
  });
}

/** Where the words end that say so, in the text; null for a cue that says something else. */
function endOf(
  { entry, end, to }: Match,
  { related: { tokens }, knowledge: { reading }, ground }: Scene,
): number | null {
  const { category, direction, exam } = reading.cues[entry] ?? {};
  if (category === 'not-evaluated') return exam && direction === 'backward' ? end : null;
  // "not | well | seen"
  if (category !== 'negated' || direction !== 'forward' || normAt(ground, to - 1) !== 'not') return null;
  let at = to;
  while (at < ground.to && listed(reading, 'sighted-how').has(normAt(ground, at))) at += 1;
  return listed(reading, 'sighted').has(normAt(ground, at)) ? (tokens[at]?.end ?? end) : null;
}
