/** Wing 3, relate: the statements that tell of the signs of what an item concludes. */
import { NOTHING, type Told } from '../outline.ts';
import { type Scored, sideScore } from './scores.ts';
import { deniesAll, holdersOf, type Telling } from './telling.ts';

const MOST_SIGNS = 3;
/** a sign that any organ may have counts with its place only */
const PLACED = 3;
/** a sign that so many statements hold speaks for none of them */
const SPREAD = 40;

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
  { met, sides }: Scored,
  chosen: readonly Told[],
  least: number,
  telling: Telling,
): readonly Told[] {
  const { outline, subjects, signs, broader, statements, index, scores } = telling;
  const isBare = chosen.length === 0;
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
          if (!other || own.includes(other)) continue;
          if (concept !== null && sign.kind === 'finding' && isDenied(other, sign.sign, broader) !== denied) continue;
          if (concept !== null && sign.kind === 'words' && !denied && deniesAll(other)) continue;
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
  const found: { told: Told; score: number }[] = [];
  for (const [place, { worth, isEnough }] of spoken) {
    const told = statements[place];
    if (!told || chosen.includes(told)) continue;
    const side = sideScore(sides, told, telling);
    const score = worth + (scores[place] ?? 0) + (shared.has(place) ? 0 : side);
    if (side >= 0 && (isEnough || score >= PLACED)) found.push({ told, score });
  }
  return found
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_SIGNS)
    .map(({ told }) => told);
}

/** "No free air" is no sign of a perforation; it is one that there is none. */
const isDenied = ({ findings }: Told, concept: string, broader: Telling['broader']): boolean =>
  findings.some((one) => one.assertion.presence === 'absent' && broader(one.concept).includes(concept));
