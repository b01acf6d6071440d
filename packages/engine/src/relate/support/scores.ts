/** Wing 3, relate: how much the telling statements share with an item. */
import type { Laterality } from '../../document.ts';
import { tagsIn } from '../../search.ts';
import { checkWords } from '../checks/words.ts';
import { added, NOTHING, type Outline, type Told } from '../outline.ts';
import { SIDE } from '../word-kinds.ts';
import { COMMON, type Holder, regionsOf, type Telling } from './telling.ts';

/** what sharing something is worth */
const WORTH = {
  kind: 3.5,
  kin: 1.5,
  place: 1.5,
  part: 0.8,
  region: 0.6,
  size: 3,
  level: 2,
  word: 1,
  everyday: 0.4,
  pair: 2,
} as const;

export interface Scored {
  /** the places of the telling statements that share something with the item, first met first */
  readonly met: readonly number[];
  readonly sides: Sides;
}

/** Scores the telling statements that share something with those of an item, and are none of them. */
export function scored(item: readonly Told[], itself: readonly Told[], telling: Telling): Scored {
  const { outline, subjects, broader, statements, placeOf, index, scores } = telling;
  const own = new Set<number>();
  for (const told of itself) own.add(placeOf[told.index] ?? -1);
  const met: number[] = [];
  let sides: Laterality[] = NOTHING;
  let isNamed = false;
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
    const things = subjects.thingsOf(told);
    const { named, places, levels, words, everyday, pairs } = things;
    // each thing counts once for each statement of an item
    telling.asked += 1;
    asking = telling.asked;
    for (const concept of named)
      for (const one of broader(concept)) add(index.kin.get(one), named.includes(one) ? WORTH.kind : WORTH.kin);
    for (const place of places) add(index.places.get(place), WORTH.place);
    for (const place of places) {
      add(index.wholes.get(place), WORTH.part);
      for (const whole of broader(place)) add(index.places.get(whole), WORTH.part);
    }
    for (const region of regionsOf(things, outline.knowledge)) add(index.regions.get(region), WORTH.region);
    for (const size of told.sizes) add(index.sizes.get(Math.abs(size)), WORTH.size);
    for (const level of levels) add(index.levels.get(level), WORTH.level);
    for (const word of words) add(index.words.get(word), WORTH.word);
    for (const word of everyday) add(index.everyday.get(word), WORTH.everyday);
    for (const pair of pairs) add(index.pairs.get(pair), WORTH.pair);
    const said = sidesOf(told, telling, false);
    isNamed ||= said.isNamed;
    for (const side of said.sides) if (!sides.includes(side)) sides = added(sides, side);
  }
  const itsSides = { sides, isNamed };
  if (sides.length > 0)
    for (const place of met) {
      const told = statements[place];
      if (told) scores[place] = (scores[place] ?? 0) + sideScore(itsSides, told, telling);
    }
  return { met, sides: itsSides };
}

export interface Sides {
  readonly sides: readonly Laterality[];
  /** of findings or a label, not only words that stand somewhere in the statement */
  readonly isNamed: boolean;
}

/** The sides of the findings of a statement and of the label before it; where there are none, those of its words. */
function sidesOf(told: Told, { outline, labels }: Telling, isLabelled: boolean): Sides {
  const { findings, statement, words } = told;
  let sides: Laterality[] = NOTHING;
  const label = isLabelled ? labels().get(statement.id)?.side : null;
  if (label) sides = added(sides, label);
  for (const { anatomy } of findings)
    for (const { laterality } of anatomy)
      if (laterality && !sides.includes(laterality)) sides = added(sides, laterality);
  const isNamed = sides.length > 0;
  if (!isNamed && (words & SIDE) !== 0) sides = wordedSides(told, outline);
  return { sides, isNamed };
}

/** The same side speaks for a statement, only the other one against it. */
export function sideScore(item: Sides, told: Told, telling: Telling): number {
  if (item.sides.length === 0) return 0;
  const statement = sidesOf(told, telling, true);
  if (statement.sides.length === 0) return 0;
  for (const side of item.sides)
    if (statement.sides.includes(side) || statement.sides.includes('bilateral') || side === 'bilateral') return SAME;
  return item.isNamed && statement.isNamed ? OTHER : OTHER_IN_WORDS;
}
const SAME = 1;
const OTHER = -3;
const OTHER_IN_WORDS = -1.5;

function wordedSides({ statement }: Told, { recognized: { source, tokens }, knowledge }: Outline): Laterality[] {
  let sides: Laterality[] = NOTHING;
  for (const { value } of tagsIn(
    checkWords(knowledge.reading).sides,
    source.text,
    tokens,
    statement.from,
    statement.to,
  ))
    for (const one of value) if (one !== 'both') sides = added(sides, one);
  return sides;
}
