/** The guarantees of CONTRACT.md that hold for every explanation, as a list of breaches. */
import type { Explanation, Span } from '../../src/index.ts';

interface Sentence {
  readonly where: string;
  readonly text: string;
  readonly basis: readonly Span[];
}

const told = (e: Explanation): readonly Sentence[] => [
  { where: 'headline', ...e.headline },
  { where: 'urgency', text: e.urgency.text, basis: e.urgency.basis },
  ...e.items.flatMap((item) => [
    ...item.plain.map((sentence) => ({ where: 'item', ...sentence })),
    ...(item.certainty ? [{ where: 'certainty', ...item.certainty }] : []),
    ...(item.change ? [{ where: 'change', ...item.change }] : []),
    ...item.supportedBy.flatMap(({ plain }) => plain.map((sentence) => ({ where: 'support', ...sentence }))),
  ]),
  ...e.sections.flatMap(({ statements }) =>
    statements.flatMap(({ plain }) => plain.map((sentence) => ({ where: 'section', ...sentence }))),
  ),
  ...e.normal.map((sentence) => ({ where: 'normal', ...sentence })),
  ...e.nextSteps.map((sentence) => ({ where: 'next', ...sentence })),
  ...e.communications.flatMap(({ plain }) => plain.map((sentence) => ({ where: 'communication', ...sentence }))),
  ...e.questions.map((sentence) => ({ where: 'question', ...sentence })),
  ...e.secondOpinion.map((sentence) => ({ where: 'second opinion', ...sentence })),
  ...e.worthAsking.map((sentence) => ({ where: 'worth asking', ...sentence })),
  ...e.notices.map((sentence) => ({ where: 'notice', ...sentence })),
];

const NEVER =
  /\b(?:nothing to worry about|you are fine|don't worry|do not worry|you can wait|fatal|deadly|survival|ticking)\b|\d+ ?% (?:chance|risk)/i;
const numbers = (text: string): readonly string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? [];

/** What must be the same in every language: how urgent, how sure, which steps, when. */
export const facts = (e: Explanation): unknown => ({
  tier: e.urgency.tier,
  certainty: e.items.map(({ certainty }) => certainty?.rank ?? null),
  change: e.items.map(({ change }) => change !== null),
  steps: e.nextSteps.map(({ recommendation, due }) => [recommendation, due]),
  worthAsking: e.worthAsking.map(({ check }) => check),
});

/** As `breaches`. How far the impression is understood is found in the language that is read, and units are words of their own. */
export const breachesInTranslation = (e: Explanation): readonly string[] =>
  breaches(e).filter((breach) => !breach.startsWith('reassuring'));

export function breaches(e: Explanation): readonly string[] {
  const { reading } = e;
  const { text } = reading.source;
  const found: string[] = [];
  const inside = ([start, end]: Span): boolean =>
    Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= text.length;
  for (const { where, text: sentence, basis } of told(e)) {
    if (basis.length === 0 || !basis.every(inside)) found.push(`${where}: no sound basis: ${sentence}`);
    if (NEVER.test(sentence) && !NEVER.test(basis.map(([start, end]) => text.slice(start, end)).join(' ')))
      found.push(`${where}: never said: ${sentence}`);
    const rests = basis.map(([start, end]) => text.slice(start, end)).join(' ');
    if (where !== 'next' && where !== 'urgency') {
      for (const number of numbers(sentence))
        if (!numbers(rests).includes(number)) found.push(`${where}: number ${number} without basis: ${sentence}`);
    }
  }
  if (e.items.map(({ impression }) => impression).join() !== reading.impression.map(({ id }) => id).join())
    found.push('items are not those of the impression in their order');
  for (const item of e.items) if (item.plain.length === 0) found.push(`item ${item.rank} is not told`);
  const counts = new Map<string, number>();
  for (const { statements } of e.sections)
    for (const { statement } of statements) counts.set(statement, (counts.get(statement) ?? 0) + 1);
  for (const { id } of reading.statements)
    if (counts.get(id) !== 1) found.push(`statement ${id} is told ${counts.get(id) ?? 0} times`);
  for (const { statements } of e.sections) {
    for (const { statement, how } of statements) {
      const span = reading.statements.find(({ id }) => id === statement)?.span;
      if (
        how === 'verbatim' &&
        span &&
        !e.notExplained.some((piece) => piece.span[0] < span[1] && span[0] < piece.span[1])
      )
        found.push(`${statement} is shown as written and not listed`);
    }
  }
  if (
    e.urgency.tier === 'reassuring' &&
    reading.impression.some(({ span }) =>
      e.notExplained.some((piece) => piece.span[0] < span[1] && span[0] < piece.span[1]),
    )
  )
    found.push('reassuring, though part of the impression is not understood');
  return found;
}
