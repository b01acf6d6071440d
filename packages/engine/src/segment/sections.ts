/** Wing 1, segment: headings and unheaded lines → sections that tile the text. */
import type { SectionCode, Span } from '../document.ts';
import { phraseAt } from '../trie.ts';
import type { Heading } from './boundaries.ts';
import { compares } from './exam-title.ts';
import type { Line } from './lines.ts';
import { type Ahead, BODY, lookAhead } from './look-ahead.ts';
import type { Page } from './page.ts';
import { holds, LEAD, STATING } from './roles.ts';
import { sentencesOf } from './sentences.ts';
import type { Unheaded } from './unheaded.ts';
import * as line from './unheaded.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Cut {
  readonly code: SectionCode;
  readonly loinc: string | undefined;
  readonly heading: Span | null;
  /** tokens of the section, `[from, to)`, and the first after the heading */
  readonly from: number;
  readonly body: number;
  to: number;
}

const SMALL: ReadonlySet<SectionCode> = new Set(['history', 'technique', 'comparison', 'procedure']);
const EARLY: ReadonlySet<SectionCode> = new Set([
  'history',
  'technique',
  'comparison',
  'findings',
  'exam',
  'findings_impression',
  'procedure',
]);
const SHORT = 16;
const LONG = 4;

export function sectionsOf(page: Page, headings: readonly Heading[], words: Vocabulary): readonly Cut[] {
  const cuts: Cut[] = [];
  const lastFindings = headings.findLast(({ code }) => code === 'findings')?.line ?? -1;
  const lastHard = headings.findLast(({ code, soft }) => code === 'impression' && !soft)?.from ?? -1;
  const lastBody = headings.findLast(({ code }) => BODY.has(code))?.to ?? -1;
  // only lines without a heading ask for these
  const ahead = once(() => lookAhead(page.lines, headings));
  const titles = once(() => page.lines.findLastIndex((l) => !l.blank && line.isTitle(page, line.lineBody(page, l))));
  const startsLine = once(
    () => new Map(headings.filter((h) => h.from === page.lines[h.line]?.from).map((h) => [h.line, h.code])),
  );
  const lastLine = once(() => page.lines.findLastIndex((l) => !l.blank));
  let resume: Cut | null = null;
  let findingsTold = false;
  let at = 0;

  const open = (code: SectionCode, from: number, body = from, heading: Span | null = null, loinc?: string): void => {
    const last = cuts.at(-1);
    if (last) last.to = Math.min(last.to, from);
    cuts.push({ code, loinc, heading, from, body, to: page.tokens.length });
  };

  for (let number = 0; number < page.lines.length; number += 1) {
    const current = page.lines[number];
    if (!current || current.blank) continue;
    while (at < headings.length && (headings[at]?.line ?? 0) < number) at += 1;
    let heading = headings[at];
    if (heading?.line !== number) heading = undefined;
    if (heading?.from !== current.from) {
      const body = line.lineBody(page, current, heading?.from ?? current.to);
      if (line.isPageMark(page, body)) {
        const before = cuts.at(-1);
        if (before && before.code !== 'other') resume = before;
        open('other', current.from);
        continue;
      }
      const code = classify(number, body);
      if (code) open(code, current.from);
      else if (resume) open(resume.code, current.from, current.from, null, resume.loinc);
      else if (cuts.length === 0) open('findings', current.from);
    }
    resume = null;
    let told = current.from;
    for (; heading?.line === number; heading = headings[at]) {
      narrating(current, number, heading.from);
      open(codeOf(heading), heading.from, heading.to, heading.span, heading.loinc);
      if (heading.code === 'findings') findingsTold = true;
      told = heading.to;
      at += 1;
    }
    narrating(current, number, current.to);
    closing(current, told);
  }
  return cuts.filter(({ from, to }) => to > from);

  /** "CT ABDOMEN:" is a title if nothing follows it but the next heading. */
  function codeOf(heading: Heading): SectionCode {
    if (heading.soft && lastHard > heading.to && !findingsTold) return 'findings';
    if (!heading.exam) return heading.code;
    const own = page.lines[heading.line];
    if (!own || heading.to < own.to) return 'findings';
    const next = ahead()[heading.line]?.heading;
    if (!next) return 'findings';
    for (let number = heading.line + 1; number < next.line; number += 1)
      if (!page.lines[number]?.blank) return 'findings';
    return 'exam';
  }

  /** Findings that begin inside a section of another kind: "Compared with the CT of May. The lungs are …", "Indication: cough. There is …". */
  function narrating(current: Line, number: number, to: number): void {
    const last = cuts.at(-1);
    if (!last || lastFindings >= number || (!SMALL.has(last.code) && last.code !== 'exam')) return;
    const from = Math.max(last.body, current.from);
    if (to - from < 3) return;
    const sentences = sentencesOf(page, from, from, to, words);
    const bare = last.code === 'comparison' && (last.heading === null || sentences.length >= LONG);
    const told = sentences.find(
      (sentence, i) =>
        (i > 0 && bare && !compares(page, sentence, words)) ||
        ((i > 0 || from > last.body) && line.isTelling(page, sentence, words)),
    );
    if (told) open('findings', told.from);
  }

  /** A signature that begins inside the last line: "… in 12 months. Electronically signed by …". */
  function closing(current: Line, from: number): void {
    if (current.to - from < 8 || lastBody > from || (current.holds & LEAD) === 0) return;
    for (let i = Math.max(from + 1, current.to - 60); i < current.to; i += 1) {
      if (((page.roles[i] ?? 0) & LEAD) === 0 || page.tokens[i - 1]?.norm !== '.') continue;
      const hit = phraseAt(words.leads, page.tokens, i, current.to);
      if (hit?.value !== 'signature' || hit.to - i < 2) continue;
      open('signature', i);
      return;
    }
  }

  function classify(number: number, body: Unheaded): SectionCode | null {
    const last = cuts.at(-1);
    const code = last?.code ?? null;
    const next = ahead()[number] ?? { heading: null, body: false, marked: false, line: null };
    const lead = line.leadOf(page, body, words);
    const { opens } = body.line;
    const before = page.lines[number - 1];
    const anew = opens || line.endsSentence(page, before);
    if (line.isEndMark(page, body)) return code === 'addendum' ? null : 'signature';
    if (code === null || code === 'patient' || code === 'other' || code === 'exam')
      return preamble(number, body, code, lead, next);
    if (SMALL.has(code)) {
      if (!opens && last?.heading)
        return !line.isOrganLabel(page, body, words) || next.heading?.code === 'findings'
          ? leadInSmall(lead, code)
          : 'findings';
      if (lead && lead !== code && SMALL.has(lead)) return lead;
      if (opens && line.isTitle(page, body)) return 'exam';
      if (!next.body && opens && signs(number, body, lead)) return 'signature';
      if (!opens && !last?.heading && line.isPatientLine(page, body, words)) return 'patient';
      if (!opens || next.heading?.code === 'findings' || next.heading?.code === 'findings_impression') return null;
      if (next.heading && SMALL.has(next.heading.code) && next.body && lastFindings >= next.heading.line) return null;
      return 'findings';
    }
    if (
      code === 'recommendation' &&
      opens &&
      !last?.heading &&
      !signs(number, body, lead) &&
      !line.isAdvice(page, body, words) &&
      !line.isCall(page, body, words, true)
    )
      return 'impression';
    if (code === 'signature') {
      if (opens && next.heading && EARLY.has(next.heading.code)) {
        if (line.isTitle(page, body)) return 'exam';
        if (line.isPatientLine(page, body, words)) return 'patient';
      }
      return null;
    }
    // findings, impression and what comes after them
    if (afterAddendum(number)) return preamble(number, body, null, lead, next);
    if (anew && !next.body && signs(number, body, lead)) return 'signature';
    if (anew && !body.line.mark && line.isCall(page, body, words, opens) && (code !== 'findings' || !next.body))
      return 'communication';
    if (anew && line.isTitle(page, body) && !body.line.mark) {
      const nextEarly = next.heading !== null && EARLY.has(next.heading.code);
      if (code === 'findings' ? opens && (nextEarly || (last?.heading === null && standsAlone(number))) : nextEarly)
        return 'exam';
    }
    if (
      code === 'impression' &&
      anew &&
      !body.line.mark &&
      !next.marked &&
      last &&
      last.body < body.line.from &&
      line.isAdvice(page, body, words)
    )
      return 'recommendation';
    return null;
  }

  function preamble(
    number: number,
    body: Unheaded,
    code: SectionCode | null,
    lead: SectionCode | null,
    next: Ahead,
  ): SectionCode | null {
    const { opens } = body.line;
    const headed = cuts.at(-1)?.heading !== null && code === 'exam';
    const early = number < Math.max(titles(), next.heading ? number + 1 : -1);
    if (headed && !opens && lead === null && !line.isOrganLabel(page, body, words)) return null;
    if (lead === 'other') return code === 'other' ? null : 'other';
    if (line.isTitle(page, body) && !line.isFacility(page, body)) return code === 'exam' ? null : 'exam';
    if (line.isPatientLine(page, body, words)) return code === 'patient' ? null : 'patient';
    if (lead && SMALL.has(lead)) return lead;
    if (line.isAgeOpening(page, body)) return 'history';
    if (line.isOrganLabel(page, body, words)) return 'findings';
    if (lead === 'signature' && code === 'other') return null;
    if (lead === 'signature' && !next.body) return 'signature';
    if (code !== 'exam' && early && (line.isFacility(page, body) || line.isBareTitle(page, body)))
      return code === 'patient' || code === 'other' ? null : 'patient';
    if (line.isTitle(page, body)) return code === 'exam' ? null : 'exam';
    if (code === 'exam' && !opens && line.isBareTitle(page, body) && early) return null;
    if (code === 'exam' && opens && asksOnly(number, body)) return 'history';
    return 'findings';
  }

  /** A short paragraph between the title and the rest: why the scan was done. */
  function asksOnly(number: number, body: Unheaded): boolean {
    if (body.to - body.from > SHORT || line.isPageMark(page, body)) return false;
    if (holds(page.roles, STATING, body.from, body.to)) return false;
    const rest = ahead()[number]?.line ?? null;
    if (rest === null || !page.lines[rest]?.opens) return false;
    const heading = startsLine().get(rest);
    return heading === undefined || EARLY.has(heading);
  }

  function leadInSmall(lead: SectionCode | null, code: SectionCode): SectionCode | null {
    return lead === 'comparison' && code !== 'comparison' ? 'comparison' : null;
  }

  function signs(number: number, body: Unheaded, lead: SectionCode | null): boolean {
    return lead === 'signature' || line.isSigner(page, body, words, number >= lastLine() - 1);
  }

  function standsAlone(number: number): boolean {
    const next = page.lines[number + 1];
    return next === undefined || next.blank;
  }

  /** The line before said "end of addendum". */
  function afterAddendum(number: number): boolean {
    const before = page.lines[number - 1];
    return (
      cuts.at(-1)?.code === 'addendum' &&
      before !== undefined &&
      !before.blank &&
      line.isEndMark(page, line.lineBody(page, before))
    );
  }
}

/** A value made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
