/** What reports say together, where the language has no sentences of the engine for it: one line for each lesion and each advice that was followed or missed. */
import type { Compared } from '@readingscan/reader/browser';
import type { DashboardWords } from '../words/dashboard/words.ts';
import type { SeriesOf } from './series.ts';

/** What may need a step comes first, as the engine has it. */
const ORDER: readonly SeriesOf['kind'][] = [
  'new',
  'increased',
  'uncertain',
  'only',
  'not-mentioned',
  'decreased',
  'stable',
  'gone',
];
const SIZED: ReadonlySet<SeriesOf['kind']> = new Set(['increased', 'stable', 'decreased', 'uncertain']);

export function toldOf(
  { comparison }: Compared,
  all: readonly SeriesOf[],
  { comparing }: DashboardWords,
): readonly string[] {
  const lesions = [...all]
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
    .map(({ name, kind, change, points }) => {
      const sizes = points.filter(({ mm }) => mm !== null);
      const [before, now] = [sizes.at(-2), sizes.at(-1)];
      const isSized = SIZED.has(kind) && before && now;
      return comparing.told(
        name,
        within(change, comparing.ends),
        isSized ? comparing.fromTo(before.written, now.written) : '',
      );
    });
  const advice = comparison.recommendations.flatMap(({ report, recommendation, answered }) => {
    if (answered === 'unknown') return [];
    const reading = comparison.reports.find(({ id }) => id === report)?.reading;
    const span = reading?.recommendations.find(({ id }) => id === recommendation)?.span;
    return reading && span
      ? [comparing.answered[answered](reading.source.text.slice(...span).replace(/[.\s]+$/, ''))]
      : [];
  });
  return [...lesions, ...advice];
}

/** Said within a sentence, and ended. */
const within = (change: string, end: string): string =>
  `${change.charAt(0).toLowerCase()}${change.slice(1)}${change.endsWith(end) ? '' : end}`;
