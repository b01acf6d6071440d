/** Wing 4, explain, frame: organs with their measures, and how they changed, as claims. */
import type { Finding, Measurement, Span } from '../../document.ts';
import { type Match, matchesWithin } from '../../lexicon.ts';
import type { Knowledge } from '../../stages.ts';
import type { Claim } from './claim.ts';
import { sideBeside } from './described.ts';
import { placeOf } from './place-of.ts';
import type { Scene } from './scene.ts';
import { measuresOther, organMeasured } from './walk.ts';

/** An organ with its measure: "the spleen measures 15 cm". */
export function measureClaims(findings: readonly Finding[], scene: Scene): Claim[] {
  const { parts, knowledge, account, ground } = scene;
  const byOrgan = new Map<Match, Measurement[]>();
  for (const measurement of parts.measurements) {
    // "PI-RADS 5 right TZ 22 mm": the size is of what the score is of
    if (account.isTold(measurement.span[0]) || (parts.scores.length > 0 && measurement.mm !== null)) continue;
    const organ = measuresOther(measurement.span, ground) ? null : organMeasured(measurement.span, ground);
    const isOwn = findings.some((one) => one.span[0] === organ?.start && one.measurements.includes(measurement.id));
    if (organ && (measurement.mm !== null || (isOwn && isAmount(measurement.unit, organ, knowledge))))
      byOrgan.set(organ, [...(byOrgan.get(organ) ?? []), measurement]);
  }
  return [...byOrgan].map(([organ, sizes]): Claim => {
    const change = findings.find(({ span }) => span[0] === organ.start)?.change;
    const spans = [[organ.start, organ.end] as const, ...sizes.map(({ span }) => span)];
    for (const span of spans) account.tell(span);
    for (const span of change?.basis ?? []) account.tellWords(span);
    return {
      kind: 'measure',
      organ: placeOf(organ, sideBeside(organ, ground), knowledge),
      sizes,
      change: change?.direction ?? null,
      at: organ.start,
      basis: spans,
    };
  });
}

/** "Right ICA: 20%" is no size of the artery; an ejection fraction is a percentage. */
const isAmount = (unit: string, { entry }: Match, { reading }: Knowledge): boolean =>
  unit !== '%' || (reading.lists.percentages ?? []).includes(reading.concepts[entry]?.id ?? '');

/** "The cardiac silhouette is stable", "no change": what is told where a statement says nothing but a change. */
export function changeClaims(isTold: boolean, { related, statement, knowledge, account, ground }: Scene): Claim[] {
  const { changes } = knowledge.reading;
  const found = matchesWithin(related.matches.change, statement.from, statement.to);
  const directions = new Set(found.map(({ entry }) => changes[entry]?.direction));
  const [direction, another] = directions;
  const [first] = found;
  const isPlain = directions.has('stable') || ground.organFrom.size > 0;
  if (
    isTold ||
    !isPlain ||
    ground.modifiers.length > 0 ||
    !first ||
    !direction ||
    another ||
    direction === 'resolved' ||
    direction === 'none'
  )
    return [];
  const organs = [...ground.organFrom.values()];
  const spans = [...found, ...organs].map(({ start, end }): Span => [start, end]).sort((a, b) => a[0] - b[0]);
  for (const span of spans) account.tell(span);
  const places = organs.map((organ) => placeOf(organ, sideBeside(organ, ground), knowledge));
  return [{ kind: 'change', organs: places, direction, at: first.start, basis: spans }];
}
