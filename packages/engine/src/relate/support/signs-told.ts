/** Wing 3, relate: the statements that tell of the signs of what an item concludes. */

import { bodyOf } from '../body-places.ts';
import { NOTHING, type Told } from '../outline.ts';
import { type Scored, whereScore } from './scores.ts';
import { deniesAll, holdersOf, regionsOf, type Telling } from './telling.ts';

const MOST_SIGNS = 3;
/** a sign that any organ may have counts with its place only */
const PLACED = 3;
/** a sign that so many statements hold speaks for none of them */
const SPREAD = 40;

/** a statement that names no place speaks of that of the statement before it */
const BEHIND = 1.5;

/** What speaks for a conclusion in one statement. */
interface Spoken {
  worth: number;
  /** a sign that speaks without its place */
  isEnough: boolean;
}

/**
 * The statements that speak most for the conclusions of an item by their signs, none of the other side. Where an item rests on nothing else, it
 * is enough for a denial that such a sign is denied.
 */
export function signsFor(
  own: readonly Told[],
  { met, where }: Scored,
  chosen: readonly Told[],
  least: number,
  telling: Telling,
): readonly Told[] {
  const { outline, subjects, signs, broader, statements, placeOf, index, scores } = telling;
  const isBare = chosen.length === 0;
  const itself = new Set(own);
  let spoken: Map<number, Spoken> | null = null;
  for (const told of own)
    for (const { concept, signs: some } of signs.conclusionsOf(told, subjects.thingsOf(told), outline)) {
      const denied = concept !== null && isDenied(told, concept, broader);
      for (const sign of some) {
        const places = holdersOf(index, sign).get(sign.sign)?.places ?? NOTHING;
        if (places.length > SPREAD) continue;
        const isEnough = sign.worth >= least || (isBare && (denied || concept === null) && sign.kind === 'finding');
        for (const place of places) {
          const other = statements[place];
          if (!other || itself.has(other)) continue;
          if (concept !== null && sign.kind === 'finding') {
            const isThere = !isDenied(other, sign.sign, broader);
            if (isThere === (denied !== (sign.isMissing ?? false))) continue;
          }
          if (concept !== null && sign.kind === 'words' && !denied && (sign.isMissing || deniesAll(other))) continue;
          spoken ??= new Map();
          const one = spoken.get(place);
          if (one) {
            one.worth += sign.worth;
            one.isEnough ||= isEnough;
          } else spoken.set(place, { worth: sign.worth, isEnough });
        }
      }
    }
  if (!spoken) return NOTHING;
  const shared = new Set(met);
  const onBody = bodyOf(outline.knowledge);
  const regionsIn = (one: Told): readonly string[] =>
    regionsOf(subjects.thingsOf(one), outline.knowledge).flatMap((region) => onBody.get(region) ?? NOTHING);
  const itsRegions = new Set(own.flatMap(regionsIn));
  /** a cyst of the kidney is no sign of one of the ovary */
  const isElsewhere = (one: Told): boolean => {
    const regions = itsRegions.size === 0 ? NOTHING : regionsIn(one);
    return regions.length > 0 && !regions.some((region) => itsRegions.has(region));
  };
  const taken = new Set(chosen.map((told) => placeOf[told.index] ?? -1));
  const found: { told: Told; score: number }[] = [];
  for (const [place, { worth, isEnough }] of [...spoken].sort((a, b) => a[0] - b[0])) {
    const told = statements[place];
    if (!told || taken.has(place)) continue;
    const at = whereScore(where, told, telling);
    if (at < 0) continue;
    const isBehind = taken.has(place - 1) && regionsOf(subjects.thingsOf(told), outline.knowledge).length === 0;
    const score = worth + (scores[place] ?? 0) + (shared.has(place) ? 0 : at) + (isBehind ? BEHIND : 0);
    if (!isEnough && (score < PLACED || isElsewhere(told))) continue;
    taken.add(place);
    found.push({ told, score });
  }
  return found
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_SIGNS)
    .map(({ told }) => told);
}

/** "No free air" is no sign of a perforation; it is one that there is none. */
const isDenied = ({ findings }: Told, concept: string, broader: Telling['broader']): boolean =>
  findings.some((one) => one.assertion.presence === 'absent' && broader(one.concept).includes(concept));
