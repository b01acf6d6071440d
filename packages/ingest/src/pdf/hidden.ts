/** Text of a PDF that the eye does not see: left out of the source, and said. */
import type { Source, Warning } from '@readingscan/engine';
import type { PdfPage } from './page.ts';

/** A warning where words were left out, and one where the page shows other numbers than its text. */
export function hiddenWarnings(source: Source, pages: readonly PdfPage[]): Warning[] {
  const hidden = pages.flatMap((page, index): Warning[] =>
    page.hidden === 0
      ? []
      : [{ code: 'hidden-text', message: HIDDEN, basis: [source.pages?.[index]?.span ?? [0, source.text.length]] }],
  );
  const differing = pages.flatMap((page, index) => (page.scanned ? [] : [index + 1]));
  const spans = (source.doubts ?? [])
    .filter((doubt) => differing.includes(pageOf(source, doubt.span[0])))
    .map((doubt) => doubt.span);
  return spans.length === 0 ? hidden : [...hidden, { code: 'text-layer-differs', message: DIFFERS, basis: spans }];
}

const HIDDEN = 'This PDF holds text that cannot be seen on the page. It was left out.';
const DIFFERS = 'This PDF shows other numbers than its text holds. Check them against what you see on the page.';

const pageOf = (source: Source, at: number) =>
  source.pages?.find(({ span }) => at >= span[0] && at < span[1])?.number ?? 0;
