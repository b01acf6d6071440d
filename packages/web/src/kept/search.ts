/** Search over what was opened: in memory alone, no index of words is ever written down. */
import type { Digest } from '@readingscan/reader/browser';
import type { KeptReport } from './report.ts';
import type { Place } from './shelf.ts';

/** A report and what a list shows of it; null until it was told again. */
export interface Listed {
  readonly place: Place;
  readonly report: KeptReport;
  readonly digest: Digest | null;
}

export interface Asked {
  readonly query: string;
  /** null: everyone */
  readonly person: string | null;
  readonly tag: string | null;
}

/** One of a list: the same report may be kept in both places. */
export const keyOf = ({ place, report }: Listed): string => `${place}-${report.id}`;

/** Letters as they are compared: without case or marks. */
export const plainLetters = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Every word of the query stands somewhere in the report, in what it says in plain words, in a tag or a name. */
export function foundIn(list: readonly Listed[], { query, person, tag }: Asked): readonly Listed[] {
  const words = plainLetters(query).split(/\s+/).filter(Boolean);
  return list.filter(({ report, digest }) => {
    if (person !== null && report.person !== person) return false;
    if (tag !== null && !report.tags.includes(tag)) return false;
    if (words.length === 0) return true;
    const text = lettersOf(report, digest);
    return words.every((word) => text.includes(word));
  });
}

/** The newest scan first; one without a date by the day it was kept. What is not told yet stands behind. */
export function inOrder(list: readonly Listed[]): readonly Listed[] {
  return [...list].sort(
    (a, b) =>
      Number(a.digest === null) - Number(b.digest === null) ||
      dayOf(b).localeCompare(dayOf(a)) ||
      b.report.kept.localeCompare(a.report.kept),
  );
}

const dayOf = ({ report, digest }: Listed): string => digest?.study.date ?? report.kept.slice(0, 10);

/** Made once for each report and digest, as a search runs with each letter that is typed. */
const letters = new WeakMap<KeptReport, { readonly digest: Digest | null; readonly text: string }>();

function lettersOf(report: KeptReport, digest: Digest | null): string {
  const known = letters.get(report);
  if (known?.digest === digest) return known.text;
  const said = digest ? [digest.headline, ...digest.parts, ...digest.nextSteps.map(({ text }) => text)] : [];
  const text = plainLetters([report.source.text, report.person, ...report.tags, ...said].join('\n'));
  letters.set(report, { digest, text });
  return text;
}
