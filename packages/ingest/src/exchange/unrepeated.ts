/** Which files of an archive are reports, and which of them are one report told twice (a PDF beside a record). */
import type { Extraction } from '@readingscan/engine';
import { alike } from './alike.ts';
import type { Candidate } from './candidates.ts';
import { reportWords } from './report-words.ts';

const ENOUGH = 4;

/** In their order; the copy with a name of its own stays. Where none reads like a report, a lone document is the one meant. */
export async function distinct(candidates: readonly Candidate[]): Promise<readonly Candidate[]> {
  const opened: { readonly candidate: Candidate; readonly words: Extraction }[] = [];
  for (const candidate of candidates) {
    const outcome = await candidate.open();
    if (outcome.ok && outcome.value.source.text.trim() !== '') opened.push({ candidate, words: outcome.value });
  }
  const reports = opened.filter(({ words }) => reportWords(words.source.text) >= ENOUGH);
  const kept: typeof reports = [];
  for (const one of reports) {
    const twin = kept.findIndex((other) => alike(other.words.source.text, one.words.source.text));
    if (twin < 0) kept.push(one);
    else if (isPlainer(one.candidate, kept[twin]?.candidate)) kept[twin] = one;
  }
  return (kept.length > 0 ? kept : opened.length === 1 ? opened : []).map(({ candidate }) => candidate);
}

/** Records say what their parts are; a drawn page does not. */
const isPlainer = (one: Candidate, other: Candidate | undefined): boolean =>
  other?.kind === 'pdf' && one.kind !== 'pdf';
