/** Deidentify: names of hospitals and practices, and postal addresses. */
import { startsUpper } from '../segment/letters.ts';
import type { Token } from '../token.ts';
import type { Cues } from './cues.ts';
import type { Marked } from './marked.ts';

const STATE = /(?:\b\p{Lu}[\p{L}.'’-]{1,30}(?: \p{Lu}[\p{L}.'’-]{1,30}){0,2}), ([A-Z]{2})\b(?: \d{5}(?:-\d{4})?)?/gu;
const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/g;
const REACH = 14;

export function placesIn(
  text: string,
  tokens: readonly Token[],
  head: readonly (readonly [number, number])[],
  cues: Cues,
): readonly Marked[] {
  return [...facilities(text, tokens, head, cues), ...addresses(text, tokens, cues)];
}

/** Capitalized words up to a word such as Hospital or Imaging: two at least in the running text. */
function facilities(
  text: string,
  tokens: readonly Token[],
  head: readonly (readonly [number, number])[],
  cues: Cues,
): readonly Marked[] {
  const out: Marked[] = [];
  const inHead = new Uint8Array(tokens.length);
  for (const [from, to] of head) inHead.fill(1, from, to);
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word' || !startsUpper(text, token)) continue;
    let to = at;
    let last = -1;
    let words = 0;
    while (to < tokens.length && to - at < REACH) {
      const next = tokens[to];
      const before = tokens[to - 1];
      if (
        !next ||
        (to > at && before && (next.start - before.end > 1 || text.slice(before.end, next.start).includes('\n')))
      )
        break;
      const joins =
        next.norm === '-' && next.glued
          ? true
          : next.norm === '.' && before !== undefined && before.end - before.start <= 2;
      if (next.kind === 'word' && startsUpper(text, next)) {
        words += 1;
        if (cues.facilities.has(next.norm)) last = to;
      } else if (!joins && !(words > 0 && (JOINS.has(next.norm) || (next.norm === 'the' && before?.norm === 'of'))))
        break;
      to += 1;
    }
    const named =
      (last > at || (last === at && OPENS.has(token.norm) && words > 1)) &&
      !cues.departments.has(token.norm) &&
      !cues.examWords.has(token.norm);
    if (named && (inHead[at] || isStrong(tokens, at, last))) {
      const stop = past(text, tokens, last, to, Boolean(inHead[at]), cues);
      out.push({ start: token.start, end: tokens[stop]?.end ?? token.end, label: 'FACILITY' });
    }
    at = Math.max(at, to - 1);
  }
  return out;
}

const JOINS = new Set(['of', 'and', '&']);
/** "University of …" */
const OPENS = new Set(['university', 'hospital', 'institute', 'college']);

const STRONG = new Set([
  'hospital',
  'hospitals',
  'clinic',
  'infirmary',
  'institute',
  'center',
  'centre',
  'university',
  'polyclinic',
]);

/** Words that name a place anywhere, or a place said to be one: "at Bayview Imaging". */
const isStrong = (tokens: readonly Token[], at: number, last: number): boolean =>
  STRONG.has(tokens[last]?.norm ?? '') || tokens[at - 1]?.norm === 'at';

/** "… Institute of Medical Sciences", "… Centre, Pune", "… Pediatrics ED". */
function past(text: string, tokens: readonly Token[], last: number, to: number, head: boolean, cues: Cues): number {
  let stop = last;
  if (tokens[last + 1]?.norm === 'of') {
    for (let at = last + 2; at < to; at += 1)
      if (tokens[at]?.kind === 'word' && !cues.examWords.has(tokens[at]?.norm ?? '')) stop = at;
  }
  const next = tokens[stop + 1];
  const after = tokens[stop + 2];
  if (!head || !next) return stop;
  // "… Hospital for Children"
  if (next.norm === 'for' && after && startsUpper(text, after) && !text.slice(next.start, after.end).includes('\n'))
    return stop + 2;
  if (next.norm === '.' && next.glued) return stop + 1;
  const line = text.slice(next.end, (after?.end ?? next.end) + 1);
  if (next.norm === ',' && after && startsUpper(text, after) && line.endsWith('\n')) return stop + 2;
  const shown = text.slice(next.start, next.end);
  return next.kind === 'word' &&
    next.start - (tokens[stop]?.end ?? 0) <= 1 &&
    /^[A-Z]{2}$/.test(shown) &&
    !cues.examWords.has(next.norm)
    ? stop + 1
    : stop;
}

function addresses(text: string, tokens: readonly Token[], cues: Cues): readonly Marked[] {
  const out: Marked[] = [];
  // "A. Reader, MD" has a degree, "Easton, MD 21601" a state
  for (const hit of text.matchAll(STATE))
    if (cues.states.has(hit[1] ?? '') && (/\d$/.test(hit[0]) || (hit[1] !== 'MD' && !isExam(hit[0], cues))))
      out.push({ start: hit.index, end: hit.index + hit[0].length, label: 'ADDRESS' });
  for (const hit of text.matchAll(POSTCODE))
    out.push({ start: hit.index, end: hit.index + hit[0].length, label: 'ADDRESS' });
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word' || !cues.streets.has(token.norm) || !startsUpper(text, token)) continue;
    const from = streetStart(text, tokens, at, cues);
    if (from === null) continue;
    const to = addressEnd(text, tokens, at);
    out.push({ start: tokens[from]?.start ?? 0, end: tokens[to]?.end ?? 0, label: 'ADDRESS' });
    at = to;
  }
  return out;
}

/** "CHEST, PA": a view. */
const isExam = (words: string, { medical }: Cues): boolean =>
  /^\p{Lu}+, PA$/u.test(words) && medical(words.slice(0, -4).toLowerCase());

/** Back over capitalized words to the house number, if there is one. */
function streetStart(text: string, tokens: readonly Token[], street: number, cues: Cues): number | null {
  let from = street;
  let words = 0;
  for (let at = street - 1; at >= Math.max(0, street - REACH); at -= 1) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (!token || !next || next.start - token.end > 1 || text.slice(token.end, next.start).includes('\n')) break;
    if (token.kind === 'number' && next.glued && /^(?:nd|st|rd|th)$/.test(next.norm)) continue;
    if (token.norm === ',' && tokens[at - 1]?.kind === 'number' && words > 0) continue;
    // "F-18 FDG PET-CT", "2. Close to the nerve"
    if (token.kind === 'number' && (words === 0 ? next.norm === '.' : token.glued)) break;
    if (token.kind === 'number' && /^\d{1,5}$/.test(token.norm))
      return at > 0 && tokens[at - 1]?.norm === 'plot' ? at - 1 : at;
    if (token.kind === 'word' && startsUpper(text, token) && !cues.facilities.has(token.norm)) {
      words += 1;
      from = at;
    } else if (
      !(token.norm === '.' || token.norm === '-') &&
      !(token.kind === 'word' && /^\d*(?:nd|st|rd|th)$/.test(token.norm))
    )
      break;
  }
  return words > 0 && tokens[street]?.norm !== 'st' && tokens[street]?.norm !== 'ct' && tokens[street]?.norm !== 'hill'
    ? from
    : null;
}

/** On over "Suite 7, Flint, MI 48502" to the end of the line. */
function addressEnd(text: string, tokens: readonly Token[], street: number): number {
  let end = street;
  for (let at = street + 1; at < Math.min(tokens.length, street + REACH); at += 1) {
    const token = tokens[at];
    const before = tokens[at - 1];
    if (!token || !before || token.start - before.end > 1 || text.slice(before.end, token.start).includes('\n')) break;
    if (token.kind === 'number' || (token.kind === 'word' && (startsUpper(text, token) || /\d/.test(token.norm))))
      end = at;
    else if (token.norm !== ',' && token.norm !== '-' && token.norm !== '.') break;
  }
  return end;
}
