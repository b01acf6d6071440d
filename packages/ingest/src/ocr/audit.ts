/** The audit: lines of text that no word covers are read again alone, and so are rows whose numbers are in question. */
import { cut, type Grey, resize } from '../image/grey.ts';
import type { TextLine } from '../image/text-lines.ts';
import { tokenKind } from './doubts.ts';
import type { Box, OcrWord, Recognizer } from './recognizer.ts';
import type { Row } from './rows.ts';

export interface CheckedWord extends OcrWord {
  /** other readings of the same place */
  readonly others: readonly string[];
}

const COVERED = 0.5;
const HALF = 0.5;
const HARDLY = 0.4;
/** in letter heights: letters are never so low */
const FLAT = 0.4;
const MOST_MISSED = 12;
const MOST_CHECKED = 10;
const OTHER_SIZE = 0.78;
/** read alike twice, each at least half sure, a word is sure enough */
const TWICE = 0.5;
const AGREED = 0.85;
const SURE = 0.9;
const SURE_CHARACTER = 0.82;

/** Words of lines that the first reading passed over; `missed` counts the lines that still say nothing. */
export async function readMissed(
  page: Grey,
  lines: readonly TextLine[],
  words: readonly OcrWord[],
  recognizer: Recognizer,
) {
  const found: OcrWord[] = [];
  const missed: TextLine[] = [];
  let number = words.reduce((most, word) => Math.max(most, word.line), 0);
  for (const line of lines.filter((candidate) => coverage(candidate, words) < COVERED).slice(0, MOST_MISSED)) {
    const box: Box = [line.left, line.top, line.right - line.left, line.low - line.top];
    const read = (await strip(page, box, recognizer)).filter(
      (word) => !words.some((other) => overlap(word.box, other.box) > 0.4),
    );
    number += 1;
    found.push(...read.filter((word) => word.confidence > 0.25).map((word) => ({ ...word, line: number })));
    if (read.length === 0 && coverage(line, words) < 0.2) missed.push(line);
  }
  return { found, missed };
}

/**
 * Rows without those that are no text: above or below all lines of letters, not read half surely; or between them
 * where no letters stand in line, hardly read. Short rows with a number, a side or a negation stay there, however
 * doubtful: a wrapped "4 %." is as short as a blotch.
 */
export function withoutBlotches(
  rows: readonly Row[],
  lines: readonly TextLine[],
  usual: number,
  every: readonly TextLine[] = lines,
): Row[] {
  const top = Math.min(...lines.map((line) => line.top)) - usual * 3;
  const low = Math.max(...lines.map((line) => line.low)) + usual * 3;
  const onLine = (box: Box) => lines.some((line) => shares(line, box));
  const within = ([, y, , h]: Box) => y + h / 2 > top && y + h / 2 < low;
  return rows
    .map((row) => ({ ...row, words: row.words.filter((word) => !isRule(word, usual)) }))
    .filter((row) => row.words.length > 0 && (within(row.box) || row.words.some(isSome) || onLine(row.box)))
    .filter((row) => !isHardlyRead(row, usual) || every.some((line) => shares(line, row.box)));
}

/** A wide row of doubtful words, or a short one with none that must not be lost. */
function isHardlyRead({ words, box }: Row, usual: number): boolean {
  if (box[2] > usual * 6) return words.reduce((sum, word) => sum + word.confidence, 0) < HARDLY * words.length;
  return words.every((word) => word.confidence < HARDLY && tokenKind(word.text) === 'word');
}

/** Read well enough to be text where no line of letters was seen. */
const isSome = (word: OcrWord) => word.confidence > 0.8 || (word.confidence > HALF && /[A-Za-z]{4}|\d/.test(word.text));

/** A rule of a table or the edge of a page, taken for a character. */
const isRule = ({ text, confidence, box }: OcrWord, usual: number) =>
  /^[|[\]_~=\u2014]+$/.test(text) ||
  (confidence < HALF && /^[^A-Za-z0-9]+$/.test(text)) ||
  (confidence < HALF && box[3] < usual * FLAT && /[A-Za-z0-9]/.test(text));

function shares(line: TextLine, [x, y, w, h]: Box): boolean {
  const high = Math.min(line.low, y + h) - Math.max(line.top, y);
  return high > 0.5 * Math.min(h, line.low - line.top) && line.left < x + w && line.right > x;
}

/** Share of a line's width over which some word stands. */
function coverage(line: TextLine, words: readonly OcrWord[]): number {
  let covered = 0;
  for (const { box } of words) {
    const high = Math.min(line.low, box[1] + box[3]) - Math.max(line.top, box[1]);
    if (high < 0.4 * Math.min(line.low - line.top, box[3])) continue;
    covered += Math.max(0, Math.min(line.right, box[0] + box[2]) - Math.max(line.left, box[0]));
  }
  return covered / Math.max(1, line.right - line.left);
}

/** Rows with unsure numbers, sides or negations are read a second time, alone and at another size. */
export async function crossCheck(
  rows: readonly Row[],
  page: Grey,
  recognizer: Recognizer,
): Promise<Map<OcrWord, CheckedWord>> {
  const checked = new Map<OcrWord, CheckedWord>();
  const unsure = rows.filter((row) => row.words.some(isUnsure)).sort((a, b) => weakest(a) - weakest(b));
  for (const row of unsure.slice(0, MOST_CHECKED)) {
    const again = await strip(page, row.box, recognizer, OTHER_SIZE);
    for (const word of row.words) {
      if (!isUnsure(word)) continue;
      const second = again.find((candidate) => overlap(candidate.box, word.box) > 0.6);
      if (second) checked.set(word, spansMore(second, word) ? joined(word, second) : reconciled(word, second));
    }
  }
  return checked;
}

const spansMore = (second: OcrWord, first: OcrWord) => second.box[2] > first.box[2] * 1.4 + first.box[3] * 0.3;

/** A second reading that runs a word together with its neighbours: it agrees if it holds the word, and says nothing else. */
function joined(first: OcrWord, second: OcrWord): CheckedWord {
  const at = second.text.indexOf(first.text);
  const apart =
    !/[\d.,<>-]$/.test(second.text.slice(0, at)) && !/^[\d.,-]/.test(second.text.slice(at + first.text.length));
  const agrees = at >= 0 && apart && Math.max(first.confidence, second.confidence) >= TWICE;
  return { ...first, confidence: agrees ? Math.max(first.confidence, AGREED) : first.confidence, others: [] };
}

/** A spine level or a weighting, whose letter the other reading took for a digit or the other way round. */
const WELL_FORMED = /^[ltcs]\d{1,2}(?:[-/][ltcs]?\d{1,2})?$/;
const folded = (text: string) =>
  text
    .replace(/[li|]/g, '1')
    .replace(/[s$\u00a7]/g, '5')
    .replace(/o/g, '0');

/** Two readings of one place: agreeing they are surer, differing in something critical both are kept. */
function reconciled(first: OcrWord, second: OcrWord): CheckedWord {
  // only quotes, brackets and closing marks are no part of a word: "-2.6" and "<5" are not "2.6" and "5"
  const bare = (text: string) => text.toLowerCase().replace(/^[("'\u2018\u201c[]+|[)"'\u2019\u201d\].,;:]+$/g, '');
  const better = second.confidence > first.confidence + 0.05 ? second : first;
  if (bare(first.text) === bare(second.text).replace(/(?<=\d)x$/, '')) {
    const enough = tokenKind(first.text) === 'word' ? 0 : TWICE;
    const most = Math.max(first.confidence, second.confidence);
    return { ...first, text: better.text, confidence: most >= enough ? Math.max(most, AGREED) : most, others: [] };
  }
  if (WELL_FORMED.test(bare(first.text)) && folded(bare(first.text)) === folded(bare(second.text)))
    return { ...first, confidence: Math.max(first.confidence, AGREED), others: [] };
  const kinds = [tokenKind(first.text), tokenKind(second.text)];
  if (kinds.every((kind) => kind === 'word')) return { ...first, others: [] };
  if (kinds[0] !== 'word' && kinds[1] === 'word') return { ...first, others: [] };
  const worse = better === first ? second : first;
  return { ...first, text: better.text, confidence: Math.min(better.confidence, 0.79), others: [worse.text] };
}

function isUnsure(word: OcrWord): boolean {
  if (tokenKind(word.text) === 'word') return word.confidence < (word.text.length <= 3 ? 0.7 : HALF);
  return word.confidence < SURE || word.weakest < SURE_CHARACTER;
}

const weakest = (row: Row) => Math.min(...row.words.filter(isUnsure).map((word) => word.weakest));

/** One line read alone at `size` times its size, its words back in the coordinates of the page. */
async function strip(page: Grey, [x, y, w, h]: Box, recognizer: Recognizer, size = 1): Promise<OcrWord[]> {
  const pad = Math.round(h * 0.35);
  const [left, top] = [Math.floor(x - pad), Math.floor(y - pad)];
  const line = cut(page, left, top, x + w + pad, y + h + pad);
  const small = size === 1 ? line : resize(line, Math.round(line.width * size), Math.round(line.height * size));
  const words = await recognizer.recognize(small, '7');
  return words.map((word) => {
    const [wx, wy, ww, wh] = word.box;
    return {
      ...word,
      baseline: word.baseline / size + top,
      box: [wx / size + left, wy / size + top, ww / size, wh / size],
    };
  });
}

/** Shared area in shares of the smaller box. */
function overlap(a: Box, b: Box): number {
  const w = Math.min(a[0] + a[2], b[0] + b[2]) - Math.max(a[0], b[0]);
  const h = Math.min(a[1] + a[3], b[1] + b[3]) - Math.max(a[1], b[1]);
  return w <= 0 || h <= 0 ? 0 : (w * h) / Math.max(1, Math.min(a[2] * a[3], b[2] * b[3]));
}
