/** The doubtful word as it stands on the picture, with what is around it: the person's own eyes decide. */
import type { Source, Span } from '@readingscan/engine';
import { useWords } from '../words/use-words.ts';

interface Props {
  readonly source: Source | null;
  /** span in the source, before anything was corrected */
  readonly span: Span;
  readonly urls: readonly string[];
}

export function PlaceOnPhoto({ source, span, urls }: Props) {
  const words = useWords();
  const word = source?.words?.find((placed) => placed.span[0] < span[1] && placed.span[1] > span[0]);
  const page = source?.pages?.find(({ number }) => number === word?.page);
  const url = urls[(page?.number ?? 0) - 1];
  if (!word || !page || !url || source?.kind !== 'image') return null;
  const [x, y, width, height] = word.box;
  const across = Math.min(page.width, Math.max(width * 2, height * 16));
  const tall = Math.min(page.height, height * 4);
  const left = Math.min(Math.max(0, x + width / 2 - across / 2), page.width - across);
  const top = Math.min(Math.max(0, y + height / 2 - tall / 2), page.height - tall);
  return (
    <svg class="place-photo" viewBox={`${left} ${top} ${across} ${tall}`} role="img" aria-label={words.correct.onPhoto}>
      <image href={url} width={page.width} height={page.height} preserveAspectRatio="none" />
      <rect
        class="on-photo is-doubtful"
        x={x - height * 0.2}
        y={y - height * 0.2}
        width={width + height * 0.4}
        height={height * 1.4}
        rx={height * 0.2}
      />
    </svg>
  );
}
