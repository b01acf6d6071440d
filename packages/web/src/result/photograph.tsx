/** The person's own photograph, with the words of a sentence marked where they stand on it. */
import type { Page, Span } from '@readingscan/engine';
import { useWords } from '../words/use-words.ts';
import type { Mark } from './cut.ts';
import type { View } from './view.ts';

interface Props {
  readonly view: View;
  readonly pictures: readonly string[];
}

export function Photographs({ view, pictures }: Props) {
  const words = useWords();
  const { pages = [] } = view.explanation.reading.source;
  if (pictures.length === 0 || pages.length !== pictures.length) return null;
  const marks = marksOf(view);
  return (
    <figure class="photographs">
      {/* it scrolls by itself: by keyboard too */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached */}
      <section class="photograph-strip" aria-labelledby="h-photographs" tabIndex={0}>
        {pages.map((page, index) => (
          <Photograph key={page.number} view={view} page={page} picture={pictures[index] ?? ''} marks={marks} />
        ))}
      </section>
      <figcaption class="caption" id="h-photographs">
        <span class="key" aria-hidden="true" /> {words.result.whole.photo}
      </figcaption>
    </figure>
  );
}

interface OnePage {
  readonly view: View;
  readonly page: Page;
  readonly picture: string;
  readonly marks: readonly Mark[];
}

function Photograph({ view, page, picture, marks }: OnePage) {
  const words = useWords();
  const { words: placed = [], doubts = [] } = view.explanation.reading.source;
  return (
    <svg viewBox={`0 0 ${page.width} ${page.height}`} role="img" aria-label={words.reader.page(page.number)}>
      <image href={picture} width={page.width} height={page.height} preserveAspectRatio="none" />
      {placed
        .filter((word) => word.page === page.number)
        .map(({ span, box: [x, y, width, height] }) => {
          const ids = marks.filter((mark) => overlaps(mark.span, span)).map(({ id }) => id);
          const doubtful = doubts.some((doubt) => overlaps(doubt.span, span));
          if (ids.length === 0 && !doubtful) return null;
          return (
            <rect
              key={span[0]}
              class={doubtful ? 'on-photo is-doubtful' : 'on-photo'}
              data-for={ids.join(' ')}
              x={x - height * 0.15}
              y={y - height * 0.15}
              width={width + height * 0.3}
              height={height * 1.3}
              rx={height * 0.15}
            />
          );
        })}
    </svg>
  );
}

/** What every sentence of the cards and of the whole report rests on. */
function marksOf({ explanation }: View): readonly Mark[] {
  const items = explanation.items.flatMap(({ impression, plain }) => sentenceMarks(impression, plain));
  const statements = explanation.sections.flatMap((section) =>
    section.statements.flatMap(({ statement, plain }) => sentenceMarks(statement, plain)),
  );
  return [...items, ...statements];
}

function sentenceMarks(owner: string, plain: readonly { readonly basis: readonly Span[] }[]): readonly Mark[] {
  return plain.flatMap(({ basis }, index) => basis.map((span) => ({ span, id: `${owner}-${index}` })));
}

function overlaps(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1];
}
