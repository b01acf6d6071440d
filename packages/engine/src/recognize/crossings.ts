/** Wing 2, recognize: where a modifier and a concept share words, the concept keeps them: "mildly" and "enlarged heart". */
import { type Lexicon, type Match, type Matches, withLayer } from '../lexicon.ts';
import { eachForm } from '../search.ts';
import type { Knowledge, Segmented } from '../stages.ts';

/**
 * The same matches; a modifier that a concept begins in and reaches beyond is the longest modifier before that concept, or none. What is
 * said to be normal stays whole: "non-distended gallbladder".
 */
export function withoutCrossings(matches: Matches, segmented: Segmented, { lexicon, reading }: Knowledge): Matches {
  const { concept } = matches;
  let next = 0;
  let crossed = false;
  const modifier: Match[] = [];
  for (const match of matches.modifier) {
    while ((concept[next]?.from ?? Number.POSITIVE_INFINITY) <= match.from) next += 1;
    let at = next;
    while (concept[at] && (concept[at]?.from ?? 0) < match.to && (concept[at]?.to ?? 0) <= match.to) at += 1;
    const over = concept[at];
    if (!over || over.from >= match.to || reading.modifiers[match.entry]?.role === 'normal') {
      modifier.push(match);
      continue;
    }
    crossed = true;
    const shorter = modifierAt(match.from, over.from, segmented, lexicon);
    if (shorter) modifier.push(shorter);
  }
  return crossed ? withLayer(matches, 'modifier', modifier) : matches;
}

function modifierAt(from: number, to: number, { source, tokens }: Segmented, { forms }: Lexicon): Match | undefined {
  let found: Match | undefined;
  eachForm(forms, source.text, tokens, from, to, ({ layer, entry, plural }, end) => {
    if (layer !== 'modifier' || (found && end <= found.to)) return;
    found = { layer, entry, from, to: end, start: tokens[from]?.start ?? 0, end: tokens[end - 1]?.end ?? 0, plural };
  });
  return found;
}
