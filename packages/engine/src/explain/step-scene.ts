/** Wing 4, explain: what is found once for all steps of a report, in the language that is read. */
import type { Span } from '../document.ts';
import { firstNotBefore } from '../order.ts';
import type { Knowledge, Related } from '../stages.ts';
import { unnamedIn } from './quoted.ts';
import type { StepScene } from './step-what.ts';
import { stepWordsOf } from './step-words.ts';

type Found = Pick<StepScene, 'related' | 'said' | 'unnamed' | 'sided' | 'sideOf'>;

export function stepSceneOf(related: Related, knowledge: Knowledge): Found {
  const { lists } = knowledge.reading;
  return {
    related,
    said: stepWordsOf(knowledge.reading),
    unnamed: unnamedIn(related, knowledge),
    sided: new Set([...(lists['sided-regions'] ?? []), ...(lists['sided-steps'] ?? [])]),
    sideOf: (span) => oneSide(related, span, knowledge),
  };
}

/** The one side that the words of an advice name. */
function oneSide({ matches }: Related, [start, end]: Span, { reading }: Knowledge): 'left' | 'right' | null {
  const named = new Set<string | undefined>();
  for (let at = firstNotBefore(matches.modifier, (match) => match.start < start); ; at += 1) {
    const match = matches.modifier[at];
    if (!match || match.end > end) break;
    const { role, value } = reading.modifiers[match.entry] ?? {};
    if (role === 'side') named.add(value);
  }
  const [only, more] = named;
  return more === undefined && (only === 'left' || only === 'right') ? only : null;
}
