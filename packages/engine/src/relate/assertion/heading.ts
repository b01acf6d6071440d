/** Wing 3, assertion: the cues in a section's heading, which act on every statement under it. */
import { EMPTY_LIST } from '../../alike.ts';
import type { Span } from '../../document.ts';
import { firstNotBefore } from '../../order.ts';
import type { Knowledge, Recognized } from '../../stages.ts';
import type { Category } from './cues.ts';
import type { Reaching } from './decide.ts';
import type { Ground } from './ground.ts';

/** What a heading can say of all under it. "DDx", "Rule out" do as well as "PMH". */
const ABOVE = new Set<Category>(['historical', 'other-person', 'possible', 'hypothetical']);

/** "PMH: asthma" is past. What relatives have, listed under a heading of its own line, is dated by nothing. */
export function headingCues(
  recognized: Recognized,
  heading: Span,
  ground: Ground,
  knowledge: Knowledge,
): readonly Reaching[] {
  const { cue: matches } = recognized.matches;
  let found: Reaching[] | null = null;
  const first = firstNotBefore(matches, ({ start }) => start < heading[0]);
  for (let i = first; i < matches.length; i += 1) {
    const match = matches[i];
    if (!match || match.start >= heading[1]) break;
    const cue = knowledge.reading.cues[match.entry];
    if (cue?.direction !== 'forward' || !cue.list || !ABOVE.has(cue.category)) continue;
    const { from, to, start, end } = match;
    const whole = start <= heading[0] + 1 && end >= heading[1] - 2;
    if (!whole && cue.category !== 'historical' && cue.category !== 'other-person') continue;
    const undated =
      cue.category === 'other-person' && recognized.source.text.slice(end, statementStart(ground)).includes('\n');
    found ??= [];
    found.push({
      cue: { cue, category: cue.category, facing: 'forward', from, to, start, end },
      category: cue.category,
      side: 'forward',
      distance: Math.max(0, ground.from - to),
      undated,
    });
  }
  return found ?? NOTHING;
}

const statementStart = ({ tokens, from }: Ground): number => tokens[from]?.start ?? 0;

const NOTHING: readonly Reaching[] = EMPTY_LIST;
