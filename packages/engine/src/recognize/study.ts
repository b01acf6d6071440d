/** Wing 2, recognize: which examination it is, of what, when, compared with what. */

import { EMPTY_LIST } from '../alike.ts';
import { datesIn, isoOf, type WrittenDate } from '../dates.ts';
import type { Modality, SectionCode, Span, Study } from '../document.ts';
import { namedIn, type StudyWords, studyWords } from '../examination-words.ts';
import { firstNotBefore } from '../order.ts';
import { tagsIn } from '../search.ts';
import type { Knowledge, Segmented } from '../stages.ts';
import type { Token } from '../token.ts';
import { SIGN, type Signs } from './sign.ts';

/** Tokens `[from, to)` of a part of the report. */
interface Part {
  readonly code: SectionCode;
  readonly from: number;
  readonly to: number;
}

export function studyOf(segmented: Segmented, signs: Signs, { reading }: Knowledge): Study {
  const words = studyWords(reading);
  const parts = partsOf(segmented);
  const of = (...codes: readonly SectionCode[]): Part[] => parts.filter(({ code }) => codes.includes(code));
  const basis: Span[] = [];
  const titles = [of('exam'), of('technique'), headingsOf(parts), of('procedure'), of('patient')];
  const named = firstWith(titles, (part) => examIn(segmented, words, part));
  if (named) basis.push(...named.basis);
  const contrast =
    named && (named.modality === 'CT' || named.modality === 'MR')
      ? contrastIn(segmented, words, [...of('exam'), ...of('technique')], basis)
      : null;
  const [own, earlier] = [of('exam', 'patient', 'technique'), of('comparison')];
  const mayDate = (part: Part): boolean => holdsDate(signs, part);
  const dates =
    own.some(mayDate) || earlier.some(mayDate)
      ? datesIn(segmented.tokens, reading.documents.study.calendar.months)
      : EMPTY_LIST;
  const date = dates.length ? examDate(segmented, words, dates, own, basis) : null;
  const compared = dates.filter((one) => earlier.some((part) => inside(one, part)));
  basis.push(...compared.map((one) => spanOf(segmented, one.from, one.to)));
  return {
    modality: named?.modality ?? null,
    regions: named?.regions ?? [],
    contrast,
    date,
    comparisonDates: [...new Set(compared.flatMap((one) => isoOf(one) ?? []))],
    basis,
  };
}

/** Whether a date may stand in a part: it begins with a number or a month. */
function holdsDate({ of }: Signs, { from, to }: Part): boolean {
  for (let at = from; at < to; at += 1) if ((of[at] ?? 0) & (SIGN.digits | SIGN.month)) return true;
  return false;
}

function partsOf({ tokens, sections }: Segmented): Part[] {
  let at = 0;
  return sections.map(({ code, span }) => {
    const from = firstNotBefore(tokens, ({ start }) => start < span[0], at);
    at = firstNotBefore(tokens, ({ end }) => end <= span[1], from);
    return { code, from, to: at };
  });
}

/** The first words of the findings and the impression: "CT CHEST: The lungs …". */
const headingsOf = (parts: readonly Part[]): Part[] =>
  parts
    .filter(({ code }) => code === 'findings' || code === 'findings_impression' || code === 'impression')
    .map(({ code, from, to }) => ({ code, from, to: Math.min(to, from + 6) }));

interface Exam {
  readonly modality: Modality | null;
  readonly regions: readonly string[];
  readonly basis: readonly Span[];
}

function firstWith(groups: readonly (readonly Part[])[], read: (part: Part) => Exam | null): Exam | null {
  let region: Exam | null = null;
  for (const group of groups) {
    for (const part of group) {
      const exam = read(part);
      if (exam?.modality) return region && !exam.regions.length ? { ...exam, regions: region.regions } : exam;
      region ??= exam;
    }
  }
  return region;
}

/** Under guidance, or with a modality that only guides, it is an intervention. */
const GUIDES: ReadonlySet<string> = new Set(['guidance', 'guided']);

function examIn(segmented: Segmented, words: StudyWords, { from, to }: Part): Exam | null {
  const { source, tokens } = segmented;
  const named = namedIn(words, source.text, tokens, from, to);
  if (!named.length) return null;
  const first = named.find(({ value }) => value.modality)?.value.modality ?? null;
  const regions = named.flatMap(({ value }) => value.region ?? []);
  return {
    modality: first && isGuided(tokens, from, to) ? 'IR' : first,
    regions: [...new Set(regions)],
    basis: named.slice(0, 6).map((tag) => spanOf(segmented, tag.from, tag.to)),
  };
}

function isGuided(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (GUIDES.has(tokens[at]?.norm ?? '')) return true;
  return false;
}

function contrastIn(
  segmented: Segmented,
  { contrast }: StudyWords,
  parts: readonly Part[],
  basis: Span[],
): Study['contrast'] {
  for (const { from, to } of parts) {
    const said = tagsIn(contrast, segmented.source.text, segmented.tokens, from, to);
    if (!said.length) continue;
    basis.push(...said.slice(0, 3).map((tag) => spanOf(segmented, tag.from, tag.to)));
    const kinds = new Set(said.map(({ value }) => value.contrast));
    if (kinds.has('with-and-without') || (kinds.has('with') && kinds.has('without'))) return 'with-and-without';
    return kinds.has('with') ? 'with' : 'without';
  }
  return null;
}

/** The date behind "Exam date", else the first date of title and head of the report that is not of a birth or a signature. */
function examDate(
  segmented: Segmented,
  { labels }: StudyWords,
  dates: readonly WrittenDate[],
  parts: readonly Part[],
  basis: Span[],
): string | null {
  const own = dates.filter(
    (date) => date.year !== null && date.day !== null && parts.some((part) => inside(date, part)),
  );
  const labelled = own.map((date) => {
    const before = tagsIn(labels, segmented.source.text, segmented.tokens, Math.max(0, date.from - 5), date.from);
    return { date, label: before.at(-1)?.value ?? null };
  });
  const bare = labelled.filter(({ label }) => label === null);
  // "John Rowe  02/05/1971  Ward 4  07/03/2026": a birth that no word names
  const latest = Math.max(...bare.map(({ date }) => date.year ?? 0));
  const found =
    labelled.find(({ label }) => label === 'exam') ?? bare.find(({ date }) => (date.year ?? 0) >= latest - 1);
  if (!found) return null;
  const iso = isoOf(found.date);
  if (iso) basis.push(spanOf(segmented, found.date.from, found.date.to));
  return iso;
}

const inside = ({ from, to }: WrittenDate, part: Part): boolean => from >= part.from && to <= part.to;

function spanOf({ tokens }: Segmented, from: number, to: number): Span {
  return [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
}
