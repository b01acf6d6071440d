/** Wing 3, relate: the statements of the findings that an impression item rests on. */
import type { SectionCode } from '../document.ts';
import type { SegmentedItem } from '../stages.ts';
import type { Features, FeaturesOf } from './features.ts';
import type { Outline, Told } from './outline.ts';

const TELLING: ReadonlySet<SectionCode> = new Set(['findings', 'findings_impression', 'procedure', 'other']);
const MOST = 4;
const LEAST = 2.4;
/** a statement this near to the best one stays */
const NEAR = 0.45;
/** what so many statements share tells none of them apart */
const COMMON = 200;
/** what sharing something is worth */
const WORTH = { kind: 3.5, kin: 1.5, place: 1.5, size: 3, level: 2, word: 1, everyday: 0.4, pair: 2 } as const;

export interface Support {
  readonly of: (item: SegmentedItem) => readonly string[];
}

/** Which telling statements, by their places among them, hold a thing. */
type Holders<K> = Map<K, number[]>;

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
  readonly features: FeaturesOf;
  readonly statements: readonly Told[];
  /** by the place of a statement in the report: its place among the telling ones, -1 for others */
  readonly placeOf: Int32Array;
  readonly index: Index;
  /** what each scores for the item in hand; all 0 between items */
  readonly scores: Float64Array;
}

/** Statements of the findings by what they name, so that an item only meets those that share something with it. */
export function supportIn(outline: Outline, features: FeaturesOf): Support {
  const statements: Told[] = [];
  const placeOf = new Int32Array(outline.statements.length).fill(-1);
  // an impression without heading was taken from the findings, and rests on its own words too
  for (const told of outline.statements)
    if (told.implied || TELLING.has(told.code)) {
      placeOf[told.index] = statements.length;
      statements.push(told);
    }
  if (statements.length === 0) return { of: () => [] };
  const index = emptyIndex();
  for (const item of outline.recognized.items)
    for (const told of statementsOf(outline, item)) want(index, told, features(told));
  for (const [place, told] of statements.entries()) enter(index, told, features(told), place);
  const scores = new Float64Array(statements.length);
  const telling: Telling = { outline, features, statements, placeOf, index, scores };
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

/** Nobody holds it yet. */
const NOBODY: number[] = [];

function want(index: Index, told: Told, about: Features): void {
  const ask = <K>(holders: Holders<K>, keys: Iterable<K>): void => {
    for (const key of keys) holders.set(key, NOBODY);
  };
  ask(index.kin, about.kin);
  ask(index.places, about.places);
  ask(index.sizes, told.sizes);
  ask(index.levels, about.levels);
  ask(index.words, about.words);
  ask(index.everyday, about.everyday);
  ask(index.pairs, about.pairs);
}

function enter(index: Index, told: Told, about: Features, place: number): void {
  for (const concept of about.kin) put(index.kin, concept, place);
  for (const one of about.places) put(index.places, one, place);
  for (const size of told.sizes) put(index.sizes, size, place);
  for (const level of about.levels) put(index.levels, level, place);
  for (const word of about.words) put(index.words, word, place);
  for (const word of about.everyday) put(index.everyday, word, place);
  for (const pair of about.pairs) put(index.pairs, pair, place);
}

function put<K>(holders: Holders<K>, key: K, place: number): void {
  const places = holders.get(key);
  if (places === undefined) return;
  if (places === NOBODY) holders.set(key, [place]);
  else if (places[places.length - 1] !== place) places.push(place);
}

function best(item: SegmentedItem, telling: Telling): readonly string[] {
  const { features, statements, placeOf, index, scores } = telling;
  const own = statementsOf(telling.outline, item);
  const itself = own.filter((told) => (placeOf[told.index] ?? -1) >= 0);
  const met = scored(own, new Set(itself.map((told) => placeOf[told.index] ?? -1)), telling);
  let top = 0;
  for (const place of met) top = Math.max(top, scores[place] ?? 0);
  let all: Told[];
  if (top < LEAST) all = [...itself, ...alikeDenied(own, telling)].slice(0, MOST);
  else {
    const chosen = met
      .filter((place) => (scores[place] ?? 0) >= LEAST && (scores[place] ?? 0) >= top * NEAR)
      .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
      .slice(0, MOST)
      .flatMap((place) => statements[place] ?? []);
    // each finding of the item keeps the statement that speaks best of it
    const each: Told[] = [];
    for (const told of own)
      for (const concept of features(told).findings) {
        const first = each.length < 2 ? statements[bestOf(index.kin.get(concept) ?? NOBODY, scores)] : undefined;
        if (first) each.push(first);
      }
    const both = [...new Set([...itself, ...each, ...chosen])].slice(0, MOST);
    all = [...new Set([...both, ...both.flatMap((told) => following(told, telling) ?? [])])];
    all.sort((a, b) => a.index - b.index);
  }
  for (const place of met) scores[place] = 0;
  return all.map(({ statement }) => statement.id);
}

/** Scores the telling statements that share something with those of an item, and are none of them; the places of these, first met first. */
function scored(
  item: readonly Told[],
  itself: ReadonlySet<number>,
  { features, statements, index, scores }: Telling,
): number[] {
  const met: number[] = [];
  const add = (places: readonly number[] | undefined, worth: number): void => {
    if (places === undefined || places.length > COMMON) return;
    const weight = places.length > 3 ? (worth * 3) / places.length : worth;
    for (const place of places) {
      if (itself.has(place)) continue;
      const score = scores[place] ?? 0;
      if (score === 0) met.push(place);
      scores[place] = score + weight;
    }
  };
  const sides = new Set<string>();
  for (const told of item) {
    const about = features(told);
    for (const concept of about.kin) add(index.kin.get(concept), about.findings.has(concept) ? WORTH.kind : WORTH.kin);
    for (const place of about.places) add(index.places.get(place), WORTH.place);
    for (const size of new Set(told.sizes)) add(index.sizes.get(size), WORTH.size);
    for (const level of about.levels) add(index.levels.get(level), WORTH.level);
    for (const word of about.words) add(index.words.get(word), WORTH.word);
    for (const word of about.everyday) add(index.everyday.get(word), WORTH.everyday);
    for (const pair of about.pairs) add(index.pairs.get(pair), WORTH.pair);
    for (const side of about.sides) sides.add(side);
  }
  if (sides.size > 0)
    for (const place of met) {
      const told = statements[place];
      if (told) scores[place] = (scores[place] ?? 0) + sideScore(sides, features(told).sides);
    }
  return met;
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
function alikeDenied(item: readonly Told[], { features, statements }: Telling): readonly Told[] {
  const regions = new Set<string>();
  for (const told of item) for (const region of features(told).absent) regions.add(region);
  if (regions.size === 0) return [];
  const found = new Set<Told>();
  for (const region of regions) for (const told of statements) if (features(told).absent.has(region)) found.add(told);
  if (found.size === 0) for (const told of statements) if (features(told).absent.size > 0) found.add(told);
  return [...found].filter((told) => !item.includes(told)).slice(0, 3);
}

/** The same side speaks for a statement, only the other one against it. */
function sideScore(item: ReadonlySet<string>, statement: ReadonlySet<string>): number {
  if (statement.size === 0) return 0;
  for (const side of item) if (statement.has(side) || statement.has('bilateral') || side === 'bilateral') return 1;
  return -3;
}
