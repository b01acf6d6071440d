/** Sizes of one lesion through its reports, drawn to one scale from zero; the table beside it says the same. */
import { useDashboardWords } from '../words/dashboard/use-words.ts';
import type { Point, SeriesOf } from './series.ts';

const [WIDTH, HEIGHT] = [320, 132];
const [LEFT, RIGHT, TOP, BOTTOM] = [34, 34, 30, 104];

/** Nothing where fewer than two reports give a size. */
export function SeriesChart({ series: { name, points } }: { readonly series: SeriesOf }) {
  const { comparing } = useDashboardWords();
  const placed = placesOf(points);
  if (placed.length < 2) return null;
  const said = placed.map(({ point }) => comparing.point(point.date, point.written)).join('; ');
  return (
    <svg class="series-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={comparing.chart(name, said)}>
      <path class="base" d={`M${LEFT - 18} ${BOTTOM}H${WIDTH - RIGHT + 18}`} />
      <path class="line" d={placed.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('')} />
      {placed.map(({ x, y, point }, at) => (
        <g key={point.id} class={at === placed.length - 1 ? 'now' : 'was'}>
          <circle cx={x} cy={y} r="6" />
          <text x={x} y={y - 13}>
            {point.written}
          </text>
          <text class="day" x={x} y={HEIGHT - 8}>
            {point.month}
          </text>
        </g>
      ))}
    </svg>
  );
}

interface Placed {
  readonly point: Point;
  readonly x: number;
  readonly y: number;
}

/** By their days where all have one, else one after the other. */
function placesOf(points: readonly Point[]): readonly Placed[] {
  const sized = points.filter((point): point is Point & { readonly mm: number } => point.mm !== null);
  const days = sized.map(({ day }) => (day ? Date.parse(day) : Number.NaN));
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  const isDated = days.every((day) => !Number.isNaN(day)) && last > first;
  const largest = Math.max(1, ...sized.map(({ mm }) => mm));
  return sized.map((point, at) => {
    const along = isDated ? ((days[at] ?? first) - first) / (last - first) : at / Math.max(1, sized.length - 1);
    return {
      point,
      x: Math.round(LEFT + along * (WIDTH - LEFT - RIGHT)),
      y: Math.round(BOTTOM - (point.mm / largest) * (BOTTOM - TOP)),
    };
  });
}
