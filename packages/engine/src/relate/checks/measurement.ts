/** Wing 3, relate, checks: two sizes for the same thing. */
import type { Measurement } from '../../document.ts';
import type { SegmentedStatement } from '../../stages.ts';
import { type Clash, likeness, type Scene, sideOf } from './scene.ts';

const ROUNDING = 0.05;
const ALIKE = 2;

export function measurementClashes(scene: Scene): Clash[] {
  const lengths = scene.recognized.measurements.filter(({ mm }) => mm !== null);
  const { tokens } = scene.recognized;
  // from the first word on: the number of a list item is no size
  const of = ({ from, to }: SegmentedStatement): Measurement[] =>
    lengths.filter(({ span }) => span[0] >= (tokens[from]?.start ?? 0) && span[1] <= (tokens[to - 1]?.end ?? 0));
  const told = new Map(scene.findings.map((statement) => [statement, of(statement)]));
  const known = lengths.filter(
    ({ span }) => !scene.impression.some((item) => span[0] >= item.span[0] && span[1] <= item.span[1]),
  );
  return scene.impression.flatMap((item) => {
    if (!scene.findingsOf(item).length && scene.advised.has(item.id)) return [];
    for (const size of of(item)) {
      if (!isPlain(scene, size) || known.some((other) => agrees(size, other))) continue;
      const source = sourceOf(scene, item, told);
      if (source) return [{ kind: 'measurement-mismatch' as const, basis: [source.span, size.span] }];
    }
    return [];
  });
}

/** A current size of something, no threshold, no amount of change, nothing advised. */
function isPlain({ recognized }: Scene, { role, qualifier, span }: Measurement): boolean {
  if (role !== 'current' || (qualifier !== null && qualifier !== 'max' && qualifier !== 'range')) return false;
  return !recognized.recommendations.some((one) => span[0] >= one.span[0] && span[1] <= one.span[1]);
}

function agrees(a: Measurement, b: Measurement): boolean {
  return (a.mm ?? []).some((one) =>
    (b.mm ?? []).some((other) => Math.abs(one - other) <= ROUNDING * Math.max(one, other)),
  );
}

/** The size of the statement of the findings that speaks of the same thing. */
function sourceOf(
  scene: Scene,
  item: SegmentedStatement,
  told: ReadonlyMap<SegmentedStatement, readonly Measurement[]>,
): Measurement | null {
  let best: { size: Measurement; score: number } | null = null;
  const side = sideOf(scene, item)?.side;
  for (const [statement, sizes] of told) {
    const current = sizes.find(({ role }) => role === 'current');
    const other = sideOf(scene, statement)?.side;
    const score = current
      ? likeness(scene, item, statement) + family(scene, item, statement) + (side && side === other ? 1 : 0)
      : 0;
    if (!current || score < ALIKE || (side && other && side !== other)) continue;
    if (!best || score > best.score) best = { size: current, score };
  }
  return best?.size ?? null;
}

/** One more where both name a kind of the same general finding: two kinds of nodule. */
function family({ features, words }: Scene, a: SegmentedStatement, b: SegmentedStatement): number {
  const [one, other] = [features.get(a.id), features.get(b.id)];
  if (!one || !other) return 0;
  return [...one.kin].some((concept) => other.kin.has(concept) && !words.general.has(concept)) ? 1 : 0;
}
