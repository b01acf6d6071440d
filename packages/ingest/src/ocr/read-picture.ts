/** A picture of a page becomes rows of words placed on it: straighten, read, check. */
import type { Grey } from '../image/grey.ts';
import { drawPage, levelPage } from '../image/level-page.ts';
import { type Mesh, placeOf } from '../image/mesh.ts';
import type { PlacedPage } from '../source.ts';
import { doubtOf } from './doubts.ts';
import { placedRows } from './paragraphs.ts';
import type { Box, Recognizer } from './recognizer.ts';
import { rowsOf } from './rows.ts';

type Report = (step: 'straighten' | 'read' | 'check', share: number) => void;

const LETTERS = 22;

export async function readPicture(picture: Grey, recognizer: Recognizer, report: Report): Promise<PlacedPage> {
  report('straighten', 0.1);
  const page = levelPage(picture);
  const { grey, zoom } = drawPage(page, LETTERS);
  report('read', 0.25);
  const words = await recognizer.recognize(grey, '6');
  report('check', 0.9);
  const rows = placedRows(rowsOf(words), (word) => {
    const doubt = doubtOf(word.text, word.confidence);
    return {
      text: word.text,
      confidence: word.confidence,
      box: boxIn(page.mesh, word.box, zoom),
      ...(doubt ? { doubt } : {}),
    };
  });
  return { width: picture.width, height: picture.height, rows };
}

/** The upright box in the picture around a box of the level page. */
function boxIn(mesh: Mesh, [x, y, w, h]: Box, zoom: number): Box {
  const corners = [
    [x, y],
    [x + w, y],
    [x, y + h],
    [x + w, y + h],
  ].map(([u = 0, v = 0]) => placeOf(mesh, u / zoom, v / zoom));
  const xs = corners.map(([px]) => px);
  const ys = corners.map(([, py]) => py);
  const [left, top] = [Math.floor(Math.min(...xs)), Math.floor(Math.min(...ys))];
  return [left, top, Math.ceil(Math.max(...xs)) - left, Math.ceil(Math.max(...ys)) - top];
}
