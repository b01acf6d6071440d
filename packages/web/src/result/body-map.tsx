/** Where the items of the Impression lie on the body: a drawing without face, sex or scale, and the same in words. */
import type { ItemPlace } from '@readingscan/engine';
import { useWords } from '../words/use-words.ts';
import type { Words } from '../words/words.ts';
import { type Lit, numbersOf, type Shown, shownOf, spotsOf } from './body-numbers.ts';
import { BodyOutline, PAIRED, RADIUS } from './body-outline.tsx';
import { asksOf, ItemNumber } from './track.tsx';
import type { View } from './view.ts';

export function BodyMap({ view }: { readonly view: View }) {
  const { result } = useWords();
  const lit = view.explanation.items.flatMap((item) => item.places.map((place): Lit => ({ item, place })));
  if (lit.length === 0) return null;
  const items = view.explanation.items.filter(({ places }) => places.length > 0);
  const shown = shownOf(lit);
  return (
    <figure class="body-map" aria-labelledby="h-body">
      <figcaption id="h-body">{result.body.heading}</figcaption>
      <svg viewBox={`-24 ${shown.top} 248 ${shown.height}`} aria-hidden="true">
        <BodyOutline />
        <Fade shown={shown} />
        {lit.map(({ item, place }) => (
          <g key={`${item.impression}-${place.place}-${place.side}`} data-tier={item.urgency}>
            {spotsOf(place).map(([x, y]) => (
              <circle
                key={`${x}-${y}`}
                class={isClear(place) ? 'body-spot' : 'body-spot is-unclear'}
                cx={x}
                cy={y}
                r={RADIUS[place.place]}
              />
            ))}
          </g>
        ))}
        {numbersOf(lit, shown).map(({ item, x, y, to }) => (
          <g
            key={`${item.impression}-${x}-${y}`}
            class={asksOf(item.urgency) ? 'body-asks' : undefined}
            data-tier={item.urgency}
          >
            <path class="body-line" d={`M${x} ${y}L${to[0]} ${to[1]}`} />
            <circle class="body-dot" cx={to[0]} cy={to[1]} r="4" />
            <circle class="body-disc" cx={x} cy={y} r="12" />
            <text class="body-number" x={x} y={y + 5}>
              {item.rank}
            </text>
          </g>
        ))}
      </svg>
      <p class="body-sides caption" aria-hidden="true">
        <span>{result.body.right}</span> <span>{result.body.left}</span>
      </p>
      <ol>
        {items.map((item) => (
          <li key={item.impression} value={item.rank} data-tier={item.urgency}>
            <a href={`#item-${item.impression}`}>
              <ItemNumber rank={item.rank} tier={item.urgency} />{' '}
              {item.places.map((place) => inWords(place, result.body)).join(result.body.and)}
            </a>
          </li>
        ))}
      </ol>
      <p class="caption">{result.body.note}</p>
    </figure>
  );
}

const FADE = 34;
/** past the edge of the drawing, where a row of pixels may be shared */
const EDGE = 4;

/** The lines end softly where the drawing is cut, as it is a part of a body and not a whole one. */
function Fade({ shown: { top, height, cut } }: { readonly shown: Shown }) {
  if (cut === null) return null;
  const [from, to] = cut === 'below' ? [0, 1] : [1, 0];
  return (
    <>
      <linearGradient id="body-fade" x1="0" x2="0" y1={from} y2={to}>
        <stop class="body-fade" offset="0" stop-opacity="0" />
        <stop class="body-fade" offset="0.8" />
      </linearGradient>
      <rect
        x="-24"
        y={cut === 'below' ? top + height - FADE : top - EDGE}
        width="248"
        height={FADE + EDGE}
        fill="url(#body-fade)"
      />
    </>
  );
}

/** Of a pair without a side, or of a leg, only the part of the body is told. */
const isClear = ({ place, side }: ItemPlace): boolean => side !== null || !PAIRED.has(place);

function inWords({ place, side }: ItemPlace, body: Words['result']['body']): string {
  const name = body.places[place];
  if (side) return body.sided(name, body.sides[side]);
  return PAIRED.has(place) ? body.sided(name, body.unsaid) : name;
}
