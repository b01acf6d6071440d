/** Each lesion that the comparison follows, as a series of what each report says of it. */
import type { Comparison, Lesion } from '@readingscan/engine';
import type { Compared } from '@readingscan/reader/browser';
import type { Language } from '@readingscan/reader/languages';
import { dateInWords, monthInWords } from '../result/dates.ts';
import type { DashboardWords } from '../words/dashboard/words.ts';

export interface Point {
  readonly id: string;
  /** in words */
  readonly date: string;
  /** month and year, or its place in the row */
  readonly month: string;
  /** ISO date, if the report gives it */
  readonly day: string | null;
  /** the largest measure */
  readonly mm: number | null;
  /** as the report writes it, or that it gives none, or does not name it */
  readonly written: string;
}

export interface SeriesOf {
  readonly id: string;
  readonly name: string;
  readonly kind: keyof DashboardWords['comparing']['changes'];
  readonly change: string;
  readonly points: readonly Point[];
}

export function seriesOf(
  { comparison, names }: Compared,
  words: DashboardWords,
  language: Language,
): readonly SeriesOf[] {
  const { comparing } = words;
  return comparison.lesions.map((lesion) => {
    const { laterality } = lesion;
    const side = laterality === null || laterality === 'midline' ? '' : comparing.sides[laterality];
    const name = upperFirst(names[lesion.concept] ?? lesion.concept);
    const kind = kindOf(lesion, comparison);
    return {
      id: lesion.id,
      name: side === '' ? name : comparing.sided(name, side),
      kind,
      change: comparing.changes[kind],
      points: comparison.reports.map(({ id, date, reading }, at) => {
        const seen = lesion.seen.find(({ report }) => report === id);
        return {
          id,
          day: date,
          month: date ? monthInWords(date, language) : String(at + 1),
          date: date ? dateInWords(date, language) : `${comparing.report} ${at + 1}`,
          mm: seen?.mm && seen.mm.length > 0 ? Math.max(...seen.mm) : null,
          written: seen ? (writtenSize(seen, reading) ?? comparing.noSize) : comparing.notNamed,
        };
      }),
    };
  });
}

/** Named by the newest report alone, which does not say that it is new. */
function kindOf({ change, seen }: Lesion, { reports }: Comparison): SeriesOf['kind'] {
  const [only, ...others] = seen;
  return change === 'uncertain' && others.length === 0 && only?.report === reports.at(-1)?.id ? 'only' : change;
}

type Seen = Lesion['seen'][number];
type Reading = Comparison['reports'][number]['reading'];

function writtenSize({ finding, mm }: Seen, reading: Reading): string | null {
  if (!mm) return null;
  const ids = reading.findings.find(({ id }) => id === finding)?.measurements ?? [];
  const own = reading.measurements.find(
    (measurement) => ids.includes(measurement.id) && measurement.role === 'current' && measurement.mm !== null,
  );
  return own?.written ?? `${Math.max(...mm)} mm`;
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
