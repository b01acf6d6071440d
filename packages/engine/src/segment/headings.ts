/** Wing 1, segment: the heading that may begin at a token: qualifiers, heading words, joiners, brackets, and the sign after them. */
import type { SectionCode } from '../document.ts';
import { phraseAt } from '../search.ts';
import type { Token } from '../token.ts';
import { isExamName, isRegion } from './exam-title.ts';
import { caseOf } from './letters.ts';
import type { Page } from './page.ts';
import { ADVISED, EXAM, HEADING, holds, QUALIFIER } from './roles.ts';
import { DASHES, isColon, type Separator, separatorAt } from './separators.ts';
import { slipAt } from './slips.ts';
import type { HeadingWord, Vocabulary } from './vocabulary.ts';

export interface Label {
  readonly code: SectionCode;
  readonly loinc: string | undefined;
  readonly anywhere: boolean;
  readonly soft: boolean;
  /** what it opens instead where findings are still to come */
  readonly yields: SectionCode | undefined;
  /** tokens of the words, `[from, end)`, and the token after the separator */
  readonly from: number;
  readonly end: number;
  readonly to: number;
  readonly separator: Separator;
  /** the first heading word itself, past what qualifies it */
  readonly core: number;
  /** made of one known heading, without any word beside it */
  readonly plain: boolean;
}

/** The same label at another place or with another sign. Written out: a spread would be of another shape to the machine. */
export function relabelled(
  { code, loinc, anywhere, soft, yields, core, ...was }: Label,
  now: Partial<Pick<Label, 'from' | 'end' | 'to' | 'separator' | 'plain'>>,
): Label {
  const { from = was.from, end = was.end, to = was.to, separator = was.separator, plain = was.plain } = now;
  return { code, loinc, anywhere, soft, yields, from, core, end, to, separator, plain };
}

/** A token of one of these, or a slip of the pen, begins a label. */
export const OPENING = HEADING | QUALIFIER;
const MOST_TOKENS = 16;
/** What a word for a judgement may open where a stronger one follows. */
const SOFTENED: ReadonlySet<SectionCode> = new Set(['impression', 'findings_impression']);
/** Sections that the name of an examination alone may fill. */
const BRIEF: ReadonlySet<SectionCode> = new Set(['recommendation', 'comparison', 'technique', 'exam']);

/** The label at a token of a line that ends before token `limit`, or null; a `lenient` look sees through slips. */
export function labelAt(page: Page, from: number, limit: number, words: Vocabulary, lenient: boolean): Label | null {
  const { tokens, roles } = page;
  const begins =
    ((roles[from] ?? 0) & OPENING) !== 0 || (lenient && from < limit && slipAt(tokens[from], words) !== null);
  if (!begins) return null;
  const found: HeadingWord[] = [];
  let at = from;
  let end = from;
  let core = from;
  let parts = 0;
  let own = 0;
  const last = Math.min(limit, from + MOST_TOKENS);
  while (at < last) {
    const role = roles[at] ?? 0;
    const heading = role & HEADING ? phraseAt(words.headings, tokens, at, limit) : null;
    const qualifier = role & QUALIFIER ? phraseAt(words.qualifiers, tokens, at, limit) : null;
    if (heading && (!qualifier || heading.to >= qualifier.to)) {
      if (found.length === 0) core = at;
      found.push(heading.value);
      at = heading.to;
      end = at;
      parts += 1;
      own = parts;
      continue;
    }
    if (qualifier) {
      at = qualifier.to;
      parts += 1;
      continue;
    }
    const token = tokens[at];
    if (!token) break;
    const slip = lenient ? slipAt(token, words) : null;
    if (slip) {
      at += 1;
      if (slip === true) {
        parts += 1;
        continue;
      }
      if (found.length === 0) core = at - 1;
      found.push(slip);
      end = at;
      parts += 1;
      own = parts;
      continue;
    }
    if (found.length > 0 && token.norm === '(') {
      const closed = closing(tokens, at, limit);
      if (closed === null) break;
      at = closed;
      parts += 1;
      continue;
    }
    if (parts > 0 && (words.joiners.has(token.norm) || isJoint(token))) {
      at += 1;
      continue;
    }
    break;
  }
  const first = found[0];
  if (!first) return null;
  const heading = combined(found, first);
  const widest = separatorAt(tokens, at, limit, from);
  // "ADV ECHO" is advice and "PRIOR CT" a comparison, not a longer heading of nothing
  const swallowed = widest === 'line' && BRIEF.has(heading.code) && holds(roles, EXAM, end, at);
  const long = swallowed ? 'none' : widest;
  const separator = long !== 'none' ? long : separatorAt(tokens, end, limit, from);
  const stop = long !== 'none' ? at : end;
  if (heading.code === 'addendum' && core > from && !found.some((word) => word.anywhere) && isOther(tokens, from, core))
    return null;
  if (separator === 'line' && heading.code === 'recommendation' && isOrder(page, from, end, words)) return null;
  // "FINDINGS DISCUSSED WITH DR. X": told, not headed
  if (separator === 'none' && found.length > 1 && found.some(({ code }) => code === 'communication')) return null;
  // "PRELIMINARY REPORT - NOT YET REVIEWED" tells of the report itself
  if (separator === 'dash' && core > from && phraseAt(words.finalAwaited, tokens, stop + 1, limit)) return null;
  // "ADDENDUM 04/09/2025: …" bears a date
  if (separator === 'none' && heading.code !== 'addendum' && isCounted(tokens, end, words)) return null;
  return {
    code: heading.code,
    loinc: heading.loinc,
    anywhere: found.some((word) => word.anywhere),
    soft:
      SOFTENED.has(heading.code) &&
      found.some((word) => word.soft) &&
      found.every((word) => word.soft || word.code !== 'impression'),
    yields: found.length === 1 ? first.yields : undefined,
    from,
    core,
    end: stop,
    to: separator === 'line' || separator === 'none' ? stop : stop + 1,
    separator,
    plain: (long !== 'none' ? parts : own) === 1,
  };
}

/** "FINDINGS 1 AND 2 WERE DISCUSSED": some of those above. */
const isCounted = (tokens: readonly Token[], at: number, { joiners }: Vocabulary): boolean => {
  const join = tokens[at + 1];
  const isJoined = join !== undefined && (joiners.has(join.norm) || isJoint(join) || join.norm === ',');
  return isJoined && tokens[at]?.kind === 'number' && tokens[at + 2]?.kind === 'number';
};

/** A label of several words whose first or last is a heading: "ABDOMEN FINDINGS:", "IMPRESSION FOR THE LEFT KNEE:". */
export function labelledWide(
  page: Page,
  from: number,
  to: number,
  words: Vocabulary,
  narrow: Label | null,
): Label | null {
  if (narrow && narrow.separator !== 'none') return narrow;
  const { text, tokens } = page;
  // "ADDENDUM BY DR. STONE 04/09/2025 10:30: …"
  const marks = narrow?.code === 'addendum' ? '/&-(),#.:' : '/&-(),#';
  const most = narrow?.code === 'addendum' ? MOST_TOKENS : 12;
  let colon = from;
  while (colon < to && colon - from < most && !isColon(tokens, colon)) {
    const token = tokens[colon];
    if (!token || (token.kind === 'mark' && !marks.includes(token.norm))) return narrow;
    colon += 1;
  }
  if (tokens[colon]?.norm !== ':' || colon >= to || colon === from) return narrow;
  if (narrow) {
    // "EXAM DATE: 11/02/2024"
    if (narrow.code !== 'addendum' && phraseAt(words.patientLabels, tokens, from, colon)?.to === colon) return null;
    const region = isExamName(page, narrow.end, colon) || isRegion(page, narrow.end, colon);
    // "SUMMARY OF VESSELS: patent" among the findings
    if (!narrow.anywhere && narrow.code === 'impression' && tokens[narrow.end]?.norm === 'of' && !region) return narrow;
    if (
      caseOf(text, tokens, from, colon) === 'upper' ||
      narrow.code === 'addendum' ||
      isExamName(page, narrow.end, colon) ||
      (narrow.anywhere && region)
    )
      return relabelled(narrow, { end: colon, to: colon + 1, separator: 'colon', plain: false });
    return null;
  }
  if (caseOf(text, tokens, from, colon) !== 'upper') return null;
  for (let at = from + 1; at < colon; at += 1) {
    const last = labelAt(page, at, to, words, true);
    if (last?.separator === 'colon' && last.end === colon && last.anywhere)
      return relabelled(last, { from, plain: false });
  }
  return null;
}
/** "MRI ADVISED": a test that is asked for, not a heading over advice. */
const isOrder = ({ tokens, roles }: Page, from: number, end: number, words: Vocabulary): boolean =>
  end - from > 1 &&
  ((roles[from] ?? 0) & EXAM) !== 0 &&
  ((roles[end - 1] ?? 0) & ADVISED) !== 0 &&
  phraseAt(words.advised, tokens, end - 1, end) !== null;

/** "Surgical correction: …": something else than the report was corrected. */
function isOther(tokens: readonly Token[], from: number, core: number): boolean {
  for (let at = from; at < core; at += 1) if (!REPORTS.has(tokens[at]?.norm ?? '')) return true;
  return false;
}
const REPORTS = new Set(['report', 'radiology', 'final', 'preliminary', 'original', 'new', 'further', 'additional']);

const isJoint = (token: Token): boolean => DASHES.has(token.norm) && token.glued;

function closing(tokens: readonly Token[], open: number, limit: number): number | null {
  for (let at = open + 1; at < Math.min(limit, open + 12); at += 1) if (tokens[at]?.norm === ')') return at + 1;
  return null;
}

/** What several heading words together open: "Findings and Impression", "Technique and Findings", "Impression/Plan". */
function combined(found: readonly HeadingWord[], first: HeadingWord): { code: SectionCode; loinc: string | undefined } {
  if (found.length === 1) return first;
  const codes = new Set(found.map(({ code }) => code));
  const of = (code: SectionCode): HeadingWord => found.find((word) => word.code === code) ?? first;
  if (codes.size === 1) return first;
  if (codes.has('addendum')) return of('addendum');
  if (codes.has('findings_impression') || (codes.has('findings') && codes.has('impression')))
    return { code: 'findings_impression', loinc: undefined };
  if (codes.has('impression')) return of('impression');
  if (codes.has('findings')) return of('findings');
  return first;
}
