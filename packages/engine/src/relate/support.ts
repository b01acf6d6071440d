/** Wing 3, relate: the statements of the findings that an impression item rests on. */
import { conceptsById } from '../concepts-by-id.ts';
import type { Laterality, SectionCode } from '../document.ts';
import { type PlaceLabel, placeLabels } from '../place-label.ts';
import type { Knowledge, SegmentedItem } from '../stages.ts';
import { absentIn, broaderOf, type Subjects, type Things } from './features.ts';
import { added, NOTHING, type Outline, type Told } from './outline.ts';

const TELLING: ReadonlySet<SectionCode> = new Set(['findings', 'findings_impression', 'procedure', 'other']);
const MOST = 4;
const LEAST = 2.4;
/** a statement this near to the best one stays */
const NEAR = 0.45;
/** what so many statements share tells none of them apart */
const COMMON = 200;
/** what sharing something is worth */
const WORTH = {
  kind: 3.5,
  kin: 1.5,
  sign: 2.5,
  looseSign: 1.3,
  place: 1.5,
  size: 3,
  level: 2,
  word: 1,
  everyday: 0.4,
  pair: 2,
} as const;

export interface Support {
  readonly of: (item: SegmentedItem) => readonly string[];
}

/** Which telling statements hold a thing, by their places among them. */
interface Holder {
  places: number[];
  /** the statement of an item that asked for it last */
  asked: number;
}
type Holders<K> = Map<K, Holder>;

/** Only what the items name is looked for. */
interface Index {
  readonly kin: Holders<string>;
  readonly places: Holders<string>;
  readonly sizes: Holders<number>;
  readonly levels: Holders<string>;
  readonly words: Holders<string>;
  readonly everyday: Holders<string>;
  readonly pairs: Holders<string>;
}

interface Telling {
  readonly outline: Outline;
  readonly subjects: Subjects;
  readonly broader: (concept: string) => readonly string[];
  readonly signs: Signs;
  readonly labels: () => ReadonlyMap<string, PlaceLabel>;
  readonly statements: readonly Told[];
  /** by the place of a statement in the report: its place among the telling ones, -1 for others */
  readonly placeOf: Int32Array;
  readonly index: Index;
  /** what each scores for the item in hand; all 0 between items */
  readonly scores: Float64Array;
  /** how many statements of items have asked */
  asked: number;
  /** what is denied, sought when an item first asks */
  denials?: Denials;
}

/** The telling statements that deny something, and by what regions they deny it in. */
interface Denials {
  readonly all: readonly Told[];
  readonly byRegion: ReadonlyMap<string, readonly Told[]>;
}

/** Statements of the findings by what they name, so that an item only meets those that share something with it. */
export function supportIn(outline: Outline, subjects: Subjects): Support {
  const statements: Told[] = [];
  const placeOf = new Int32Array(outline.statements.length).fill(-1);
  // an impression without heading was taken from the findings, and rests on its own words too
  for (const told of outline.statements)
    if (told.implied || TELLING.has(told.code)) {
      placeOf[told.index] = statements.length;
      statements.push(told);
    }
  if (statements.length === 0) return { of: () => [] };
  const broader = broaderOf(outline.knowledge);
  const signs = signsOf(outline.knowledge);
  let labels: ReadonlyMap<string, PlaceLabel> | null = null;
  const labelsOf = (): ReadonlyMap<string, PlaceLabel> => {
    labels ??= placeLabels(outline.recognized, outline.knowledge);
    return labels;
  };
  const index = emptyIndex();
  for (const item of outline.recognized.items)
    for (const told of statementsOf(outline, item)) want(index, told, subjects.thingsOf(told), broader, signs);
  for (const [place, told] of statements.entries()) enter(index, told, subjects.thingsOf(told), place, broader);
  const scores = new Float64Array(statements.length);
  const telling: Telling = {
    outline,
    subjects,
    broader,
    signs,
    labels: labelsOf,
    statements,
    placeOf,
    index,
    scores,
    asked: 0,
  };
  return { of: (item) => best(item, telling) };
}

function statementsOf({ byId }: Outline, item: SegmentedItem): Told[] {
  const statements: Told[] = [];
  for (const id of item.statements) {
    const told = byId.get(id);
    if (told) statements.push(told);
  }
  return statements;
}

const emptyIndex = (): Index => ({
  kin: new Map(),
  places: new Map(),
  sizes: new Map(),
  levels: new Map(),
  words: new Map(),
  everyday: new Map(),
  pairs: new Map(),
});

type Broader = Telling['broader'];

function want(index: Index, { sizes }: Told, things: Things, broader: Broader, signs: Signs): void {
  for (const concept of things.named) {
    ask(index.kin, broader(concept));
    for (const sign of broader(concept).flatMap(signs.of))
      ask(sign.isFinding ? index.kin : index.places, [sign.concept]);
  }
  ask(index.places, things.places);
  ask(index.sizes, sizes);
  ask(index.levels, things.levels);
  ask(index.words, things.words);
  ask(index.everyday, things.everyday);
  ask(index.pairs, things.pairs);
}

function ask<K>(holders: Holders<K>, keys: readonly K[]): void {
  for (const key of keys) if (!holders.has(key)) holders.set(key, { places: NOTHING, asked: -1 });
}

function enter(index: Index, { sizes }: Told, things: Things, place: number, broader: Broader): void {
  if (index.kin.size > 0) for (const concept of things.named) put(index.kin, broader(concept), place);
  put(index.places, things.places, place);
  put(index.sizes, sizes, place);
  put(index.levels, things.levels, place);
  put(index.words, things.words, place);
  put(index.everyday, things.everyday, place);
  put(index.pairs, things.pairs, place);
}

function put<K>(holders: Holders<K>, keys: readonly K[], place: number): void {
  for (const key of keys) {
    const holder = holders.get(key);
    if (!holder) continue;
    const { places } = holder;
    if (places.length === 0) holder.places = [place];
    else if (places[places.length - 1] !== place) places.push(place);
  }
}

function best(item: SegmentedItem, telling: Telling): readonly string[] {
  const { subjects, statements, placeOf, index, scores } = telling;
  const own = statementsOf(telling.outline, item);
  const itself = own.filter((told) => (placeOf[told.index] ?? -1) >= 0);
  const met = scored(own, itself, telling);
  let top = 0;
  for (const place of met) top = Math.max(top, scores[place] ?? 0);
  const seen = signsFor(own, telling);
  let all: Told[];
  if (top < LEAST && seen.length > 0) all = [...new Set([...itself, ...seen])];
  else if (top < LEAST) all = [...itself, ...alikeDenied(own, telling)].slice(0, MOST);
  else {
    const chosen = met
      .filter((place) => (scores[place] ?? 0) >= LEAST && (scores[place] ?? 0) >= top * NEAR)
      .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
      .slice(0, MOST)
      .flatMap((place) => statements[place] ?? []);
    // each finding of the item keeps the statement that speaks best of it
    const each: Told[] = [];
    for (const told of own)
      for (const concept of new Set(subjects.thingsOf(told).named)) {
        const first =
          each.length < 2 ? statements[bestOf(index.kin.get(concept)?.places ?? NOTHING, scores)] : undefined;
        if (first) each.push(first);
      }
    const both = [...new Set([...itself, ...each, ...chosen])].slice(0, MOST);
    all = [...new Set([...both, ...both.flatMap((told) => following(told, telling) ?? []), ...seen])];
  }
  all.sort((a, b) => a.index - b.index);
  for (const place of met) scores[place] = 0;
  return all.map(({ statement }) => statement.id);
}

/** The statements that speak most for the conclusions of an item by their signs; a sign that any organ may have counts with its place only. */
function signsFor(own: readonly Told[], telling: Telling): readonly Told[] {
  const { subjects, broader, signs, statements, index, scores } = telling;
  let worth: Map<number, number> | null = null;
  for (const told of own)
    for (const concept of new Set(subjects.thingsOf(told).named))
      for (const sign of signs.of(concept)) {
        const places = (sign.isFinding ? index.kin : index.places).get(sign.concept)?.places ?? NOTHING;
        if (places.length > COMMON) continue;
        const denied = isDenied(told, concept, broader);
        for (const place of places) {
          const other = statements[place];
          if (!other || own.includes(other) || isDenied(other, sign.concept, broader) !== denied) continue;
          worth ??= new Map();
          worth.set(place, (worth.get(place) ?? 0) + sign.worth);
        }
      }
  if (!worth) return NOTHING;
  return [...worth]
    .map(([place, own]) => ({ told: statements[place], score: own + (scores[place] ?? 0) }))
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_SIGNS)
    .flatMap(({ told }) => told ?? []);
}
const MOST_SIGNS = 3;

/** Scores the telling statements that share something with those of an item, and are none of them; the places of these, first met first. */
function scored(item: readonly Told[], itself: readonly Told[], telling: Telling): number[] {
  const { subjects, broader, statements, placeOf, index, scores } = telling;
  const own = new Set<number>();
  for (const told of itself) own.add(placeOf[told.index] ?? -1);
  const met: number[] = [];
  let sides: Laterality[] = NOTHING;
  let asking = 0;
  const add = (holder: Holder | undefined, worth: number): void => {
    if (!holder || holder.asked === asking) return;
    holder.asked = asking;
    const { places } = holder;
    if (places.length > COMMON) return;
    const weight = places.length > 3 ? (worth * 3) / places.length : worth;
    for (const place of places) {
      if (own.has(place)) continue;
      const score = scores[place] ?? 0;
      if (score === 0) met.push(place);
      scores[place] = score + weight;
    }
  };
  for (const told of item) {
    const { named, places, levels, words, everyday, pairs } = subjects.thingsOf(told);
    // each thing counts once for each statement of an item
    telling.asked += 1;
    asking = telling.asked;
    for (const concept of named)
      for (const one of broader(concept)) add(index.kin.get(one), named.includes(one) ? WORTH.kind : WORTH.kin);
    for (const place of places) add(index.places.get(place), WORTH.place);
    for (const size of told.sizes) add(index.sizes.get(size), WORTH.size);
    for (const level of levels) add(index.levels.get(level), WORTH.level);
    for (const word of words) add(index.words.get(word), WORTH.word);
    for (const word of everyday) add(index.everyday.get(word), WORTH.everyday);
    for (const pair of pairs) add(index.pairs.get(pair), WORTH.pair);
    sides = sidesOf(told, sides, null);
  }
  if (sides.length > 0)
    for (const place of met) {
      const told = statements[place];
      if (told) scores[place] = (scores[place] ?? 0) + sideScore(sides, sidesOf(told, NOTHING, telling.labels()));
    }
  return met;
}

/** "No free air" is no sign of a perforation; it is one that there is none. */
const isDenied = ({ findings }: Told, concept: string, broader: Broader): boolean =>
  findings.some((one) => one.assertion.presence === 'absent' && broader(one.concept).includes(concept));

interface Sign {
  readonly concept: string;
  readonly isFinding: boolean;
  readonly worth: number;
}

interface Signs {
  /** what a conclusion rests on */
  readonly of: (conclusion: string) => readonly Sign[];
}

const known = new WeakMap<object, Signs>();

/** The signs of data/<language>/signs.yml, those of what is more general included. A sign that any organ may have needs the same place. */
function signsOf(knowledge: Knowledge): Signs {
  const { reading } = knowledge;
  let signs = known.get(reading);
  if (!signs) {
    const concepts = conceptsById(knowledge);
    const all = new Map<string, Sign[]>();
    for (const { of, signs: seen } of reading.documents.signs.entries)
      for (const conclusion of of)
        all.set(conclusion, [
          ...(all.get(conclusion) ?? []),
          ...seen.map((id): Sign => {
            const concept = concepts.get(id);
            // a sign with a name of its own, such as the whirlpool sign, is one test concept
            const isPlaced = concept?.kind === 'test' || concept?.region !== undefined || concept?.site !== undefined;
            const worth = isPlaced ? WORTH.sign : WORTH.looseSign;
            return { concept: id, isFinding: concept?.kind === 'finding', worth };
          }),
        ]);
    const broader = broaderOf(knowledge);
    const asked = new Map<string, readonly Sign[]>();
    const of = (conclusion: string): readonly Sign[] => {
      let own = asked.get(conclusion);
      if (!own) {
        own = broader(conclusion).flatMap((one) => all.get(one) ?? NOTHING);
        asked.set(conclusion, own);
      }
      return own;
    };
    signs = { of };
    known.set(reading, signs);
  }
  return signs;
}

/** Adds the sides of the findings of a statement to some. */
function sidesOf(
  { findings, statement }: Told,
  some: Laterality[],
  labels: ReadonlyMap<string, PlaceLabel> | null,
): Laterality[] {
  let sides = some;
  const label = labels?.get(statement.id)?.side;
  if (label) sides = added(sides, label);
  for (const { anatomy } of findings)
    for (const { laterality } of anatomy)
      if (laterality && !sides.includes(laterality)) sides = added(sides, laterality);
  return sides;
}

/** Of these the one that scores most, and enough; -1 where none does. */
function bestOf(places: readonly number[], scores: Float64Array): number {
  let first = -1;
  for (const place of places) {
    const score = scores[place] ?? 0;
    if (score >= LEAST && (first < 0 || score > (scores[first] ?? 0))) first = place;
  }
  return first;
}

/** Words that point back to the statement before: "It measured 13 mm." */
const BACK: ReadonlySet<string> = new Set(['it', 'this', 'these', 'they']);

/** The statement after this one, if it goes on with it. */
function following(told: Told, { outline, statements, placeOf }: Telling): Told | null {
  const next = statements[(placeOf[told.index] ?? -2) + 1];
  return next && BACK.has(outline.recognized.tokens[next.statement.from]?.norm ?? '') ? next : null;
}

/** "No acute abnormality" rests on what else is denied in the same region; where nothing is, on whatever is denied. */
function alikeDenied(item: readonly Told[], telling: Telling): readonly Told[] {
  const regions = new Set<string>();
  for (const told of item) for (const region of absentIn(told, telling.outline.knowledge)) regions.add(region);
  if (regions.size === 0) return NOTHING;
  telling.denials ??= denialsIn(telling);
  const { all, byRegion } = telling.denials;
  const alike = [...regions].flatMap((region) => {
    const denied = byRegion.get(region);
    return denied ? [denied] : [];
  });
  return others(alike.length > 0 ? alike : [all], item);
}

function denialsIn({ outline: { knowledge }, statements }: Telling): Denials {
  const all: Told[] = [];
  const byRegion = new Map<string, Told[]>();
  for (const told of statements) {
    const regions = absentIn(told, knowledge);
    if (regions.length > 0) all.push(told);
    for (const region of new Set(regions)) {
      const denied = byRegion.get(region);
      if (denied) denied.push(told);
      else byRegion.set(region, [told]);
    }
  }
  return { all, byRegion };
}

const FEW = 3;

/** The first few of some lists that are none of these. */
function others(lists: readonly (readonly Told[])[], those: readonly Told[]): readonly Told[] {
  const found = new Set<Told>();
  for (const list of lists)
    for (const told of list) {
      if (those.includes(told)) continue;
      found.add(told);
      if (found.size === FEW) return [...found];
    }
  return [...found];
}

/** The same side speaks for a statement, only the other one against it. */
function sideScore(item: readonly Laterality[], statement: readonly Laterality[]): number {
  if (statement.length === 0) return 0;
  for (const side of item)
    if (statement.includes(side) || statement.includes('bilateral') || side === 'bilateral') return 1;
  return -3;
}
