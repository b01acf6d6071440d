/** The explanation as blocks, in the order of the result page: every format of it is made from them. */
import type { Explanation, Span } from '@readingscan/engine';
import type { Block, Item, Mark, ReportPart, Step } from './blocks.ts';
import { dayIn } from './day.ts';
import { wordsOf } from './words.ts';

export const under = (heading: string, lines: readonly string[], mark: Mark = 'dot'): readonly Block[] =>
  lines.length
    ? [
        { kind: 'heading', text: heading },
        { kind: 'list', mark, lines },
      ]
    : [];

const pairsUnder = (heading: string, pairs: readonly (readonly [string, string])[]): readonly Block[] =>
  pairs.length
    ? [
        { kind: 'heading', text: heading },
        { kind: 'pairs', pairs },
      ]
    : [];

/** Sections that tell what was seen. */
const SEEN: ReadonlySet<string> = new Set(['findings', 'findings_impression', 'impression', 'addendum', 'other']);

/** What the explanation rests on: items of the Impression, or every sentence of what was found. */
interface Quoted {
  readonly items: readonly Item[];
  readonly spans: readonly (readonly [anchor: string, span: Span])[];
  readonly heading: string;
}

function quotedIn(e: Explanation): Quoted {
  const words = wordsOf(e.language);
  const wholes = new Map(e.reading.impression.map(({ id, span }) => [id, span]));
  if (e.items.length)
    return {
      heading: words.impression,
      items: e.items.map(({ impression, rank, plain, certainty, change, original }) => ({
        kind: 'item',
        number: rank,
        lines: plain.map(({ text }) => text),
        facts: [certainty, change].flatMap((fact) => (fact ? [fact.text] : [])),
        quote: inOneLine(original),
        anchor: impression,
      })),
      spans: e.items.flatMap(({ impression }) => {
        const span = wholes.get(impression);
        return span ? [[impression, span] as const] : [];
      }),
    };
  const seen = new Set(e.reading.sections.filter(({ code }) => SEEN.has(code)).map(({ id }) => id));
  const spans = new Map(e.reading.statements.map(({ id, span }) => [id, span]));
  const told = e.sections.flatMap(({ section, statements }) => (seen.has(section) ? statements : []));
  return {
    heading: words.found,
    items: told.map(({ statement, plain }, at) => {
      const [start, end] = spans.get(statement) ?? [0, 0];
      return {
        kind: 'item',
        number: at + 1,
        lines: plain.map(({ text }) => text),
        facts: [],
        quote: inOneLine(e.reading.source.text.slice(start, end)),
        anchor: statement,
      };
    }),
    spans: told.flatMap(({ statement }) => {
      const span = spans.get(statement);
      return span ? [[statement, span] as const] : [];
    }),
  };
}

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Who was told, then what is asked for, with the dates that the report gives. */
export function stepsOf({ communications, nextSteps, language }: Explanation): readonly Step[] {
  const { until } = wordsOf(language);
  return [
    ...communications.flatMap(({ plain }) => plain.map(({ text }): Step => ({ text, when: null }))),
    ...nextSteps.map(({ text, due }): Step => {
      if (!due) return { text, when: null };
      const last = due.latest && due.latest !== due.earliest ? ` ${until} ${dayIn(language, due.latest)}` : '';
      return { text, when: dayIn(language, due.earliest) + last };
    }),
  ];
}

export const stepsUnder = (heading: string, steps: readonly Step[]): readonly Block[] =>
  steps.length
    ? [
        { kind: 'heading', text: heading },
        { kind: 'steps', steps },
      ]
    : [];

/** What comes first of all: what to know before it, what it says overall, and how soon. */
export const openingOf = (e: Explanation): readonly Block[] => [
  ...e.notices.map(({ text }): Block => ({ kind: 'notice', text })),
  { kind: 'headline', text: e.headline.text },
  { kind: 'urgency', tier: e.urgency.tier, text: e.urgency.text },
];

export function outline(e: Explanation): readonly Block[] {
  const words = wordsOf(e.language);
  const { heading, items } = quotedIn(e);
  const texts = (told: readonly { readonly text: string }[]): readonly string[] => told.map(({ text }) => text);
  return [
    { kind: 'title', text: words.title },
    ...openingOf(e),
    ...(items.length ? [{ kind: 'heading', text: heading } as const, ...items] : []),
    ...stepsUnder(words.nextSteps, stepsOf(e)),
    ...under(words.fine, texts(e.normal), 'tick'),
    ...under(words.questions, texts(e.questions), 'box'),
    ...under(words.secondOpinion, texts(e.secondOpinion)),
    ...under(words.worthAsking, texts(e.worthAsking), 'box'),
    ...pairsUnder(
      words.phrases,
      e.phrases.map(({ phrase, means, doesNotMean }) => [inOneLine(phrase), `${means}${words.gap}${doesNotMean}`]),
    ),
    ...pairsUnder(
      words.terms,
      e.terms.map(({ term, definition }) => [inOneLine(term), definition]),
    ),
    ...under(words.notExplained, texts(e.notExplained).map(inOneLine)),
    { kind: 'small', text: e.disclaimer },
  ];
}

/** The outline, and behind it the whole report: a document that can be kept alone. */
export function wholeOf(e: Explanation): readonly Block[] {
  const { wholeReport } = wordsOf(e.language);
  const report = { kind: 'report', parts: partsOf(e.reading.source.text, quotedIn(e).spans) } as const;
  return [...outline(e), { kind: 'heading', text: wholeReport }, report];
}

/** The text cut at the spans, all of it kept; a span that overlaps an earlier one marks what is left of it. */
function partsOf(text: string, spans: Quoted['spans']): readonly ReportPart[] {
  const parts: ReportPart[] = [];
  let at = 0;
  for (const [anchor, [start, end]] of spans.toSorted(([, a], [, b]) => a[0] - b[0])) {
    const from = Math.max(start, at);
    if (end <= from) continue;
    if (from > at) parts.push({ text: text.slice(at, from), anchor: null });
    parts.push({ text: text.slice(from, end), anchor });
    at = end;
  }
  return at < text.length ? [...parts, { text: text.slice(at), anchor: null }] : parts;
}
