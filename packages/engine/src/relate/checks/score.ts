/** Wing 3, relate, checks: two categories of one scale for what can only have one. */
import { EMPTY_LIST } from '../../alike.ts';
import type { Score, Span } from '../../document.ts';
import { matchesWithin } from '../../lexicon.ts';
import type { Clash, Scene } from './scene.ts';

export function scoreClashes(scene: Scene): readonly Clash[] {
  const { recognized } = scene;
  if (recognized.scores.length < 2) return EMPTY_LIST;
  const inside = ({ span }: Score, code: string): boolean =>
    recognized.sections.some((one) => one.code === code && span[0] >= one.span[0] && span[1] <= one.span[1]);
  const systems = new Map<string, Score[]>();
  for (const score of recognized.scores) {
    if (score.temporality !== 'current') continue;
    const own = systems.get(score.system);
    if (own) own.push(score);
    else systems.set(score.system, [score]);
  }
  return [...systems.values()].flatMap((scores) => {
    const told = scores.filter((score) => inside(score, 'findings'));
    const concluded = scores.filter((score) => inside(score, 'impression'));
    const [a, b] = [told[0], concluded[0]];
    if (!a || !b || told.length !== 1 || concluded.length !== 1 || a.category === b.category) return [];
    if (a.category.startsWith(b.category) || b.category.startsWith(a.category)) return [];
    if (areApart(scene, a.span, b.span)) return [];
    return [{ kind: 'score-mismatch' as const, basis: [a.span, b.span] }];
  });
}

/** "TZ: nodules, PI-RADS 2" and "PI-RADS 5 in the peripheral zone": each names a part of the body, and neither is a part of the other's. */
function areApart(scene: Scene, one: Span, other: Span): boolean {
  const [places, others] = [placesAt(scene, one), placesAt(scene, other)];
  if (places.length === 0 || others.length === 0) return false;
  const isWithin = (part: string, whole: string): boolean => scene.broader(part).includes(whole);
  return !places.some((place) => others.some((more) => isWithin(place, more) || isWithin(more, place)));
}

/** The parts of the body that the statement around a score names. */
function placesAt({ recognized, outline }: Scene, [start, end]: Span): readonly string[] {
  const around = recognized.statements.find(({ span }) => span[0] <= start && end <= span[1]);
  if (!around) return EMPTY_LIST;
  const { concepts } = outline.knowledge.reading;
  return matchesWithin(recognized.matches.concept, around.from, around.to).flatMap(({ entry }) => {
    const concept = concepts[entry];
    return concept?.kind === 'anatomy' ? [concept.id] : [];
  });
}
