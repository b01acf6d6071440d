/** Wing 2, recognize: where a modifier or a cue and a concept share words, the concept keeps them: "mildly" and "enlarged heart". */
import { type Lexicon, type Match, type Matches, withLayer } from '../lexicon.ts';
import { eachForm } from '../search.ts';
import type { Knowledge, Segmented } from '../stages.ts';

/**
 * The same matches; a modifier that a concept begins in and reaches beyond is the longest modifier before that concept, or none. What is
 * said to be normal stays whole: "non-distended gallbladder".
 */
export function withoutCrossings(matches: Matches, segmented: Segmented, { lexicon, reading }: Knowledge): Matches {
  const { concept } = matches;
  const cue = cuesBeside(matches, segmented, lexicon);
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
    const shorter = longestAt('modifier', match.from, over.from, segmented, lexicon);
    if (shorter) modifier.push(shorter);
  }
  const told = cue === matches.cue ? matches : withLayer(matches, 'cue', cue);
  return crossed ? withLayer(told, 'modifier', modifier) : told;
}

/** "Effusion, healed rib fractures": not ", healed", which says that what stands before it is old, but "healed". */
function cuesBeside(matches: Matches, segmented: Segmented, lexicon: Lexicon): readonly Match[] {
  const { concept, cue } = matches;
  let next = 0;
  let kept: Match[] | null = null;
  cue.forEach((match, index) => {
    while ((concept[next]?.from ?? Number.POSITIVE_INFINITY) <= match.from) next += 1;
    const over = concept[next];
    const isAside = segmented.tokens[match.from]?.norm === ',';
    if (isAside && over && over.from < match.to && over.to > match.to) {
      kept ??= cue.slice(0, index);
      const own = longestAt('cue', over.from, over.to, segmented, lexicon);
      if (own) kept.push(own);
    } else kept?.push(match);
  });
  return kept ?? cue;
}

function longestAt(
  wanted: 'modifier' | 'cue',
  from: number,
  to: number,
  { source, tokens }: Segmented,
  { forms }: Lexicon,
): Match | undefined {
  let found: Match | undefined;
  eachForm(forms, source.text, tokens, from, to, ({ layer, entry, plural }, end) => {
    if (layer !== wanted || (found && end <= found.to)) return;
    found = { layer, entry, from, to: end, start: tokens[from]?.start ?? 0, end: tokens[end - 1]?.end ?? 0, plural };
  });
  return found;
}
