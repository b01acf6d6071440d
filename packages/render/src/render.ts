/** An explanation → the format asked for. */
import type { Explanation } from '@readingscan/engine';
import { toFhir } from './fhir.ts';
import { toHtml } from './html.ts';
import { toIcs } from './ics.ts';
import { toMarkdown } from './markdown.ts';
import { outline, wholeOf } from './outline.ts';
import { pdfOf } from './pdf-of.ts';
import { sheet } from './sheet.ts';
import { toText } from './text.ts';

export type RenderFormat = 'text' | 'markdown' | 'html' | 'pdf' | 'fhir' | 'ics';

export interface RenderOptions {
  /** only the page for the visit; FHIR and a calendar are the same with it */
  readonly sheet?: boolean;
  /** when the document is made, ISO 8601 with its time zone: only FHIR asks; now, unless it is given */
  readonly made?: string;
}

/** Text, or bytes for PDF. Pure but for the time: the same explanation gives the same bytes. */
export function render(
  explanation: Explanation,
  format: RenderFormat,
  { sheet: isSheet = false, made = new Date().toISOString() }: RenderOptions = {},
): string | Uint8Array {
  const { language } = explanation;
  switch (format) {
    case 'text':
      return toText(isSheet ? sheet(explanation) : outline(explanation), language);
    case 'markdown':
      return toMarkdown(isSheet ? sheet(explanation) : outline(explanation), language);
    case 'html':
      return toHtml(isSheet ? sheet(explanation) : wholeOf(explanation), language);
    case 'pdf':
      return pdfOf(explanation, isSheet);
    case 'fhir':
      return toFhir(explanation, made);
    case 'ics':
      return toIcs(explanation);
  }
}
