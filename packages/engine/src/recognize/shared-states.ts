/** Wing 2, recognize: a state that organs share: "enlarged liver, spleen and kidneys" names all of them, so that "enlarged liver" is no name of its own there. */
import { type Match, type Matches, matchesWithin, withLayer } from '../lexicon.ts';
import { firstNotBefore } from '../order.ts';
import { eachForm } from '../search.ts';
import type { Knowledge, Segmented } from '../stages.ts';

/** The same matches; of a finding that is written as a state and an organ, before further organs that are joined to it, only the organ stays. */
export function withSharedStates(matches: Matches, segmented: Segmented, knowledge: Knowledge): Matches {
  const { concepts, documents } = knowledge.reading;
  const { tokens } = segmented;
  let joins: ReadonlySet<string> | null = null;
  let changed: Match[] | null = null;
  matches.concept.forEach((match, index) => {
    if (match.to - match.from < 2 || concepts[match.entry]?.kind !== 'finding') return;
    joins ??= new Set(documents.specializations.words.shares);
    if (tokens[match.to]?.norm !== COMMA && !joins.has(tokens[match.to]?.norm ?? '')) return;
    const last = lastOfList(index, joins, matches, segmented, knowledge);
    if (last === null || !endsThere(last, matches, segmented)) return;
    const state = matchesWithin(matches.modifier, match.from, match.to).find(({ from }) => from === match.from);
    const organ = state && organAt(state.to, match, segmented, knowledge);
    if (!organ) return;
    changed ??= [...matches.concept];
    changed[index] = organ;
  });
  return changed ? withLayer(matches, 'concept', changed) : matches;
}

const COMMA = ',';

/** Behind the last organ of a list that goes on behind a match, with its join before the last: ", spleen and kidneys"; null where it is none. */
function lastOfList(
  index: number,
  joins: ReadonlySet<string>,
  matches: Matches,
  { tokens }: Segmented,
  knowledge: Knowledge,
): number | null {
  let at = matches.concept[index]?.to ?? 0;
  for (let next = index + 1; ; next += 1) {
    const isComma = tokens[at]?.norm === COMMA;
    const isJoined = joins.has(tokens[isComma ? at + 1 : at]?.norm ?? '');
    const organ = matches.concept[next];
    const from = at + Number(isComma) + Number(isJoined);
    if (from === at || !organ || knowledge.reading.concepts[organ.entry]?.kind !== 'anatomy') return null;
    if (!isAllSides(from, organ.from, matches, knowledge)) return null;
    if (isJoined) return organ.to;
    at = organ.to;
  }
}

/** Nothing, or sides alone, stand in `[from, to)`: "left atrium and left ventricle". */
function isAllSides(from: number, to: number, { modifier }: Matches, { reading }: Knowledge): boolean {
  if (from === to) return true;
  const between = matchesWithin(modifier, from, to);
  return (
    between[0]?.from === from &&
    between.at(-1)?.to === to &&
    between.every(({ entry }) => reading.modifiers[entry]?.role === 'side')
  );
}

/** "Enlarged heart and lungs are clear" says nothing of the size of the lungs: behind the last organ the statement ends, or a mark stands. */
function endsThere(at: number, { modifier, concept }: Matches, { tokens, statements }: Segmented): boolean {
  const statement = statements[firstNotBefore(statements, ({ to }) => to < at)];
  if (!statement || statement.to <= at) return true;
  const isNamed = [modifier, concept].some((layer) => matchesWithin(layer, at, at + 2).some(({ from }) => from === at));
  return tokens[at]?.kind === 'mark' && !isNamed;
}

/** The organ that the rest of the name is. */
function organAt(
  from: number,
  { to, end, plural }: Match,
  { source, tokens }: Segmented,
  knowledge: Knowledge,
): Match | null {
  let found: Match | null = null;
  eachForm(knowledge.lexicon.forms, source.text, tokens, from, to, ({ layer, entry }, last) => {
    if (layer !== 'concept' || last !== to || knowledge.reading.concepts[entry]?.kind !== 'anatomy') return;
    found ??= { layer, entry, from, to, start: tokens[from]?.start ?? 0, end, plural };
  });
  return found;
}
