/** Wing 1, segment: the heading that may begin at a token: qualifiers, heading words, joiners, brackets, and the sign after them. */
import type { SectionCode } from '../document.ts';
import type { Token } from '../token.ts';
import { phraseAt } from '../trie.ts';
import { isExamName } from './exam-title.ts';
import { caseOf } from './letters.ts';
import type { Page } from './page.ts';
import { ADVISED, EXAM, HEADING, QUALIFIER } from './roles.ts';
import type { HeadingWord, Vocabulary } from './vocabulary.ts';

export type Separator = 'colon' | 'dash' | 'period' | 'line' | 'none';

export interface Label {
  readonly code: SectionCode;
  readonly loinc: string | undefined;
  readonly anywhere: boolean;
  readonly soft: boolean;
  /** tokens of the words, `[from, end)`, and the token after the separator */
  readonly from: number;
  readonly end: number;
  readonly to: number;
  readonly separator: Separator;
  /** made of one known heading, without any word beside it */
  readonly plain: boolean;
}

/** A token of one of these, or a slip of the pen, begins a label. */
export const OPENING = HEADING | QUALIFIER;
const MOST_TOKENS = 16;
const DASHES = new Set(['-', '–', '—']);

/** The label at a token of a line that ends before token `limit`, or null. */
export function labelAt(page: Page, from: number, limit: number, words: Vocabulary, lenient: boolean): Label | null {
  const { tokens, roles } = page;
  const begins =
    ((roles[from] ?? 0) & OPENING) !== 0 || (lenient && from < limit && slipAt(tokens[from], words) !== null);
  if (!begins) return null;
  const found: HeadingWord[] = [];
  let at = from;
  let end = from;
  let parts = 0;
  const last = Math.min(limit, from + MOST_TOKENS);
  while (at < last) {
    const role = roles[at] ?? 0;
    const heading = role & HEADING ? phraseAt(words.headings, tokens, at, limit) : null;
    const qualifier = role & QUALIFIER ? phraseAt(words.qualifiers, tokens, at, limit) : null;
    if (heading && (!qualifier || heading.to >= qualifier.to)) {
      found.push(heading.value);
      at = heading.to;
      end = at;
      parts += 1;
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
      found.push(slip);
      at += 1;
      end = at;
      parts += 1;
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
  const long = separatorAt(tokens, at, limit);
  const separator = long !== 'none' ? long : separatorAt(tokens, end, limit);
  const stop = long !== 'none' ? at : end;
  const heading = combined(found, first);
  if (separator === 'line' && heading.code === 'recommendation' && isOrder(page, from, end, words)) return null;
  return {
    code: heading.code,
    loinc: heading.loinc,
    anywhere: found.some((word) => word.anywhere),
    soft: heading.code === 'impression' && found.every((word) => word.soft || word.code !== 'impression'),
    from,
    end: stop,
    to: separator === 'colon' || separator === 'dash' || separator === 'period' ? stop + 1 : stop,
    separator,
    plain: parts === 1,
  };
}

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
  let colon = from;
  while (colon < to && colon - from < 12 && tokens[colon]?.norm !== ':') {
    const token = tokens[colon];
    if (!token || (token.kind === 'mark' && !'/&-(),#'.includes(token.norm))) return narrow;
    colon += 1;
  }
  if (tokens[colon]?.norm !== ':' || colon >= to || colon === from) return narrow;
  if (narrow) {
    if (
      caseOf(text, tokens, from, colon) === 'upper' ||
      narrow.code === 'addendum' ||
      isExamName(page, narrow.end, colon)
    )
      return { ...narrow, end: colon, to: colon + 1, separator: 'colon', plain: false };
    return null;
  }
  if (caseOf(text, tokens, from, colon) !== 'upper') return null;
  for (let at = from + 1; at < colon; at += 1) {
    const last = labelAt(page, at, to, words, true);
    if (last?.separator === 'colon' && last.end === colon && last.anywhere) return { ...last, from, plain: false };
  }
  return null;
}
/** "MRI ADVISED": a test that is asked for, not a heading over advice. */
const isOrder = ({ tokens, roles }: Page, from: number, end: number, words: Vocabulary): boolean =>
  end - from > 1 &&
  ((roles[from] ?? 0) & EXAM) !== 0 &&
  ((roles[end - 1] ?? 0) & ADVISED) !== 0 &&
  phraseAt(words.advised, tokens, end - 1, end) !== null;

const isJoint = (token: Token): boolean => DASHES.has(token.norm) && token.glued;

function closing(tokens: readonly Token[], open: number, limit: number): number | null {
  for (let at = open + 1; at < Math.min(limit, open + 12); at += 1) if (tokens[at]?.norm === ')') return at + 1;
  return null;
}

function separatorAt(tokens: readonly Token[], at: number, limit: number): Separator {
  const token = tokens[at];
  if (!token || at >= limit) return 'line';
  if (token.norm === ':' || token.norm === '：') return 'colon';
  if (token.norm === ';' && token.glued && at + 1 < limit) return 'none';
  if (token.norm === '.') return token.glued && at + 1 < limit && !tokens[at + 1]?.glued ? 'period' : 'none';
  if (DASHES.has(token.norm)) return at + 1 < limit && !(token.glued && tokens[at + 1]?.glued) ? 'dash' : 'none';
  // closing emphasis: **FINDINGS** or == FINDINGS ==, with or without a colon inside
  if (token.norm === '*' || token.norm === '_' || token.norm === '=' || token.norm === '#') {
    let next = at;
    while (next < limit && tokens[next]?.norm === token.norm) next += 1;
    const after = tokens[next];
    if (next >= limit || !after) return 'line';
    return after.norm === ':' || next > at + 1 ? 'line' : 'none';
  }
  return 'none';
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

/** A heading word with one slip: FINIDNGS, IMPRESION, COMPARISION. */
function slipAt(token: Token | undefined, words: Vocabulary): HeadingWord | null {
  if (token?.kind !== 'word' || token.norm.length < 6 || token.norm.length > 16) return null;
  const { norm } = token;
  for (const right of words.corrigible)
    if (mayBeSlip(norm, right) && oneSlip(norm, right))
      return phraseAt(words.headings, [{ ...token, norm: right }], 0, 1)?.value ?? null;
  return null;
}

/** One slip spoils the first letter or the last, not both. */
const mayBeSlip = (written: string, right: string): boolean =>
  written.charCodeAt(0) === right.charCodeAt(0) ||
  written.charCodeAt(written.length - 1) === right.charCodeAt(right.length - 1);

/** One letter more, less, other, or two neighbours swapped. */
export function oneSlip(written: string, right: string): boolean {
  if (Math.abs(written.length - right.length) > 1) return false;
  let at = 0;
  while (at < written.length && at < right.length && written[at] === right[at]) at += 1;
  const rest = written.slice(at);
  const meant = right.slice(at);
  if (rest === meant) return true;
  return (
    rest.slice(1) === meant.slice(1) ||
    rest.slice(1) === meant ||
    rest === meant.slice(1) ||
    (rest[0] === meant[1] && rest[1] === meant[0] && rest.slice(2) === meant.slice(2))
  );
}
