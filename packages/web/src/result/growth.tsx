/** Then and now, drawn to one scale where the report gives both sizes; two outlines where it does not. */
import type { Direction, Measurement } from '@readingscan/engine';
import { useWords } from '../words/use-words.ts';

interface Props {
  readonly direction: Direction | null;
  readonly measurements: readonly Measurement[];
}

const LARGEST = 20;
const SMALLEST = 4;

export function Growth({ direction, measurements }: Props) {
  const { change } = useWords().result;
  const sizes = thenAndNow(measurements);
  if (sizes) {
    const scale = LARGEST / Math.max(sizes.before, sizes.now);
    return (
      <svg
        class="growth"
        viewBox="0 0 110 64"
        role="img"
        aria-label={change.thenNow(sizes.beforeWritten, sizes.nowWritten)}
      >
        <circle class="was" cx="26" cy="24" r={Math.max(SMALLEST, sizes.before * scale)} />
        <path class="arrow" d="M50 24h10m-4-4 4 4-4 4" />
        <circle class="is" cx="84" cy="24" r={Math.max(SMALLEST, sizes.now * scale)} />
        <text x="26" y="60">
          {sizes.beforeWritten}
        </text>
        <text x="84" y="60">
          {sizes.nowWritten}
        </text>
      </svg>
    );
  }
  return (
    <svg class="growth" viewBox="0 0 110 48" aria-hidden="true">
      {direction === 'new' ? (
        <circle class="unknown" cx="26" cy="24" r="14" />
      ) : (
        <circle class="was" cx="26" cy="24" r="14" />
      )}
      <path class="arrow" d={direction === 'stable' ? 'M49 20h12M49 28h12' : 'M50 24h10m-4-4 4 4-4 4'} />
      <circle class={direction === 'resolved' ? 'unknown' : 'was'} cx="84" cy="24" r="14" />
    </svg>
  );
}

function thenAndNow(measurements: readonly Measurement[]) {
  for (const now of measurements) {
    if (now.role !== 'current') continue;
    const then = now.prior ? measurements.find(({ id }) => id === now.prior) : onlyPrior(measurements);
    const before = then ? largest(then) : 0;
    if (then && largest(now) > 0 && before > 0) {
      return { before, now: largest(now), beforeWritten: then.written, nowWritten: now.written };
    }
  }
  return null;
}

/** A single earlier size belongs to the one that is now. */
function onlyPrior(measurements: readonly Measurement[]): Measurement | undefined {
  const priors = measurements.filter(({ role }) => role === 'prior');
  const now = measurements.filter(({ role }) => role === 'current');
  return priors.length === 1 && now.length === 1 ? priors[0] : undefined;
}

function largest(measurement: Measurement): number {
  return Math.max(0, ...(measurement.mm ?? []));
}
