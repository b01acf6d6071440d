/** Wing 2, recognize: a first word that places share: in "femoral head and neck" the neck is that of the femur. */
import { type Match, type Matches, withLayer } from '../lexicon.ts';
import { firstNotBefore } from '../order.ts';
import type { Knowledge, Segmented } from '../stages.ts';
import { entryNamed } from './entry-named.ts';
import { sharingWords } from './shared-nouns.ts';

/** The same matches; a single word behind a link has become the place that it names with the first words of the place before the link. */
export function withSharedOwners(matches: Matches, segmented: Segmented, knowledge: Knowledge): Matches {
  const { joins } = sharingWords(knowledge.reading);
  const { tokens, statements } = segmented;
  const made: Match[] = [];
  for (const name of matches.concept) {
    if (name.to - name.from < 2 || !joins.has(tokens[name.to]?.norm ?? '')) continue;
    if (knowledge.reading.concepts[name.entry]?.kind !== 'anatomy') continue;
    const end = statements[firstNotBefore(statements, ({ to }) => to <= name.from)]?.to ?? 0;
    for (let at = behindLinks(name.to, end, tokens, joins); at < end; at = behindLinks(at + 1, end, tokens, joins)) {
      const other = placeOf(at, name, matches, segmented, knowledge);
      if (!other) break;
      made.push(other);
    }
  }
  if (made.length === 0) return matches;
  const taken = new Set(made.map(({ from }) => from));
  const kept = matches.concept.filter(({ from }) => !taken.has(from));
  return withLayer(
    matches,
    'concept',
    [...kept, ...made].sort((one, other) => one.from - other.from),
  );
}

/** First token behind the links at a place; `end` where none stands there. */
function behindLinks(from: number, end: number, tokens: Segmented['tokens'], joins: ReadonlySet<string>): number {
  let at = from;
  while (at < end && joins.has(tokens[at]?.norm ?? '')) at += 1;
  return at === from ? end : at;
}

/** "neck" with the "femoral" of "femoral head"; not "neck" of "femoral head and neck nodes", which is a longer name. */
function placeOf(
  at: number,
  name: Match,
  { concept }: Matches,
  { tokens, source }: Segmented,
  knowledge: Knowledge,
): Match | null {
  const [owner, word] = [tokens[name.from], tokens[at]];
  if (!owner || word?.kind !== 'word') return null;
  const own = concept[firstNotBefore(concept, ({ from }) => from < at)];
  if (own && own.from === at && own.to > at + 1) return null;
  const { start, end } = word;
  const named = (until: number): number =>
    entryNamed(
      `${source.text.slice(owner.start, tokens[until]?.end ?? owner.end)} ${source.text.slice(start, end)}`,
      knowledge,
    );
  // "superior mesenteric artery and vein" shares all but the last
  const whole = named(name.to - 2);
  const entry = whole < 0 && name.to - 2 > name.from ? named(name.from) : whole;
  if (entry < 0 || entry === name.entry || knowledge.reading.concepts[entry]?.kind !== 'anatomy') return null;
  return { layer: 'concept', entry, from: at, to: at + 1, start, end, plural: own?.plural ?? false };
}
