/** An explanation → the format asked for. */
import type { Explanation } from '@readingscan/engine';
import { toFhir } from './fhir.ts';
import { toHtml } from './html.ts';
import { toIcs } from './ics.ts';
import { toMarkdown } from './markdown.ts';
import { outline } from './outline.ts';
import { toPdf } from './pdf.ts';
import { toText } from './text.ts';

export type RenderFormat = 'text' | 'markdown' | 'html' | 'pdf' | 'fhir' | 'ics';

/** Text, or bytes for PDF. Pure: the same explanation gives the same bytes. */
export function render(explanation: Explanation, format: RenderFormat): string | Uint8Array {
  switch (format) {
    case 'text':
      return toText(outline(explanation), explanation.language);
    case 'markdown':
      return toMarkdown(outline(explanation), explanation.language);
    case 'html':
      return toHtml(outline(explanation), explanation.language);
    case 'pdf':
      return toPdf(toText(outline(explanation), explanation.language));
    case 'fhir':
      return toFhir(explanation);
    case 'ics':
      return toIcs(explanation);
  }
}
