/** Wing 3, relate, checks: two sizes for the same thing. */
import { EMPTY_LIST } from '../../alike.ts';
import type { Measurement } from '../../document.ts';
import type { Told } from '../outline.ts';
import { type Clash, likeness, mayBeOne, type Scene, sideOf } from './scene.ts';

const ROUNDING = 0.05;
const ALIKE = 2;

export function measurementClashes(scene: Scene): readonly Clash[] {
  const { tokens, measurements } = scene.recognized;
  if (measurements.length === 0 || scene.impression.length === 0) return EMPTY_LIST;
  const lengths = measurements.filter(({ mm }) => mm !== null);
  // from the first word on: the number of a list item is no size
  const of = ({ statement: { from, to } }: Told): Measurement[] => {
    const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
    return lengths.filter(({ span }) => span[0] >= start && span[1] <= end);
  };
  const isConcluded = ({ span }: Measurement): boolean =>
    scene.impression.some(({ statement: item }) => span[0] >= item.span[0] && span[1] <= item.span[1]);
  let known: Measurement[] | null = null;
  let told: Map<Told, readonly Measurement[]> | null = null;
  const clashes: Clash[] = [];
  for (const item of scene.impression) {
    if (item.findings.length === 0 && item.recommendations.length > 0) continue;
    for (const size of of(item)) {
      known ??= lengths.filter((length) => !isConcluded(length));
      if (!isPlain(scene, size) || known.some((other) => agrees(size, other))) continue;
      told ??= new Map(scene.findings.map((one) => [one, of(one)]));
      const source = sourceOf(scene, item, told);
      if (!source) continue;
      clashes.push({ kind: 'measurement-mismatch', basis: [source.span, size.span] });
      break;
    }
  }
  return clashes;
}

/** A current size of something, no threshold, no amount of change, nothing advised. */
function isPlain({ recognized }: Scene, { role, qualifier, span }: Measurement): boolean {
  if (role !== 'current' || (qualifier !== null && qualifier !== 'max' && qualifier !== 'range')) return false;
  return !recognized.recommendations.some((one) => span[0] >= one.span[0] && span[1] <= one.span[1]);
}

function agrees(a: Measurement, b: Measurement): boolean {
  const alike = (one: number, other: number): boolean => Math.abs(one - other) <= ROUNDING * Math.max(one, other);
  const [own, others] = [a.mm ?? [], b.mm ?? []];
  if (own.some((one) => others.some((other) => alike(one, other)))) return true;
  // a nodule of 8 x 6 mm is one of 7 mm
  return own.length === 1 && others.length === 2 && alike(own[0] ?? 0, ((others[0] ?? 0) + (others[1] ?? 0)) / 2);
}

/** The size of the statement of the findings that speaks of the same thing. */
function sourceOf(scene: Scene, item: Told, told: ReadonlyMap<Told, readonly Measurement[]>): Measurement | null {
  let best: { size: Measurement; score: number } | null = null;
  let only: { size: Measurement; side: string | undefined } | null = null;
  let measured = 0;
  const side = sideOf(scene, item)?.side;
  for (const [one, sizes] of told) {
    const current = sizes.find(({ role }) => role === 'current');
    if (!current) continue;
    const other = sideOf(scene, one)?.side;
    measured += 1;
    only = { size: current, side: other };
    const score =
      likeness(scene, item, one) +
      family(scene, item, one) +
      described(scene, item, one) +
      (side && side === other ? 1 : 0);
    if (score < ALIKE || (side && other && side !== other)) continue;
    if (!best || score > best.score) best = { size: current, score };
  }
  if (best) return best.size;
  // nothing else is measured, and it lies on the same side
  return only && measured === 1 && side && only.side === side ? only.size : null;
}

/** Two more where what is described may be what is concluded: a dilated aorta, an aneurysm. */
function described(scene: Scene, a: Told, b: Told): number {
  const { broader } = scene;
  const counted = (one: string, other: string): boolean => broader(one).includes(other) || broader(other).includes(one);
  return a.findings.some((one) =>
    b.findings.some((other) => !counted(one.concept, other.concept) && mayBeOne(scene, one, other)),
  )
    ? 2
    : 0;
}

/** One more where both name a kind of the same general finding: two kinds of nodule. */
function family({ subjects: { featuresOf }, words }: Scene, a: Told, b: Told): number {
  const other = featuresOf(b).kin;
  return [...featuresOf(a).kin].some((concept) => other.has(concept) && !words.general.has(concept)) ? 1 : 0;
}
