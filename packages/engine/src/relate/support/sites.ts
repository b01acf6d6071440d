/** Wing 3, relate: what is said of the places that an item names: "Thin endometrium" rests on "Endometrium 3 mm", a site in the rows of a table. */
import type { ReadingConcept } from '@readingscan/knowledge';
import { conceptsById } from '../../concepts-by-id.ts';
import { added, NOTHING, type Outline, type Told } from '../outline.ts';
import { type Scored, whereScore } from './scores.ts';
import { deniesAll, type Holder, holdersOf, type Telling } from './telling.ts';

/** a place that more statements speak of tells none of them apart */
const FEW = 3;
/** with those of the item itself among them */
const MANY = 12;
/** a row of a table shares no more than a place, or a word and a side */
const ROW = 1.5;
const MOST_ROWS = 2;

/** For each place of an item that none of the chosen statements speaks of, the one that does. */
export function atSites(
  own: readonly Told[],
  { where }: Scored,
  chosen: readonly Told[],
  telling: Telling,
): readonly Told[] {
  const { outline, subjects, statements, placeOf, index, scores } = telling;
  const concepts = conceptsById(outline.knowledge);
  const itself = new Set(own);
  const taken = new Set(chosen.map((told) => placeOf[told.index] ?? -1));
  const doesDeny = own.some(({ findings }) => findings.some(({ assertion }) => assertion.presence === 'absent'));
  const found = new Set<Told>();
  // an examination that is asked for tells where to look only if nothing else does
  const isBare = chosen.every((told) => itself.has(told));
  const holding = (holder: Holder | undefined): readonly number[] =>
    (holder?.places ?? NOTHING).slice(0, MANY).filter((place) => {
      const told = statements[place];
      return told && !itself.has(told);
    });
  const isCovered = (places: readonly number[]): boolean => places.some((place) => taken.has(place));
  const take = (places: readonly number[], most: number): void => {
    const near = places.filter((place) => (scores[place] ?? 0) > 0);
    if (near.length > FEW) return;
    near.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
    // the left and the right one are spoken of alike
    const alike = near.length === 2 && scores[near[0] ?? 0] === scores[near[1] ?? 0] ? 2 : most;
    for (const place of near.slice(0, alike)) {
      const told = statements[place];
      if (!told || !saysMore(told, outline) || (deniesAll(told) && !doesDeny) || whereScore(where, told, telling) < 0)
        continue;
      found.add(told);
      taken.add(place);
    }
  };
  for (const told of own) {
    const things = subjects.thingsOf(told);
    const already = sitesTold(told, (holder) => isCovered(holding(holder)), telling);
    const attached = sitesOf(told, concepts);
    const isPlain = things.named.every((one) => concepts.get(one)?.kind !== 'finding');
    for (const place of things.places) {
      const concept = concepts.get(place);
      if (!concept || already.has(place)) continue;
      const direct = holding(index.places.get(place));
      // what is said of a part of the heart says nothing of all that a heart may have
      const parts = attached.has(place) ? NOTHING : holding(index.wholes.get(place));
      if (isCovered(direct) || isCovered(parts)) continue;
      if (concept.kind === 'anatomy' && direct.length > 0) take(direct, 1);
      else if (concept.kind === 'anatomy' && parts.length > 0) take(parts, 2);
      else if (isPlain && (concept.kind === 'test' ? isBare : concept.id === concept.region))
        take(
          holding(index.regions.get(concept.region ?? '')).filter(
            (at) =>
              concept.kind !== 'test' ||
              statements[at]?.findings.some(({ assertion }) => assertion.presence !== 'absent'),
          ),
          2,
        );
    }
  }
  return [...found];
}

/** "Chest." names a place and says nothing of it. */
function saysMore({ statement, conceptsFrom, conceptsTo }: Told, { recognized }: Outline): boolean {
  const { tokens, matches } = recognized;
  let at = statement.from;
  for (let i = conceptsFrom; i <= conceptsTo; i += 1) {
    const match = i < conceptsTo ? matches.concept[i] : undefined;
    for (const end = match?.from ?? statement.to; at < end; at += 1) {
      const kind = tokens[at]?.kind;
      if (kind === 'word' || kind === 'number') return true;
    }
    at = Math.max(at, match?.to ?? at);
  }
  return false;
}

/** Places of findings that a chosen statement tells of already. */
function sitesTold(
  { findings }: Told,
  isCovered: (holder: Holder | undefined) => boolean,
  { outline, broader, signs, index }: Telling,
): ReadonlySet<string> {
  const concepts = conceptsById(outline.knowledge);
  const told = new Set<string>();
  for (const finding of findings) {
    const { concept, assertion } = finding;
    if (
      // what else is there where something is denied says nothing of it
      assertion.presence !== 'absent' &&
      !broader(concept).some((one) => isCovered(index.kin.get(one))) &&
      !signs.ofConcept(concept).some((sign) => isCovered(holdersOf(index, sign).get(sign.sign)))
    )
      continue;
    for (const place of sitesOf({ findings: [finding] }, concepts)) told.add(place);
  }
  return told;
}

/** Where the findings of a statement are. */
function sitesOf(
  { findings }: Pick<Told, 'findings'>,
  concepts: ReadonlyMap<string, ReadingConcept>,
): ReadonlySet<string> {
  const sites = new Set<string>();
  for (const { concept, anatomy } of findings) {
    const site = concepts.get(concept)?.site;
    if (site) sites.add(site);
    for (const place of anatomy) sites.add(place.concept);
  }
  return sites;
}

/** The rows of tables on what an item names. */
export function rowsFor(met: readonly number[], chosen: readonly Told[], telling: Telling): readonly Told[] {
  const { statements, scores } = telling;
  let rows: number[] = NOTHING;
  for (const place of met) {
    const told = statements[place];
    if (told && (scores[place] ?? 0) >= ROW && !chosen.includes(told) && isRow(told, telling))
      rows = added(rows, place);
  }
  return rows
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
    .slice(0, MOST_ROWS)
    .flatMap((place) => statements[place] ?? []);
}

/** "Right iliac bone  -  11.8  3.1": two figures or more behind a few words. */
function isRow({ statement, findings }: Told, { outline: { recognized } }: Telling): boolean {
  if (findings.length > 1) return false;
  const { from, to } = statement;
  let words = 0;
  let numbers = 0;
  for (let at = from; at < to; at += 1) {
    const kind = recognized.tokens[at]?.kind;
    if (kind === 'word') words += 1;
    else if (kind === 'number') numbers += 1;
  }
  return recognized.tokens[to - 1]?.norm !== '.' && numbers >= 2 && words <= numbers * 4;
}

/** The heads of the columns of a table: they hold no figure, and a row stands behind them. */
export function isHead(told: Told, telling: Telling): boolean {
  const { outline, statements, placeOf } = telling;
  const { from, to } = told.statement;
  const next = statements[(placeOf[told.index] ?? -2) + 1];
  if (told.findings.length > 0 || !next || next.findings.length > 1 || !isRow(next, telling)) return false;
  for (let at = from; at < to; at += 1) {
    const token = outline.recognized.tokens[at];
    if (token?.kind === 'number' || (at === to - 1 && token?.norm === '.')) return false;
  }
  return true;
}
