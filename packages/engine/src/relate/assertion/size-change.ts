/** Wing 3, assertion: a change that only the sizes tell: "now 12 mm, previously 8 mm". */
import type { Change, Direction, Measurement, Span } from '../../document.ts';
import { bitsAt, type Ground, normAt } from './ground.ts';
import { DATING } from './word-classes.ts';

/** Sizes this near to each other count as the same: what two readings of one thing differ by. */
const SAME = 0.05;

/** From the current and the prior size in a statement, for the target that stands nearest before it. Null where there are not both. */
export function sizeChange(
  measurements: readonly Measurement[],
  [start, end]: Span,
  targets: readonly Span[],
): { readonly target: number; readonly change: Change } | null {
  if (!measurements.some(({ role }) => role === 'prior')) return null;
  const inside = measurements.filter(({ span }) => span[0] >= start && span[1] <= end);
  const prior = inside.find(({ role, mm }) => role === 'prior' && mm !== null);
  const current = inside.find(({ id, role, mm }) => role === 'current' && mm !== null && id !== prior?.id);
  const [now, before] = [largest(current), largest(prior)];
  if (!current || !prior || now === null || before === null || before <= 0) return null;
  const ratio = now / before;
  const direction: Direction = ratio > 1 + SAME ? 'increased' : ratio < 1 - SAME ? 'decreased' : 'stable';
  const basis = [current.span, prior.span].sort((a, b) => a[0] - b[0]);
  const first = basis[0]?.[0] ?? start;
  const endOf = (i: number): number => {
    const end = targets[i]?.[1] ?? -1;
    return end <= first ? end : -1;
  };
  const target = targets.reduce((best, _, i) => (endOf(i) > endOf(best) ? i : best), 0);
  return { target, change: { direction, basis } };
}

const largest = (measurement: Measurement | undefined): number | null =>
  measurement?.mm?.length ? Math.max(...measurement.mm) : null;

/** "Appendicectomy 1998", "hip replacement in 2006": a bare year right after it. */
export function yearAfter(ground: Ground, to: number): readonly [number, number] | null {
  let i = to;
  const norm = normAt(ground, i);
  if (norm === '(' || norm === ',' || bitsAt(ground, i) & DATING) i += 1;
  const token = ground.tokens[i];
  if (i >= ground.to || token?.kind !== 'number' || !/^(19|20)\d\d$/.test(token.norm)) return null;
  const next = ground.tokens[i + 1];
  if (
    i + 1 < ground.to &&
    next?.glued &&
    next.norm !== '.' &&
    next.norm !== ',' &&
    next.norm !== ')' &&
    next.norm !== ';'
  )
    return null;
  return [token.start, token.end];
}
