/** Wing 4, explain, frame: on which side there is more of what both sides have: "bilateral effusions, left greater than right". */
import type { Span } from '../../document.ts';
import type { Claim } from './claim.ts';
import { normAt } from './ground.ts';
import type { Scene } from './scene.ts';
import { isThing } from './sentences.ts';

/** Said of the thing before it, where that is there. */
export function sideClaims(claims: readonly Claim[], { related, frames, account, ground }: Scene): Claim[] {
  const { from, to, words } = ground;
  for (let at = from; at < to; at += 1) {
    const side = sideAt(normAt(ground, at));
    if (!side || !words.exceeding.has(normAt(ground, at + 1))) continue;
    let behind = at + 2;
    while (behind < to && SMALL.has(normAt(ground, behind))) behind += 1;
    const other = sideAt(normAt(ground, behind));
    const [first, last] = [related.tokens[at], related.tokens[behind]];
    if (!other || other === side || behind >= to || !first || !last) continue;
    const thing = claims.findLast((claim) => claim.at < first.start);
    if (!thing || !isThing(thing) || thing.presence !== 'present') continue;
    const span: Span = [first.start, last.end];
    account.tell(span);
    return [{ kind: 'stock', text: frames.sideMore[side], span, at: span[0], basis: [...thing.basis, span] }];
  }
  return [];
}

const sideAt = (norm: string): 'left' | 'right' | null =>
  norm === 'left' || norm === 'l' ? 'left' : norm === 'right' || norm === 'r' ? 'right' : null;
const SMALL: ReadonlySet<string> = new Set(['than', 'on', 'the']);
