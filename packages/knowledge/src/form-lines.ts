/**
 * The forms of a layer as they are shipped: one text with a line for each form. The first of an entry begins with ">", one that counts only letter by
 * letter as written with a tab. A form with its plural is written once: "nodule<|s> in the lung". Alternatives in braces (expand.ts) stand behind the
 * first word only.
 */
import { expand } from './expand.ts';

const LINE = '\n';
const ENTRY = '>';
const EXACT = '\t';
const ENTRY_CODE = ENTRY.charCodeAt(0);
const EXACT_CODE = EXACT.charCodeAt(0);

/** Characters that no form may hold. */
export const RESERVED = [LINE, EXACT, '<', '>'];

export interface EntryForms {
  readonly match: readonly string[];
  readonly exact: readonly string[];
}

export const linesOf = (entries: readonly EntryForms[]): string =>
  entries.map(({ match, exact }) => ENTRY + [...match, ...exact.map((form) => EXACT + form)].join(LINE)).join(LINE);

/** Each form of a text with the index of its entry and its place `[start, end)`; of a form and its plural, both in one. */
export function eachShipped(
  lines: string,
  visit: (entry: number, start: number, end: number, isExact: boolean) => void,
): void {
  let entry = -1;
  for (let at = 0; at < lines.length; ) {
    const next = lines.indexOf(LINE, at);
    const end = next < 0 ? lines.length : next;
    if (lines.charCodeAt(at) === ENTRY_CODE) {
      entry += 1;
      at += 1;
    }
    const isExact = lines.charCodeAt(at) === EXACT_CODE;
    if (isExact) at += 1;
    if (at < end) visit(entry, at, end, isExact);
    at = end + 1;
  }
}

/** "foot" and "feet" → "f<oot|eet>"; the brackets end with a word. */
export function pair(one: string, many: string): string {
  let from = 0;
  while (from < one.length && one[from] === many[from]) from += 1;
  let behind = 0;
  for (let n = 1; n <= Math.min(one.length, many.length) - from && one.at(-n) === many.at(-n); n += 1)
    if (one.at(-n) === ' ') behind = n;
  const end = (form: string): number => form.length - behind;
  return `${one.slice(0, from)}<${one.slice(from, end(one))}|${many.slice(from, end(many))}>${one.slice(end(one))}`;
}

export interface Shipped {
  /** forms of one of its entry */
  readonly one: readonly string[];
  /** forms of several */
  readonly many: readonly string[];
}

/** The forms that a shipped one stands for. */
export function shippedForms(form: string): Shipped {
  const open = form.indexOf('<');
  if (open < 0) return { one: expand(form), many: [] };
  const bar = form.indexOf('|', open);
  const close = form.indexOf('>', bar);
  const with_ = (ending: string): string => form.slice(0, open) + ending + form.slice(close + 1);
  return { one: [with_(form.slice(open + 1, bar))], many: [with_(form.slice(bar + 1, close))] };
}

/** Forms with their plurals; alternatives in braces count as one. */
export function countForms(lines: string): number {
  let count = 0;
  eachShipped(lines, (_entry, start, end) => {
    count += lines.slice(start, end).includes('<') ? 2 : 1;
  });
  return count;
}
