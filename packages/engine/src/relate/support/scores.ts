/** Wing 3, relate: how much the telling statements share with an item. */
import type { Laterality } from '../../document.ts';
import { levelsIn } from '../../level.ts';
import { tagsIn } from '../../search.ts';
import { checkWords } from '../checks/words.ts';
import { added, NOTHING, type Outline, type Told } from '../outline.ts';
import { LEVEL, SIDE } from '../word-kinds.ts';
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
  readonly where: Where;
}

/** Scores the telling statements that share something with those of an item, and are none of them. */
export function scored(item: readonly Told[], itself: readonly Told[], telling: Telling): Scored {
  const { outline, subjects, broader, statements, placeOf, index, scores } = telling;
  const own = new Set<number>();
  for (const told of itself) own.add(placeOf[told.index] ?? -1);
  const met: number[] = [];
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
  }
  const where = whereOf(item, telling);
  if (isSomewhere(where))
    for (const place of met) {
      const told = statements[place];
      if (told) scores[place] = (scores[place] ?? 0) + whereScore(where, told, telling);
    }
  return { met, where };
}

/** What tells a place from its like: the side, the level of the spine, the joint. */
export interface Where {
  readonly sides: readonly Laterality[];
  /** the sides are of findings or a label, not only of words that stand somewhere in the statement */
  readonly isNamed: boolean;
  readonly levels: readonly string[];
  readonly joints: readonly string[];
}

const isSomewhere = ({ sides, levels, joints }: Where): boolean => sides.length + levels.length + joints.length > 0;

function whereOf(item: readonly Told[], telling: Telling): Where {
  let sides: Laterality[] = NOTHING;
  let isNamed = false;
  let levels: string[] = NOTHING;
  let joints: string[] = NOTHING;
  for (const told of item) {
    const said = sidesOf(told, telling, false);
    isNamed ||= said.isNamed;
    for (const side of said.sides) if (!sides.includes(side)) sides = added(sides, side);
    for (const level of levelsOf(told, telling, false)) if (!levels.includes(level)) levels = added(levels, level);
    for (const joint of jointsOf(told, telling)) if (!joints.includes(joint)) joints = added(joints, joint);
  }
  return { sides, isNamed, levels, joints };
}

/** The same side speaks for a statement; only another side, other levels, or another joint speaks against it. */
export function whereScore(item: Where, told: Told, telling: Telling): number {
  if (isOther(item.joints, jointsOf(told, telling), (one, other) => one === other)) return ELSEWHERE;
  if (item.levels.length > 0) {
    const levels = levelsOf(told, telling, true);
    if (isOther(item.levels, levels.length > 1 ? [...levels, hullOf(levels)] : levels, doMeet)) return ELSEWHERE;
  }
  if (item.sides.length === 0) return 0;
  const { sides, isNamed } = sidesOf(told, telling, true);
  if (sides.length === 0) return 0;
  for (const side of item.sides)
    if (sides.includes(side) || sides.includes('bilateral') || side === 'bilateral') return SAME;
  return item.isNamed && isNamed ? OTHER : OTHER_IN_WORDS;
}
const SAME = 1;
const OTHER = -3;
const ELSEWHERE = -8;
const OTHER_IN_WORDS = -1.5;

const isOther = (
  item: readonly string[],
  statement: readonly string[],
  isSame: (one: string, other: string) => boolean,
): boolean =>
  item.length > 0 && statement.length > 0 && !item.some((one) => statement.some((other) => isSame(one, other)));

/** Joints of which each has its own signs (data/<language>/signs.yml). */
function jointsOf(told: Told, { outline: { knowledge }, subjects }: Telling): readonly string[] {
  const { apart } = knowledge.reading.documents.signs;
  return regionsOf(subjects.thingsOf(told), knowledge).filter((region) =>
    (apart as readonly string[]).includes(region),
  );
}

function levelsOf({ statement, words }: Told, { outline, labels }: Telling, isLabelled: boolean): readonly string[] {
  const { from, to } = statement;
  const own = (words & LEVEL) === 0 ? NOTHING : levelsIn(outline.recognized.tokens, from, to);
  const all = own.length > 0 || !isLabelled ? own : (labels().get(statement.id)?.levels ?? NOTHING);
  return all.map(({ level }) => level);
}

/** Two discs meet if they are the same one, else bones and stretches of the spine if they have a bone in common. */
function doMeet(one: string, other: string): boolean {
  const [a, b] = [stretchOf(one), stretchOf(other)];
  if (a.to - a.from === 1 && b.to - b.from === 1) return a.from === b.from;
  return a.from <= b.to && b.from <= a.to;
}

/** "From T6 to T8" holds T7. */
function hullOf(levels: readonly string[]): string {
  const bones = levels.flatMap((level) => level.split('-')).sort((a, b) => stretchOf(a).from - stretchOf(b).from);
  return `${bones[0]}-${bones.at(-1)}`;
}

/** the vertebrae above the first of each part of the spine */
const ABOVE: Readonly<Record<string, number>> = { C: 0, T: 7, L: 19, S: 24 };

function stretchOf(level: string): { readonly from: number; readonly to: number } {
  const [first = 0, last = first] = level
    .split('-')
    .map((bone) => (ABOVE[bone.charAt(0)] ?? 0) + Number(bone.slice(1)));
  return { from: first, to: last };
}

/** The sides of the findings of a statement and of the label before it; where there are none, those of its words. */
function sidesOf(told: Told, { outline, labels }: Telling, isLabelled: boolean): Pick<Where, 'sides' | 'isNamed'> {
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

/** "Right heart strain" has its side in its name, and says none. */
function wordedSides(
  { statement, conceptsFrom, conceptsTo }: Told,
  { recognized: { source, tokens, matches }, knowledge }: Outline,
): Laterality[] {
  let sides: Laterality[] = NOTHING;
  const named = matches.concept.slice(conceptsFrom, conceptsTo);
  for (const { value, from } of tagsIn(
    checkWords(knowledge.reading).sides,
    source.text,
    tokens,
    statement.from,
    statement.to,
  ))
    if (!named.some((match) => match.from <= from && from < match.to))
      for (const one of value) if (one !== 'both') sides = added(sides, one);
  return sides;
}
