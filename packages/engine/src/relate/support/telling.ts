/** Wing 3, relate: the statements that an item may rest on, by what they name, so that an item only meets those that share something with it. */
import { conceptsById } from '../../concepts-by-id.ts';
import { levelsIn } from '../../level.ts';
import type { PlaceLabel } from '../../place-label.ts';
import type { Knowledge, SegmentedItem } from '../../stages.ts';
import type { Subjects, Things } from '../features.ts';
import { added, NOTHING, type Outline, type Told } from '../outline.ts';
import { LEVEL } from '../word-kinds.ts';
import { phrasesIn, phrasesOf } from './phrases.ts';
import type { Sign, Signs } from './signs.ts';

/** what so many statements share tells none of them apart */
export const COMMON = 200;

/** Which telling statements hold a thing, by their places among them. */
export interface Holder {
  places: number[];
  /** the statement of an item that asked for it last */
  asked: number;
}
export type Holders<K> = Map<K, Holder>;

/** Only what the items name is looked for. */
export interface Index {
  readonly kin: Holders<string>;
  readonly places: Holders<string>;
  /** what a place of the statement is a part of */
  readonly wholes: Holders<string>;
  /** the regions of the body that its places are in */
  readonly regions: Holders<string>;
  readonly sizes: Holders<number>;
  readonly levels: Holders<string>;
  readonly words: Holders<string>;
  readonly everyday: Holders<string>;
  readonly pairs: Holders<string>;
  /** words that are a sign of something that an item concludes */
  readonly signs: Holders<string>;
}

export interface Telling {
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
}

export function statementsOf({ byId }: Outline, item: SegmentedItem): Told[] {
  const statements: Told[] = [];
  for (const id of item.statements) {
    const told = byId.get(id);
    if (told) statements.push(told);
  }
  return statements;
}

type Common = Pick<Telling, 'outline' | 'subjects' | 'broader' | 'signs'>;

export function indexOf(statements: readonly Told[], common: Common): Index {
  const { outline, subjects } = common;
  const index: Index = {
    kin: new Map(),
    places: new Map(),
    wholes: new Map(),
    regions: new Map(),
    sizes: new Map(),
    levels: new Map(),
    words: new Map(),
    everyday: new Map(),
    pairs: new Map(),
    signs: new Map(),
  };
  for (const item of outline.recognized.items)
    for (const told of statementsOf(outline, item)) want(index, told, subjects.thingsOf(told), common);
  const spine = spineOf(outline.knowledge);
  const phrases = phrasesOf(index.signs.keys());
  for (const [place, told] of statements.entries()) {
    enter(index, told, subjects.thingsOf(told), place, common);
    if ((told.words & LEVEL) !== 0) put(index.places, spinesIn(told, outline, spine), place);
    if (phrases.size > 0) put(index.signs, phrasesIn(outline.recognized.tokens, told.statement, phrases), place);
  }
  return index;
}

function want(index: Index, told: Told, things: Things, { broader, signs, outline }: Common): void {
  for (const concept of things.named) ask(index.kin, broader(concept));
  for (const sign of signs.of(told, things, outline)) ask(holdersOf(index, sign), [sign.sign]);
  for (const place of things.places) {
    ask(index.places, broader(place));
    ask(index.wholes, [place]);
  }
  ask(index.regions, regionsOf(things, outline.knowledge));
  ask(index.sizes, told.sizes.map(Math.abs));
  ask(index.levels, things.levels);
  ask(index.words, things.words);
  ask(index.everyday, things.everyday);
  ask(index.pairs, things.pairs);
}

export const holdersOf = (index: Index, { kind }: Sign): Holders<string> =>
  kind === 'finding' ? index.kin : kind === 'place' ? index.places : index.signs;

function ask<K>(holders: Holders<K>, keys: readonly K[]): void {
  for (const key of keys) if (!holders.has(key)) holders.set(key, { places: NOTHING, asked: -1 });
}

function enter(index: Index, { sizes }: Told, things: Things, place: number, { broader, outline }: Common): void {
  if (index.kin.size > 0) for (const concept of things.named) put(index.kin, broader(concept), place);
  put(index.places, things.places, place);
  if (index.wholes.size > 0)
    for (const part of things.places)
      for (const whole of broader(part)) if (whole !== part) put(index.wholes, [whole], place);
  if (index.regions.size > 0) put(index.regions, regionsOf(things, outline.knowledge), place);
  for (const size of sizes) put(index.sizes, [Math.abs(size)], place);
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

/** The regions of the parts of the body that a statement names. */
export function regionsOf({ places }: Things, knowledge: Knowledge): readonly string[] {
  const concepts = conceptsById(knowledge);
  let regions: string[] = NOTHING;
  for (const place of places) {
    const concept = concepts.get(place);
    if (concept?.kind === 'anatomy' && concept.region && !regions.includes(concept.region))
      regions = added(regions, concept.region);
  }
  return regions;
}

/** The first letter of a level → its part of the spine: "L1-L4" of a table is the lumbar spine. */
function spineOf({ reading }: Knowledge): ReadonlyMap<string, string> {
  let spine = spines.get(reading);
  if (!spine) {
    const { regions } = reading.documents.specializations;
    spine = new Map(Object.entries(regions).map(([word, part]) => [word.charAt(0), part]));
    spines.set(reading, spine);
  }
  return spine;
}
const spines = new WeakMap<object, ReadonlyMap<string, string>>();

function spinesIn(
  { statement }: Told,
  { recognized: { tokens } }: Outline,
  spine: ReadonlyMap<string, string>,
): readonly string[] {
  let places: string[] = NOTHING;
  for (const { level } of levelsIn(tokens, statement.from, statement.to)) {
    const place = spine.get(level.charAt(0).toLowerCase());
    if (place && !places.includes(place)) places = added(places, place);
  }
  return places;
}

/** "No avid adenopathy" holds the word for what is avid, and tells of none. */
export const deniesAll = ({ findings }: Told): boolean =>
  findings.length > 0 && findings.every(({ assertion }) => assertion.presence === 'absent');
