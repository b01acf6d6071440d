/** Ground floor: what is said only of the part of the body that the pictures show: "no clot in the visualized veins", "to the extent seen". */
import { firstNotBefore } from './order.ts';
import { phraseAt } from './search.ts';
import type { Knowledge, Recognized, SegmentedStatement } from './stages.ts';
import { phraseTrie, type Trie } from './trie.ts';
import { listed } from './word-lists.ts';

interface SeenPart {
  /** before a place: "visualized" */
  readonly before: ReadonlySet<string>;
  /** not behind these words: "no visible lesion", "the liver is visualized" */
  readonly notBehind: ReadonlySet<string>;
  /** said of the whole: "as far as seen" */
  readonly whole: Trie<true>;
}

const FAR = 4; // words between "visualized" and the organ: "visualized lower cervical spine"

export function holdsSeenPart(
  { tokens, matches }: Pick<Recognized, 'tokens' | 'matches'>,
  { from, to }: Pick<SegmentedStatement, 'from' | 'to'>,
  knowledge: Knowledge,
): boolean {
  const { before, notBehind, whole } = seenPartOf(knowledge);
  for (let at = from; at < to; at += 1) {
    if (phraseAt(whole, tokens, at, to)) return true;
    if (!before.has(tokens[at]?.norm ?? '') || (at > from && notBehind.has(tokens[at - 1]?.norm ?? ''))) continue;
    if (opensPlace({ tokens, matches }, at, Math.min(to, at + 1 + FAR), knowledge)) return true;
  }
  return false;
}

/** The first thing named is a part of the body, or "portions" of one; no finding, and no mark before it. */
function opensPlace(
  { tokens, matches }: Pick<Recognized, 'tokens' | 'matches'>,
  from: number,
  to: number,
  { reading }: Knowledge,
): boolean {
  const parts = listed(reading, 'parts');
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    // the name of a part may hold the word: "visualized bones"
    if (!token || token.kind === 'mark') return false;
    if (parts.has(token.norm)) return true;
    const named = matches.concept[firstNotBefore(matches.concept, (match) => match.from < at)];
    if (named?.from === at) return reading.concepts[named.entry]?.kind === 'anatomy';
  }
  return false;
}

const cache = new WeakMap<object, SeenPart>();

function seenPartOf({ reading }: Knowledge): SeenPart {
  let made = cache.get(reading);
  if (!made) {
    const { before, notBehind, whole } = reading.documents.fine.seenPart;
    made = {
      before: new Set(before),
      notBehind: new Set(notBehind),
      whole: phraseTrie(whole, reading.spelling),
    };
    cache.set(reading, made);
  }
  return made;
}
