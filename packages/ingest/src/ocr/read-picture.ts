/** A picture of a page becomes rows of words placed on it: straighten, read, check. */
import { cut, type Grey } from '../image/grey.ts';
import { type LevelPage, levelPage, SKETCH_LETTERS } from '../image/level-page.ts';
import { placeOf } from '../image/mesh.ts';
import { gutterOf } from '../image/region.ts';
import type { PlacedPage, PlacedRow } from '../source.ts';
import { doubtOf, type Place } from './doubts.ts';
import { placedRows } from './paragraphs.ts';
import { type Reading, readLevel } from './read-level.ts';
import type { Box, OcrWord, Recognizer } from './recognizer.ts';
import { median } from './rows.ts';
import { cleanPage, uprightPage } from './upright.ts';

type Report = (step: 'straighten' | 'read' | 'check', share: number) => void;
type ToPicture = (x: number, y: number) => readonly [number, number];

const FEWEST_WORDS = 5;

/** The words of a picture in reading order, each placed on it; no rows where it holds no text. */
export async function readPicture(picture: Grey, recognizer: Recognizer, report: Report): Promise<PlacedPage> {
  report('straighten', 0.05);
  const upright = await uprightPage(picture, recognizer);
  if (!upright) return { width: picture.width, height: picture.height, rows: [] };
  const back = turnedBack(picture, upright.turns);
  const rows: PlacedRow[] = [];
  const parts = splitSpread(upright.page);
  for (const [index, { page, shift }] of parts.entries()) {
    report('read', 0.3 + 0.3 * index);
    const read = await readLevel(page, (parts.length === 1 && upright.drawn) || cleanPage(page), recognizer, () =>
      report('check', 0.6 + 0.2 * index),
    );
    const toPicture: ToPicture = (x, y) => {
      const [px, py] = placeOf(page.mesh, x / read.zoom, y / read.zoom);
      return back(px + shift, py);
    };
    const places = placesOf(read);
    const placed = placedRows(read.rows, (word) => {
      const doubt = doubtOf(word.text, word.confidence, read.others.get(word), places.get(word));
      const { text, confidence } = word;
      return { text, confidence, box: boxIn(word.box, toPicture), ...(doubt ? { doubt } : {}) };
    });
    placed.forEach((row, i) => {
      const lineMissing = read.missedBelow.includes(i) || (i === 0 && read.missedBelow.includes(-1));
      rows.push({ ...row, paragraph: row.paragraph || (i === 0 && rows.length > 0), lineMissing });
    });
  }
  const words = rows.flatMap((row) => row.words);
  const sure = words.filter((word) => word.confidence > 0.6 && /[A-Za-z]{3}/.test(word.text)).length;
  return { width: picture.width, height: picture.height, rows: sure < FEWEST_WORDS ? [] : rows };
}

const SPINE_LEVEL = /^[LTC]\d{1,2}(?:[-/][LTCS]?\d{1,2})?[.,:;]?$/;

/** Where each word of a page stands. */
function placesOf({ rows, furniture }: Reading): ReadonlyMap<OcrWord, Place> {
  const spine = rows.some((row) => row.words.some((word) => SPINE_LEVEL.test(word.text)));
  const places = new Map<OcrWord, Place>();
  rows.forEach(({ words }, row) => {
    words.forEach((word, i) => {
      const next = words[i + 1]?.text ?? null;
      places.set(word, { furniture: furniture[row] ?? false, spine, next, first: i === 0 });
    });
  });
  return places;
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
