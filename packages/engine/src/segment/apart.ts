/** Wing 1, segment: an entry that holds statements side by side, set apart by wide gaps or by their labels → one entry each. */
import type { SectionCode } from '../document.ts';
import { phraseAt } from '../search.ts';
import { type Entry, partOf } from './entries.ts';
import { beginsLabel } from './labels.ts';
import { startsUpper } from './letters.ts';
import { namesIn } from './named.ts';
import type { Page } from './page.ts';
import { COLON, holds, MARK, ORGAN_LABEL, WORD } from './roles.ts';
import { claims } from './seen.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Sections whose lines tell what was seen; elsewhere gaps part labels of a form. */
const TOLD: ReadonlySet<SectionCode> = new Set(['findings', 'impression', 'findings_impression']);
/** a line with so many wide gaps, and fewer others, was stretched to its width or is the row of a table */
const STRETCHED = 2;
/** so many tokens before a place at most are looked at */
const REACH = 80;

export function splitApart(
  page: Page,
  entries: readonly Entry[],
  code: SectionCode,
  words: Vocabulary,
): readonly Entry[] {
  if (!TOLD.has(code)) return entries;
  const out: Entry[] = [];
  for (const entry of entries) {
    const places = mayPart(page, entry) ? placesOf(page, entry) : [];
    if (places.length === 0) out.push(entry);
    else for (const part of cut(page, entry, places, words)) out.push(part);
  }
  return out;
}

interface Place {
  readonly at: number;
  /** a gap of two spaces or more; else a sign behind which a label may stand */
  readonly wide: boolean;
  stretched: boolean;
  /** the next wide gap, or the end of the line */
  end: number;
}

/** Most entries hold neither a wide gap nor a label behind a comma. */
function mayPart({ tokens, roles }: Page, { from, to }: Entry): boolean {
  let end = tokens[from]?.end ?? 0;
  for (let at = from + 1; at < to; at += 1) {
    const token = tokens[at];
    if (!token) return false;
    if (token.start - end > 1 || ((roles[at] ?? 0) & COLON && at + 1 < to)) return true;
    end = token.end;
  }
  return false;
}

/** Where a further statement may begin: behind a wide gap, or behind a comma or semicolon. */
function placesOf({ text, tokens, roles }: Page, { from, to, mark }: Entry): readonly Place[] {
  const places: Place[] = [];
  let lineStart = 0;
  let wide = 0;
  let narrow = 0;
  const endLine = (end: number): void => {
    const stretched = wide > STRETCHED && wide > narrow;
    let next = end;
    for (let i = places.length - 1; i >= lineStart; i -= 1) {
      const place = places[i];
      if (!place) continue;
      place.stretched = stretched;
      place.end = next;
      if (place.wide) next = place.at;
    }
    lineStart = places.length;
    wide = 0;
    narrow = 0;
  };
  for (let at = (mark?.to ?? from) + 1; at < to; at += 1) {
    const before = tokens[at - 1];
    const token = tokens[at];
    if (!before || !token || token.glued) continue;
    const gap = token.start - before.end;
    const sign = before.norm === ';' || before.norm === ',';
    if (gap === 1 && !sign && text.charCodeAt(before.end) === SPACE) narrow += 1;
    else if (gap > 1 && isBroken(text, before.end, token.start)) endLine(at);
    else if (gap > 1) {
      wide += 1;
      places.push({ at, wide: true, stretched: false, end: to });
    } else if (sign && (roles[at] ?? 0) & ORGAN_LABEL) places.push({ at, wide: false, stretched: false, end: to });
  }
  endLine(to);
  return places;
}
const SPACE = 32;

function isBroken(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const c = text.charCodeAt(at);
    if (c === 10 || c === 13 || c === 11 || c === 12 || c === 0x85 || c === 0x2028 || c === 0x2029) return true;
  }
  return false;
}

function cut(page: Page, entry: Entry, places: readonly Place[], words: Vocabulary): readonly Entry[] {
  const out: Entry[] = [];
  let from = entry.from;
  let body = entry.mark?.to ?? entry.from;
  for (const place of places) {
    if (!isNext(page, body, place, words)) continue;
    out.push(partOf(entry, from, place.at, from === entry.from ? entry.mark : null));
    from = place.at;
    body = place.at;
  }
  out.push(partOf(entry, from, entry.to, from === entry.from ? entry.mark : null));
  return out;
}

/** Whether a statement of its own begins at a place, with another one before it. */
function isNext(page: Page, start: number, { at, end, wide, stretched }: Place, words: Vocabulary): boolean {
  const from = Math.max(start, at - REACH);
  const { text, tokens, roles } = page;
  const first = tokens[at];
  const last = tokens[at - 1];
  if (!first || !last || last.norm === ':') return false;
  const labelled = holds(roles, COLON, from, at - 1);
  if (!wide) return labelled && startsUpper(text, first) && isOrgan(page, at, end, words) && isValue(page, from, at);
  // "Head: normal   Heart (4 chamber): normal"
  if (labelled && beginsLabel(text, tokens, at, end)) return true;
  if (stretched || !startsUpper(text, first) || !mayEnd(page, at - 1, words)) return false;
  const begin = sentenceStart(page, from, at);
  const stop = sentenceEnd(page, at, end);
  const before = claims(page, begin, at, words);
  const behind = first.norm === 'no' || claims(page, at, stop, words);
  if (before && behind) return true;
  // capitals that begin a sentence tell more than those of a text all in capitals
  return before !== behind && !page.capitals() && tells(page, before ? at : begin, before ? stop : at, words);
}

/** Whether a statement may end with a token: not with "of", "the" or "no". */
function mayEnd({ tokens, roles }: Page, at: number, words: Vocabulary): boolean {
  const norm = tokens[at]?.norm ?? '';
  if ((roles[at] ?? 0) & MARK) return norm === ')';
  return !words.unfinished.has(norm);
}

function sentenceStart({ tokens }: Page, from: number, to: number): number {
  for (let at = to - 1; at > from; at -= 1) if (stops(tokens, at)) return at + 1;
  return from;
}

function sentenceEnd({ tokens }: Page, from: number, to: number): number {
  for (let at = from; at < to; at += 1) if (stops(tokens, at)) return at;
  return to;
}

/** A full stop; not the dots that lead to an answer: "FREE FLUID.....NIL". */
const stops = (tokens: Page['tokens'], at: number): boolean =>
  tokens[at]?.norm === '.' && tokens[at - 1]?.norm !== '.' && tokens[at + 1]?.norm !== '.';

/** "Osteodegenerative changes of the bones": a few words about a part of the body. */
function tells(page: Page, from: number, to: number, words: Vocabulary): boolean {
  let count = 0;
  for (let at = from; at < to; at += 1) if ((page.roles[at] ?? 0) & WORD) count += 1;
  return count >= FEWEST && namesIn(page, from, to, words).organ;
}
const FEWEST = 3;

/** Between the place and the sign before it stands no full stop but a colon: "Liver: normal, Spleen: …", not "Liver: normal. Nodes, Spleen: …". */
function isValue({ tokens, roles }: Page, from: number, to: number): boolean {
  for (let at = to - 1; at >= from; at -= 1) {
    if ((roles[at] ?? 0) & COLON) return true;
    if (tokens[at]?.norm === '.' || (tokens[at]?.norm === ';' && at < to - 1)) return false;
  }
  return false;
}

/** "Spleen: …" */
function isOrgan({ tokens }: Page, at: number, end: number, words: Vocabulary): boolean {
  const label = phraseAt(words.organLabels, tokens, at, end);
  return label !== null && tokens[label.to]?.norm === ':';
}
