/** A picture of a page becomes rows of words placed on it: straighten, read, check. */
import { enhanced } from '../image/enhance.ts';
import { cut, type Grey, turn } from '../image/grey.ts';
import { drawPage, type LevelPage, levelPage, SKETCH_LETTERS } from '../image/level-page.ts';
import { placeOf } from '../image/mesh.ts';
import { gutterOf } from '../image/region.ts';
import type { PlacedPage, PlacedRow } from '../source.ts';
import { doubtOf } from './doubts.ts';
import { placedRows } from './paragraphs.ts';
import type { Box, OcrWord, Recognizer } from './recognizer.ts';
import { median, rowsOf } from './rows.ts';
import { uprightPage, wordiness } from './upright.ts';

type Report = (step: 'straighten' | 'read' | 'check', share: number) => void;
type ToPicture = (x: number, y: number) => readonly [number, number];

const LETTERS = 22;
const POOR = 0.62;
const FEWEST_WORDS = 5;
const FEWEST_LINES = 3;

/** The words of a picture in reading order, each placed on it; no rows where it holds no text. */
export async function readPicture(picture: Grey, recognizer: Recognizer, report: Report): Promise<PlacedPage> {
  report('straighten', 0.05);
  const { page: whole, turns } = await uprightPage(picture, recognizer);
  const back = turnedBack(picture, turns);
  if (whole.strong.length === 0 && whole.lines.length < FEWEST_LINES)
    return { width: picture.width, height: picture.height, rows: [] };
  const rows: PlacedRow[] = [];
  for (const [index, { page, shift }] of splitSpread(whole).entries()) {
    report('read', 0.3 + 0.3 * index);
    const read = await readEitherWay(page, recognizer);
    const toPicture: ToPicture = (x, y) => {
      const [px, py] = placeOf(read.page.mesh, x / read.zoom, y / read.zoom);
      const [ux, uy] = read.onHead ? [page.picture.width - px, page.picture.height - py] : [px, py];
      return back(ux + shift, uy);
    };
    const placed = placedRows(rowsOf(read.words), (word) => {
      const doubt = doubtOf(word.text, word.confidence);
      return {
        text: word.text,
        confidence: word.confidence,
        box: boxIn(word.box, toPicture),
        ...(doubt ? { doubt } : {}),
      };
    });
    rows.push(...placed.map((row, i) => (i === 0 && rows.length > 0 ? { ...row, paragraph: true } : row)));
  }
  report('check', 0.95);
  const sure = rows
    .flatMap((row) => row.words)
    .filter((word) => word.confidence > 0.6 && /[A-Za-z]{3}/.test(word.text)).length;
  return { width: picture.width, height: picture.height, rows: sure < FEWEST_WORDS ? [] : rows };
}

interface Part {
  readonly page: LevelPage;
  /** where its left edge stands in the upright picture */
  readonly shift: number;
}

/** A spread of two pages as two pages, each levelled alone. */
function splitSpread(page: LevelPage): Part[] {
  const gutter = gutterOf(page.lines, SKETCH_LETTERS);
  if (gutter === null) return [{ page, shift: 0 }];
  const { picture } = page;
  const heights = [0.25, 0.5, 0.75].map(
    (share) => placeOf(page.mesh, gutter / page.sketchZoom, page.mesh.height * share)[0],
  );
  const x = Math.round(median(heights));
  if (x < 40 || x > picture.width - 40) return [{ page, shift: 0 }];
  return [
    { page: levelPage(cut(picture, 0, 0, x, picture.height)), shift: 0 },
    { page: levelPage(cut(picture, x, 0, picture.width, picture.height)), shift: x },
  ];
}

interface Read {
  readonly page: LevelPage;
  readonly words: readonly OcrWord[];
  readonly zoom: number;
  readonly onHead: boolean;
}

/** Reads a page; one that reads poorly is tried on its head as well. */
async function readEitherWay(page: LevelPage, recognizer: Recognizer): Promise<Read> {
  const first = await readPage(page, recognizer);
  const words = first.words.filter((word) => /[A-Za-z]{2}/.test(word.text));
  const mean = words.reduce((sum, word) => sum + word.confidence, 0) / Math.max(1, words.length);
  if (page.strong.length < 3 || mean > POOR) return { ...first, onHead: false };
  const second = await readPage(levelPage(turn(page.picture, 2)), recognizer);
  return wordiness(second.words) > wordiness(first.words) ? { ...second, onHead: true } : { ...first, onHead: false };
}

async function readPage(page: LevelPage, recognizer: Recognizer): Promise<Omit<Read, 'onHead'>> {
  const { grey, zoom } = drawPage(page, LETTERS);
  return { page, zoom, words: await recognizer.recognize(enhanced(grey, page.letters * zoom), '6') };
}

/** From the picture after quarter turns clockwise back to the picture as it came. */
function turnedBack({ width, height }: Grey, turns: number): ToPicture {
  if (turns === 1) return (x, y) => [y, height - x];
  if (turns === 2) return (x, y) => [width - x, height - y];
  return turns === 3 ? (x, y) => [width - y, x] : (x, y) => [x, y];
}

/** The upright box in the picture around a box of the level page. */
function boxIn([x, y, w, h]: Box, toPicture: ToPicture): Box {
  const corners = [toPicture(x, y), toPicture(x + w, y), toPicture(x, y + h), toPicture(x + w, y + h)];
  const xs = corners.map(([px]) => px);
  const ys = corners.map(([, py]) => py);
  const [left, top] = [Math.floor(Math.min(...xs)), Math.floor(Math.min(...ys))];
  return [left, top, Math.ceil(Math.max(...xs)) - left, Math.ceil(Math.max(...ys)) - top];
}
