/** Text of a PDF that the eye does not see: left out of the source, and said. */
import type { Source, Warning } from '@readingscan/engine';
import type { PdfPage } from './page.ts';

/** A warning where words were left out, or where a picture of the page reads otherwise than its text. */
export function hiddenWarnings(source: Source, pages: readonly PdfPage[]): Warning[] {
  const whole = (index: number) => source.pages?.[index]?.span ?? [0, source.text.length];
  return pages.flatMap((page, index): Warning[] =>
    page.hidden > 0
      ? [
          {
            code: 'hidden-text',
            message: 'This PDF holds text that cannot be seen on the page. It was left out.',
            basis: [whole(index)],
          },
        ]
      : [],
  );
}
