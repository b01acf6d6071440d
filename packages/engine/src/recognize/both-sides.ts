/** Wing 2, recognize: "left and right lower lobes" names both: the name of the one side is none, and its part of the body stands behind both sides. */
import { type Match, type Matches, withLayer } from '../lexicon.ts';
import { firstNotBefore } from '../order.ts';
import { eachForm } from '../search.ts';
import type { Knowledge, Segmented } from '../stages.ts';
import { listed } from '../word-lists.ts';

const OTHER: Readonly<Record<string, string>> = { left: 'right', right: 'left' };

/** The same matches; a place of one side behind the other side and a join has become the place without a side. */
export function withBothSides(matches: Matches, segmented: Segmented, knowledge: Knowledge): Matches {
  const { concepts, modifiers, documents } = knowledge.reading;
  const joins = new Set(documents.specializations.words.joins);
  let changed: Match[] | null = null;
  matches.concept.forEach((match, index) => {
    const side = concepts[match.entry]?.laterality;
    if (side !== 'left' && side !== 'right') return;
    // "the right and the left breast"
    const isBehindArticle = segmented.tokens[match.from - 1]?.norm === 'the';
    const join = isBehindArticle ? match.from - 2 : match.from - 1;
    if (!joins.has(segmented.tokens[join]?.norm ?? '')) return;
    const at = firstNotBefore(matches.modifier, ({ to }) => to < join);
    const before = matches.modifier[at];
    const other = before?.to === join ? modifiers[before.entry] : undefined;
    const isPaired = other?.role === 'side' && other.value === OTHER[side];
    const own = isPaired ? unsided(match, segmented, knowledge) : null;
    if (!own) return;
    changed ??= [...matches.concept];
    changed[index] = own;
  });
  return changed ? withLayer(matches, 'concept', changed) : matches;
}

/** The same matches without the "both" of veins that run in pairs on one side: "both peroneal veins" of one leg. */
export function withoutPairs(matches: Matches, { tokens }: Segmented, { reading }: Knowledge): Matches {
  const paired = listed(reading, 'paired-in-one-limb');
  const pairs = matches.concept.filter(
    ({ entry, from, plural }) =>
      plural && tokens[from - 1]?.norm === 'both' && paired.has(reading.concepts[entry]?.id ?? ''),
  );
  if (pairs.length === 0) return matches;
  const isPair = ({ to }: Match): boolean => pairs.some(({ from }) => from === to);
  return withLayer(
    matches,
    'modifier',
    matches.modifier.filter((match) => !(tokens[match.from]?.norm === 'both' && isPair(match))),
  );
}

/** The place that the words behind the side name by themselves. */
function unsided(match: Match, { source, tokens }: Segmented, { lexicon, reading }: Knowledge): Match | null {
  const from = match.from + 1;
  let found: Match | null = null;
  eachForm(lexicon.forms, source.text, tokens, from, match.to, ({ layer, entry, plural }, to) => {
    const concept = reading.concepts[entry];
    if (layer !== 'concept' || to !== match.to || concept?.kind !== 'anatomy' || concept.laterality) return;
    found ??= { layer, entry, from, to, start: tokens[from]?.start ?? 0, end: match.end, plural };
  });
  return found;
}
