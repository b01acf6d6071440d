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
    sideOf: (span) => sideNamed(related, span, knowledge),
  };
}

/** The one side that the words of an advice name, or both where one noun has both: "both knees", "the right and the left breast". */
function sideNamed(related: Related, span: Span, { reading }: Knowledge): 'left' | 'right' | 'both' | null {
  const { matches, tokens } = related;
  const named: { readonly side: string; readonly from: number; readonly to: number }[] = [];
  for (let at = firstNotBefore(matches.modifier, (match) => match.start < span[0]); ; at += 1) {
    const match = matches.modifier[at];
    if (!match || match.end > span[1]) break;
    const { role, value } = reading.modifiers[match.entry] ?? {};
    if (role === 'side' && value) named.push({ side: value, from: match.start, to: match.end });
  }
  const [only, more] = new Set(named.map(({ side }) => side));
  if (more === undefined) return only === 'left' || only === 'right' ? only : only === 'bilateral' ? 'both' : null;
  const [one, other, third] = named.filter(({ side }) => side === 'left' || side === 'right');
  if (!one || !other || third || one.side === other.side) return null;
  const from = firstNotBefore(tokens, (token) => token.start < one.to);
  const between = tokens.slice(
    from,
    firstNotBefore(tokens, (token) => token.start < other.from, from),
  );
  return between.every(({ norm }) => BETWEEN.has(norm)) ? 'both' : null;
}

const BETWEEN: ReadonlySet<string> = new Set(['and', '&', 'the', '/']);
