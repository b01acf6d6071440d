/** The line drawing of a body from the front, and where its places are: for each, how far from the middle, how far down, and how wide. */
import type { BodyPlace } from '@readingscan/engine';

export const CENTERS: Readonly<Record<BodyPlace, readonly [out: number, down: number]>> = {
  head: [9, 32],
  neck: [6, 69],
  chest: [19, 118],
  abdomen: [17, 172],
  pelvis: [15, 215],
  spine: [0, 150],
  shoulder: [37, 93],
  arm: [47, 125],
  elbow: [53, 156],
  wrist: [62, 204],
  hand: [66, 228],
  hip: [33, 222],
  leg: [25, 290],
  knee: [22, 326],
  ankle: [20, 412],
  foot: [23, 431],
};

export const RADIUS: Readonly<Record<BodyPlace, number>> = {
  head: 20,
  neck: 13,
  chest: 22,
  abdomen: 22,
  pelvis: 20,
  spine: 18,
  shoulder: 15,
  arm: 15,
  elbow: 13,
  wrist: 12,
  hand: 14,
  hip: 16,
  leg: 24,
  knee: 16,
  ankle: 13,
  foot: 13,
};

/** Places of which there are two. */
export const PAIRED: ReadonlySet<BodyPlace> = new Set([
  'shoulder',
  'arm',
  'elbow',
  'wrist',
  'hand',
  'hip',
  'leg',
  'knee',
  'ankle',
  'foot',
]);

/** From the neck to the crotch, on the left of the person. */
const HALF =
  'M109 57v13c2 7 10 10 20 13 13 4 20 13 22 29l5 42 12 48c4 8 6 18 5 29-1 8-9 9-12 2l-4-22-13-50-8-39-2 38c-3 15-3 26 0 40 4 14 6 27 5 42l-8 62c1 11 1 19-2 32l-8 48c-1 8 0 13 6 18 5 5 2 9-5 9h-9c-5 0-6-4-5-9l-1-20c-1-22-1-34-1-50 0-10-1-18-2-30l-2-60c0-4-1-6-2-6';

export function BodyOutline() {
  return (
    <g class="body-outline">
      <ellipse cx="100" cy="32" rx="19" ry="25" />
      <path d={HALF} />
      <path d={HALF} transform="matrix(-1 0 0 1 200 0)" />
      <path class="body-spine" d="M100 84v130" />
    </g>
  );
}
