/** Wing 1, segment: whether the report is final, preliminary, corrected or has an addendum, and what to warn of. */
import type { Reading, Span, Warning } from '../document.ts';
import { phraseAt } from '../search.ts';
import type { Knowledge } from '../stages.ts';
import type { Cut } from './course.ts';
import { alike, labelledValues } from './labelled-values.ts';
import type { Page } from './page.ts';
import { COLON, PATIENT_LABEL, STATUS } from './roles.ts';
import type { Vocabulary } from './vocabulary.ts';

type Status = Reading['status'];

export interface Standing {
  readonly status: Status;
  readonly warnings: readonly Warning[];
}

export function standingOf(page: Page, cuts: readonly Cut[], words: Vocabulary, knowledge: Knowledge): Standing {
  const { tokens } = page;
  const says = knowledge.reading.documents.sections.warnings;
  const addendum = cuts.find(({ code }) => code === 'addendum');
  const { found, unlike } = saidOf(page, cuts, words);
  const changed: Span | undefined = addendum
    ? [tokens[addendum.from]?.start ?? 0, tokens[addendum.to - 1]?.end ?? 0]
    : found.corrected;
  const preliminary = unlike ? undefined : found.preliminary;
  const warnings: Warning[] = [];
  if (found.withdrawn) warnings.push({ code: 'withdrawn', message: says.withdrawn, basis: [found.withdrawn] });
  if (preliminary && !changed) warnings.push({ code: 'preliminary', message: says.preliminary, basis: [preliminary] });
  if (changed) warnings.push({ code: 'addendum-changes', message: says['addendum-changes'], basis: [changed] });
  const named = COLON | PATIENT_LABEL;
  if ((page.holds & named) === named) warnings.push(...severalOf(page, cuts, words, says));
  return { status: statusOf(addendum !== undefined, found.corrected, preliminary, found.final), warnings };
}

interface Said {
  readonly found: Partial<Record<'preliminary' | 'corrected' | 'addendum' | 'withdrawn' | 'final', Span>>;
  /** it says that it is not preliminary */
  readonly unlike: boolean;
}

/** What the report says of itself, each where it is said first. */
function saidOf({ tokens, roles, holds }: Page, cuts: readonly Cut[], words: Vocabulary): Said {
  const found: Said['found'] = {};
  let unlike = false;
  let section = 0;
  for (let at = 0; holds & STATUS && at < tokens.length; at += 1) {
    if (((roles[at] ?? 0) & STATUS) === 0) continue;
    const hit = tokens[at]?.kind === 'word' ? phraseAt(words.status, tokens, at, tokens.length) : null;
    if (!hit) continue;
    while ((cuts[section]?.to ?? tokens.length) <= at) section += 1;
    if (hit.value === 'notPreliminary') unlike = true;
    else if (hit.value === 'finalHeading') unlike ||= isRead(tokens, hit.to, words);
    else if (hit.value === 'correctedHeading') {
      // "CORRECTION: …", but not "surgical correction of a foot"
      const cut = cuts[section];
      if (cut?.code === 'addendum' && at < cut.body) found.corrected ??= [tokens[at]?.start ?? 0, tokens[at]?.end ?? 0];
    } else found[hit.value] ??= [tokens[at]?.start ?? 0, tokens[hit.to - 1]?.end ?? 0];
    at = hit.to - 1;
  }
  return { found, unlike };
}

/** "Final: small pneumothorax", but not "Final read: pending". */
const isRead = (tokens: Page['tokens'], colon: number, { finalAwaited }: Vocabulary): boolean =>
  tokens[colon]?.norm === ':' &&
  tokens[colon + 1] !== undefined &&
  phraseAt(finalAwaited, tokens, colon + 1, tokens.length) === null;

function statusOf(
  addendum: boolean,
  corrected: Span | undefined,
  preliminary: Span | undefined,
  final: Span | undefined,
): Status {
  if (corrected) return 'corrected';
  if (addendum) return 'addendum';
  if (preliminary) return 'preliminary';
  return final ? 'final' : null;
}

const NAMES = new Set(['name', 'patient name', 'patient', 'pt name']);
const VISITS = new Set(['accession', 'accession number', 'accession no', 'acc', 'acc no', 'acc number', 'accession #']);

/** Two people, or two reports, in one text. */
function severalOf(
  page: Page,
  cuts: readonly Cut[],
  words: Vocabulary,
  says: { readonly 'several-people': string; readonly 'several-reports': string },
): readonly Warning[] {
  const names = labelledValues(page.text, page.tokens, words, NAMES, 4, page.roles);
  const other = names.find((name) => !names[0] || !alike(name.value, names[0].value));
  if (names[0] && other)
    return [{ code: 'several-people', message: says['several-people'], basis: [names[0].span, other.span] }];
  const impressions = cuts.filter(({ code, heading }) => code === 'impression' && heading !== null);
  if (impressions.length < 2) return [];
  const visits = labelledValues(page.text, page.tokens, words, VISITS, 3, page.roles);
  const second = visits.find((visit) => visits[0] && visit.value.join() !== visits[0].value.join());
  return visits[0] && second
    ? [{ code: 'several-reports', message: says['several-reports'], basis: [visits[0].span, second.span] }]
    : [];
}
