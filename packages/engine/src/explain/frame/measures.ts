/** Wing 4, explain, frame: organs with their measures, and how they changed, as claims. */
import type { Finding, Measurement, Span } from '../../document.ts';
import { type Match, matchesWithin } from '../../lexicon.ts';
import type { Knowledge } from '../../stages.ts';
import { tokenAt } from '../../token.ts';
import type { Claim } from './claim.ts';
import { sideBeside } from './described.ts';
import { type Ground, normAt } from './ground.ts';
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
    const organ = measuresOther(measurement.span, ground)
      ? null
      : (organMeasured(measurement.span, ground) ?? organBefore(measurement, parts.measurements, byOrgan, ground));
    const isOwn = findings.some((one) => one.span[0] === organ?.start && one.measurements.includes(measurement.id));
    if (organ && (measurement.mm !== null || (isOwn && isAmount(measurement.unit, organ, knowledge))))
      byOrgan.set(organ, [...(byOrgan.get(organ) ?? []), measurement]);
  }
  return [...byOrgan].map(([organ, sizes]): Claim => {
    const change = findings.find(({ span }) => span[0] === organ.start)?.change;
    const spans: Span[] = [[organ.start, organ.end], ...sizes.map(({ span }) => span)];
    for (const span of spans) account.tell(span);
    for (const span of change?.basis ?? []) account.tellWords(span);
    const label = byOrgan.size === 1 ? labelOf(organ, scene) : undefined;
    const places = label ? [placeOf(label, sideBeside(label, ground), knowledge)] : [];
    if (label) spans.push([label.start, label.end]);
    if (label) account.tell([label.start, label.end]);
    return {
      kind: 'measure',
      organ: placeOf(organ, sideBeside(organ, ground), knowledge),
      places,
      sizes,
      change: change?.direction ?? null,
      at: organ.start,
      basis: spans,
    };
  });
}

/** The place that the line is about, before a colon and the organ that is measured. */
const labelOf = (organ: Match, { ground }: Scene): Match | undefined => {
  const labels = [...ground.organFrom.values()].filter(({ to }) => normAt(ground, to) === ':');
  const [label, more] = labels;
  return label && !more && label.to + 1 === organ.from ? label : undefined;
};

/** "The aorta measures 31 mm, previously 29 mm": the organ of the size before it, with words of time alone between them. */
function organBefore(
  { role, span: [start] }: Measurement,
  all: readonly Measurement[],
  byOrgan: ReadonlyMap<Match, readonly Measurement[]>,
  { related: { tokens }, words, from, to }: Ground,
): Match | null {
  if (role !== 'prior') return null;
  const before = all.findLast(({ span }) => span[1] <= start);
  const organ = before && [...byOrgan].find(([, sizes]) => sizes.includes(before))?.[0];
  if (!organ || !before) return null;
  const first = tokenAt(tokens, before.span[1], from, to);
  const isOfTime = tokens
    .slice(first, tokenAt(tokens, start, first, to))
    .every(({ norm }) => words.overTime.has(norm) || words.measuring.has(norm) || words.grammar.has(norm));
  return isOfTime ? organ : null;
}

/** "Right ICA: 20%" is no size of the artery; an ejection fraction is a percentage. */
const isAmount = (unit: string, { entry }: Match, { reading }: Knowledge): boolean =>
  unit !== '%' || (reading.lists.percentages ?? []).includes(reading.concepts[entry]?.id ?? '');

/** "No change", "no significant change": stable, or not much changed, where nothing but describing words stands between. */
function deniedChange(
  { entry, from, start }: Match,
  { related, statement, knowledge, ground }: Scene,
): { readonly direction: 'stable' | 'minor'; readonly spans: readonly Span[] } | null {
  const { cues, changes } = knowledge.reading;
  if (changes[entry]?.denied !== 'stable') return null;
  let at = from;
  for (let before = ground.modifierTo.get(at); before; before = ground.modifierTo.get(at)) at = before.from;
  const cue = matchesWithin(related.matches.cue, statement.from, statement.to).find(
    ({ entry: own, to }) => cues[own]?.category === 'negated' && cues[own]?.direction !== 'backward' && to === at,
  );
  if (!cue || ground.modifiers.some((one) => one.from < at || from < one.from)) return null;
  return { direction: at === from ? 'stable' : 'minor', spans: [[cue.start, start]] };
}

/** "The cardiac silhouette is stable", "no change": what is told where a statement says nothing but a change. */
export function changeClaims(told: readonly Claim[], scene: Scene): Claim[] {
  const { related, statement, knowledge, account, ground } = scene;
  const found = matchesWithin(related.matches.change, statement.from, statement.to);
  const [first, more] = found;
  if (!first) return [];
  const denied = more ? null : deniedChange(first, scene);
  const { changes } = knowledge.reading;
  const [direction, another] = new Set(
    denied ? [denied.direction] : found.map(({ entry }) => changes[entry]?.direction),
  );
  if (!direction || another || direction === 'resolved' || direction === 'none') return [];
  if (told.length > 0) {
    // "stable normal heart size"
    const [state, other] = told;
    if (denied || direction !== 'stable' || state?.kind !== 'state' || other) return [];
    account.tell([first.start, first.end]);
    return [
      {
        kind: 'change',
        organs: [],
        direction,
        at: Math.max(first.start, state.span[1]),
        basis: [...state.basis, [first.start, first.end]],
      },
    ];
  }
  const isPlain = direction === 'stable' || direction === 'minor' || ground.organFrom.size > 0;
  if (!isPlain || (!denied && ground.modifiers.length > 0)) return [];
  const organs = [...ground.organFrom.values()];
  if (denied) for (const span of denied.spans) account.tell(span);
  const spans = [...found, ...organs].map(({ start, end }): Span => [start, end]).sort((a, b) => a[0] - b[0]);
  for (const span of spans) account.tell(span);
  const places = organs.map((organ) => placeOf(organ, sideBeside(organ, ground), knowledge));
  return [{ kind: 'change', organs: places, direction, at: first.start, basis: spans }];
}
