/** Wing 1, segment: text → sections, statements, impression items, tokens. */
import type { Source } from '../document.ts';
import type { Knowledge, Segmented } from '../stages.ts';
import { tokenize } from '../token.ts';

export function segment(source: Source, knowledge: Knowledge): Segmented {
  const tokens = tokenize(source.text, knowledge.lexicon.spelling);
  return { source, tokens, sections: [], statements: [], items: [], status: null, warnings: [] };
}
