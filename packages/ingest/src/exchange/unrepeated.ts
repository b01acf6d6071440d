/** Which files of an archive are reports, and which of them are one report told twice (a PDF beside a record). */
import { LIMITS } from '../limits.ts';
import type { Reason } from '../outcome.ts';
import { type Outcome, refused } from '../platform.ts';
import { reasonOf } from '../refusal.ts';
import { alike } from './alike.ts';
import type { Candidate } from './candidates.ts';
import { reportWords } from './report-words.ts';

export interface Distinct {
  readonly reports: readonly Candidate[];
  /** why there are none, where the files themselves say it */
  readonly reason: Reason | null;
}

interface Opened {
  readonly candidate: Candidate;
  /** null where it was not opened */
  readonly text: string | null;
}

const ENOUGH = 4;
/** reports that are compared with one another */
const MOST_TWINS = 50;
/** What a person can do something about is said before what is merely damaged, and before a lone paper is taken for the report. */
const FIRST = new Set<Reason>(['locked', 'wrong-password', 'locked-file', 'withdrawn']);

/**
 * In their order; the copy with a name of its own stays. Where none reads like a report, a lone document is the one meant.
 * `failed`: why files that gave no candidate did not.
 */
export async function distinct(candidates: readonly Candidate[], failed: readonly Reason[]): Promise<Distinct> {
  const opened: Opened[] = [];
  const reasons = [...failed];
  let heavy = 0;
  for (const candidate of candidates) {
    if (candidate.heavy) heavy += 1;
    if (candidate.heavy && heavy > LIMITS.archiveReports) {
      opened.push({ candidate, text: null });
      continue;
    }
    const outcome = await outcomeOf(candidate);
    if (!outcome.ok) reasons.push(outcome.reason);
    else if (outcome.value !== '') opened.push({ candidate, text: outcome.value });
  }
  const kept = unrepeated(opened.filter(({ text }) => text === null || reportWords(text) >= ENOUGH));
  if (kept.length > 0) return { reports: kept, reason: null };
  const first = reasons.find((reason) => FIRST.has(reason)) ?? null;
  if (first === null && opened.length === 1) return { reports: opened.map(({ candidate }) => candidate), reason: null };
  return { reports: [], reason: first ?? (opened.length === 0 ? (reasons[0] ?? null) : null) };
}

/** A candidate that throws is one that failed. */
async function outcomeOf(candidate: Candidate): Promise<Outcome<string>> {
  try {
    const outcome = await candidate.open();
    return outcome.ok ? { ok: true, value: outcome.value.source.text.trim() } : outcome;
  } catch (error) {
    return refused(reasonOf(error));
  }
}

function unrepeated(reports: readonly Opened[]): readonly Candidate[] {
  const kept: Opened[] = [];
  for (const one of reports) {
    const twin = kept.slice(0, MOST_TWINS).findIndex((other) => isTwin(one, other));
    if (twin < 0) kept.push(one);
    else if (isPlainer(one.candidate, kept[twin]?.candidate)) kept[twin] = one;
  }
  return kept.map(({ candidate }) => candidate);
}

const isTwin = (one: Opened, other: Opened): boolean =>
  one.text !== null && other.text !== null && alike(one.text, other.text);

/** Records say what their parts are; a drawn page does not. */
const isPlainer = (one: Candidate, other: Candidate | undefined): boolean =>
  other?.kind === 'pdf' && one.kind !== 'pdf';
