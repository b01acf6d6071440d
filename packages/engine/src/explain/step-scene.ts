/** Wing 4, explain: what is found once for all steps of a report, in the language that is read. */
import type { Span } from '../document.ts';
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
  const named = matches.modifier.flatMap((match) => {
    const { role, value } = reading.modifiers[match.entry] ?? {};
    return role === 'side' && match.start >= start && match.end <= end ? [value] : [];
  });
  const [only, more] = new Set(named);
  return more === undefined && (only === 'left' || only === 'right') ? only : null;
}
