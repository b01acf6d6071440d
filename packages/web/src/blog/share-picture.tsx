/** What is shown where an article is shared: its title, the drawing of its shelf, our name. Made at build; letters come as outlines. */
import { Logo } from '../layout/icon.tsx';
import { ShelfPicture } from './shelf-picture.tsx';

export interface Outlined {
  readonly width: number;
  readonly paths: readonly { readonly d: string; readonly x: number; readonly y: number; readonly scale: number }[];
}

interface Props {
  readonly title: string;
  readonly shelf: string;
  readonly brand: Outlined;
  readonly lines: readonly Outlined[];
  /** pixels from one line to the next */
  readonly leading: number;
}

export const SHARE = { width: 1200, height: 630, left: 84, textWidth: 660, middle: 338 } as const;

/** The light palette as values: a picture has no other. */
const LOOK = `
svg { fill: none; stroke-linecap: round; stroke-linejoin: round; }
.shelf-picture { stroke-width: 2.4px; }
.logo-mark { stroke-width: 2.6px; }
.ink { fill: #142029; }
.pic-paper { fill: #fbf9f3; stroke: #142029; }
.pic-edge, .pic-ink { stroke: #142029; }
.pic-text { stroke: #7d8a94; }
.pic-frame { stroke: #1d449f; stroke-width: 4px; }
.pic-marker { fill: #ffe277; stroke: #8a6a00; }
.pic-thread { stroke: #8a6a00; }
.pic-knot { fill: #8a6a00; }
.pic-card { fill: #fff; stroke: #142029; }
.logo-sheet { stroke: #142029; fill: #fff; }
.logo-marker { fill: #ffe277; }
.logo-line { stroke: #142029; }
`;

export function SharePicture({ title, shelf, brand, lines, leading }: Props) {
  const { width, height, left, middle } = SHARE;
  const first = middle - ((lines.length - 1) * leading) / 2 + leading * 0.3;
  return (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
      <title>{title}</title>
      <style>{LOOK}</style>
      <path d={`M0 0h${width}v${height}H0z`} fill="#f0f4f6" />
      <svg x={left - 8} y="70" width="64" height="64" viewBox="0 0 32 32" aria-hidden="true">
        <Logo />
      </svg>
      <Letters line={brand} x={left + 68} y={115} />
      {lines.map((line, at) => (
        <Letters key={String(at)} line={line} x={left} y={first + at * leading} />
      ))}
      <svg x="766" y="188" width="380" height="290" viewBox="12 0 176 126" aria-hidden="true">
        <ShelfPicture shelf={shelf} />
      </svg>
    </svg>
  );
}

function Letters({ line, x, y }: { readonly line: Outlined; readonly x: number; readonly y: number }) {
  return (
    <g class="ink" transform={`translate(${x} ${y})`}>
      {line.paths.map(({ d, x: along, y: up, scale }) => (
        <path key={`${along}`} d={d} transform={`translate(${along} ${up}) scale(${scale} ${-scale})`} />
      ))}
    </g>
  );
}
