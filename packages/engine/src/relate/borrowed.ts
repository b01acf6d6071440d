/** Wing 3, relate: advice rests on what the finding that it is for rests on, a score that stands alone on what the item before it rests on. */
import { conceptsById } from '../concepts-by-id.ts';
import type { ImpressionItem, UrgencyTier } from '../document.ts';
import { bodyOf } from './body-places.ts';
import { added, NOTHING, type Outline, type Told } from './outline.ts';
import { TIERS } from './urgency/tier.ts';

/** The most pressing of some items, the first of equals. */
interface Pressed {
  readonly item: ImpressionItem;
  /** how many are as pressing */
  equals: number;
}

/** The items that advice may be for, those met so far. */
interface Earlier {
  readonly byPlace: Map<string, Pressed>;
  readonly all: { most: Pressed | null; count: number };
}

/** where a finding is that no part of the body is known of */
const ANYWHERE = '';

/** The items, with what those that name no finding of their own rest on where it is clear which item they are about. */
export function withBorrowed(items: readonly ImpressionItem[], outline: Outline): readonly ImpressionItem[] {
  const earlier: Earlier = { byPlace: new Map(), all: { most: null, count: 0 } };
  let before: ImpressionItem | null = null;
  return items.map((item) => {
    const own = item.statements.flatMap((id) => outline.byId.get(id) ?? []);
    if (item.supportedBy.length > 0 || namesFinding(own, outline)) {
      if (mayAskFor(own)) note(earlier, item, own, outline);
      before = item;
      return item;
    }
    const about: ImpressionItem | null = isAdvice(own)
      ? askedFor(own, earlier, outline)
      : isScore(item, outline)
        ? before
        : null;
    if (!about) {
      before = null;
      return item;
    }
    return { ...item, supportedBy: about.supportedBy };
  });
}

const isAdvice = (own: readonly Told[]): boolean =>
  own.length > 0 && own.every(({ recommendations }) => recommendations.length > 0);

const isScore = ({ span }: ImpressionItem, { recognized }: Outline): boolean =>
  recognized.scores.some((score) => score.span[0] >= span[0] && score.span[1] <= span[1]);

/** What is only thought of, such as the tumor that a colonoscopy shall exclude, is no finding of an item. */
const namesFinding = (own: readonly Told[], { knowledge }: Outline): boolean =>
  own.some(({ findings }) =>
    findings.some(
      ({ concept, assertion }) =>
        conceptsById(knowledge).get(concept)?.kind === 'finding' &&
        (assertion.presence === 'present' || assertion.presence === 'possible'),
    ),
  );

/** Nothing is done about what is only denied. */
const mayAskFor = (own: readonly Told[]): boolean =>
  own.every(({ findings }) => findings.length === 0) ||
  own.some(({ findings }) => findings.some(({ assertion }) => assertion.presence !== 'absent'));

function note({ byPlace, all }: Earlier, item: ImpressionItem, own: readonly Told[], outline: Outline): void {
  all.count += 1;
  all.most = pressed(all.most, item);
  const places = placesOf(own, outline);
  for (const place of places.length > 0 ? places : [ANYWHERE]) byPlace.set(place, pressed(byPlace.get(place), item));
}

function pressed(most: Pressed | null | undefined, item: ImpressionItem): Pressed {
  if (!most || rank(item.urgency) > rank(most.item.urgency)) return { item, equals: 1 };
  if (item.urgency === most.item.urgency) most.equals += 1;
  return most;
}

const rank = (tier: UrgencyTier): number => TIERS.indexOf(tier);

/** The item that advice is for: in the part of the body that it names, the most pressing one; where it names none, only one that stands out. */
function askedFor(own: readonly Told[], { byPlace, all }: Earlier, outline: Outline): ImpressionItem | null {
  const toPlace = bodyOf(outline.knowledge);
  const wanted = own.flatMap(({ recommendations }) =>
    recommendations.flatMap(({ region }) => toPlace.get(region ?? '') ?? NOTHING),
  );
  if (wanted.length > 0) {
    let most: Pressed | null = null;
    for (const place of [...wanted, ANYWHERE]) {
      const one = byPlace.get(place);
      if (one && (!most || rank(one.item.urgency) > rank(most.item.urgency))) most = one;
    }
    return most?.item ?? null;
  }
  const isGeneral = own.every(({ recommendations }) =>
    recommendations.every(({ action }) => action === 'clinical-correlation'),
  );
  if (all.count > 1 && (isGeneral || (all.most?.equals ?? 0) > 1)) return null;
  return all.most?.item ?? null;
}

/** The parts of the body map where the findings of an item are. */
function placesOf(own: readonly Told[], { knowledge }: Outline): readonly string[] {
  const toPlace = bodyOf(knowledge);
  const concepts = conceptsById(knowledge);
  let places: string[] = NOTHING;
  for (const { findings } of own)
    for (const { concept, anatomy } of findings)
      for (const id of [concept, ...anatomy.map((place) => place.concept)])
        for (const place of toPlace.get(concepts.get(id)?.region ?? '') ?? NOTHING)
          if (!places.includes(place)) places = added(places, place);
  return places;
}
