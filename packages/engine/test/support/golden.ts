/** The golden reports: a folder each with report.txt (ours, synthetic), explanation.txt and explanation.<language>.txt (what it must be told as). */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Explanation } from '../../src/index.ts';

const FOLDER = fileURLToPath(new URL('../../golden', import.meta.url));

export interface Golden {
  readonly name: string;
  readonly report: string;
  readonly expectedPath: string;
  readonly pathIn: (language: string) => string;
}

export const goldenReports = (): readonly Golden[] =>
  readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      name,
      report: readFileSync(`${FOLDER}/${name}/report.txt`, 'utf8'),
      expectedPath: `${FOLDER}/${name}/explanation.txt`,
      pathIn: (language) => `${FOLDER}/${name}/explanation.${language}.txt`,
    }));

/** Everything a person is told, one line each, with the words it rests on. */
export function told(e: Explanation): string {
  const { text } = e.reading.source;
  const quote = (spans: readonly (readonly [number, number])[]): string =>
    spans.map(([start, end]) => text.slice(start, end).replace(/\s+/g, ' ')).join(' … ');
  const statements = new Map(e.reading.statements.map((statement) => [statement.id, statement]));
  return [
    ...e.notices.map((notice) => `notice: ${notice.text}`),
    `headline: ${e.headline.text}`,
    `urgency: ${e.urgency.tier}: ${e.urgency.text}`,
    ...e.items.flatMap((item) => [
      '',
      `item ${item.rank} (${item.urgency}): ${item.original.replace(/\s+/g, ' ')}`,
      ...item.plain.map((sentence) => `  ${sentence.how}: ${sentence.text}`),
      ...(item.certainty ? [`  certainty: ${item.certainty.rank}`] : []),
      ...(item.change ? [`  change: ${item.change.text}`] : []),
      ...item.supportedBy.map(
        (support) => `  supported by: ${quote([statements.get(support.statement)?.span ?? [0, 0]])}`,
      ),
    ]),
    '',
    ...e.sections.flatMap(({ section, statements: list }) => [
      `section ${e.reading.sections.find(({ id }) => id === section)?.code ?? '?'}`,
      ...list.flatMap(({ statement, plain }) => [
        `  > ${quote([statements.get(statement)?.span ?? [0, 0]])}`,
        ...plain.map((sentence) => `    ${sentence.text}`),
      ]),
    ]),
    '',
    ...e.nextSteps.map(
      (step) => `next: ${step.text}${step.due ? ` [${step.due.earliest}..${step.due.latest ?? ''}]` : ''}`,
    ),
    ...e.communications.flatMap(({ plain }) => plain.map((sentence) => `communication: ${sentence.text}`)),
    ...e.normal.map((sentence) => `fine: ${sentence.text}`),
    ...e.questions.map((sentence) => `question: ${sentence.text}`),
    ...e.secondOpinion.map((sentence) => `second opinion: ${sentence.text}`),
    ...e.worthAsking.map((sentence) => `worth asking: ${sentence.text}`),
    ...e.phrases.map(({ slug, phrase }) => `phrase: ${slug}: ${phrase}`),
    `terms: ${e.terms.map(({ slug }) => slug).join(', ')}`,
    ...e.notExplained.map((piece) => `not explained: ${piece.text.replace(/\s+/g, ' ')}`),
    '',
  ].join('\n');
}
