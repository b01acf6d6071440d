/** Wing 4, explain: the hard words of the report, each with one sentence of meaning. */
import type { Span } from '../document.ts';
import type { ExplainedTerm } from '../explanation.ts';
import type { Knowledge, Related } from '../stages.ts';
import type { Speech } from './speech.ts';

const LONGEST = 60; // characters of one span

export function termsOf(
  { matches, source, scores }: Related,
  { reading }: Knowledge,
  { definition, category: categoryWords }: Pick<Speech, 'definition' | 'category'>,
): readonly ExplainedTerm[] {
  const found = new Map<string, { slug: string; term: string; definition: string; spans: Span[] }>();
  const add = (slug: string, definition: string | undefined, [start, end]: Span): void => {
    if (!definition || end - start > LONGEST) return;
    const known = found.get(slug);
    if (known) known.spans.push([start, end]);
    else
      found.set(slug, {
        slug,
        term: source.text.slice(start, end).replace(/\s+/g, ' '),
        definition,
        spans: [[start, end]],
      });
  };
  for (const { entry, start, end } of matches.concept) {
    const concept = reading.concepts[entry];
    if (concept) add(concept.id, definition.concept(concept.id), [start, end]);
  }
  for (const { entry, start, end } of matches.modifier) {
    const modifier = reading.modifiers[entry];
    if (modifier?.term) add(modifier.id, definition.modifier(modifier), [start, end]);
  }
  for (const { system, category, span } of scores) {
    const means = categoryWords(system, category)?.means;
    add(`${system} ${category}`.toLowerCase().replace(/[^a-z0-9]+/g, '-'), means, span);
  }
  return [...found.values()].sort((a, b) => (a.spans[0]?.[0] ?? 0) - (b.spans[0]?.[0] ?? 0));
}
