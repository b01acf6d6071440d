/** Where words stand: the statement around them, and the name of its section. */
import type { Span } from '@readingscan/engine';
import type { Words } from '../words/words.ts';
import type { View } from './view.ts';

export function sectionAt(view: View, span: Span, words: Words): { readonly span: Span; readonly name: string } {
  const { statements } = view.explanation.reading;
  const around = statements.find((statement) => statement.span[0] <= span[0] && statement.span[1] >= span[1]);
  const code = (around && view.section(around.section)?.code) ?? 'other';
  return { span: around?.span ?? span, name: words.result.sections[code][0] };
}
