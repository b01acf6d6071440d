/** The explanation as headings, paragraphs, lists and quotes, in the order of the result page: every text format is made from it. */
import type { Explanation } from '@readingscan/engine';
import { wordsOf } from './words.ts';

export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'item'; readonly number: number; readonly lines: readonly string[]; readonly quote: string }
  | { readonly kind: 'list'; readonly lines: readonly string[] }
  | { readonly kind: 'pairs'; readonly pairs: readonly (readonly [name: string, text: string])[] };

const list = (heading: string, lines: readonly string[]): readonly Block[] =>
  lines.length
    ? [
        { kind: 'heading', text: heading },
        { kind: 'list', lines },
      ]
    : [];
const pairs = (heading: string, found: readonly (readonly [string, string])[]): readonly Block[] =>
  found.length
    ? [
        { kind: 'heading', text: heading },
        { kind: 'pairs', pairs: found },
      ]
    : [];

/** Sections that tell what was seen. */
const SEEN: ReadonlySet<string> = new Set(['findings', 'findings_impression', 'impression', 'addendum', 'other']);

/** Without an Impression, every sentence of what was found, with its own words: "read what it found below". */
function foundIn({ reading, sections }: Explanation, heading: string): readonly Block[] {
  const seen = new Set(reading.sections.filter(({ code }) => SEEN.has(code)).map(({ id }) => id));
  const spans = new Map(reading.statements.map(({ id, span }) => [id, span]));
  const told = sections.flatMap(({ section, statements }) => (seen.has(section) ? statements : []));
  const items = told.map(({ statement, plain }, at): Block => {
    const [start, end] = spans.get(statement) ?? [0, 0];
    const quote = reading.source.text.slice(start, end).replace(/\s+/g, ' ').trim();
    return { kind: 'item', number: at + 1, lines: plain.map(({ text }) => text), quote };
  });
  return items.length ? [{ kind: 'heading', text: heading }, ...items] : [];
}

export function outline(e: Explanation): readonly Block[] {
  const words = wordsOf(e.language);
  return [
    { kind: 'title', text: words.title },
    ...e.notices.map(({ text }): Block => ({ kind: 'paragraph', text })),
    { kind: 'paragraph', text: e.headline.text },
    { kind: 'paragraph', text: e.urgency.text },
    ...(e.items.length ? [{ kind: 'heading', text: words.impression } as const] : foundIn(e, words.found)),
    ...e.items.map(
      ({ rank, plain, certainty, change, original }): Block => ({
        kind: 'item',
        number: rank,
        lines: [
          ...plain.map(({ text }) => text),
          ...(certainty ? [certainty.text] : []),
          ...(change ? [change.text] : []),
        ],
        quote: original.replace(/\s+/g, ' ').trim(),
      }),
    ),
    ...list(words.nextSteps, [
      ...e.communications.flatMap(({ plain }) => plain.map(({ text }) => text)),
      ...e.nextSteps.map(({ text, due }) =>
        due
          ? `${text} (${due.earliest}${due.latest && due.latest !== due.earliest ? ` ${words.until} ${due.latest}` : ''})`
          : text,
      ),
    ]),
    ...list(
      words.fine,
      e.normal.map(({ text }) => text),
    ),
    ...list(
      words.questions,
      e.questions.map(({ text }) => text),
    ),
    ...list(
      words.secondOpinion,
      e.secondOpinion.map(({ text }) => text),
    ),
    ...list(
      words.worthAsking,
      e.worthAsking.map(({ text }) => text),
    ),
    ...pairs(
      words.phrases,
      e.phrases.map(({ phrase, means, doesNotMean }) => [phrase, `${means} ${doesNotMean}`]),
    ),
    ...pairs(
      words.terms,
      e.terms.map(({ term, definition }) => [term, definition]),
    ),
    ...list(
      words.notExplained,
      e.notExplained.map(({ text }) => text.replace(/\s+/g, ' ')),
    ),
    { kind: 'paragraph', text: e.disclaimer },
  ];
}
