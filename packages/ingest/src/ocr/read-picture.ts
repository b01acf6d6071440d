/** A picture of a page becomes rows of words placed on it: straighten, read, check. */
import { type Grey, shrinkTo } from '../image/grey.ts';
import { flatten, paperBrightness } from '../image/illumination.ts';
import { draw, type Mesh, placeOf } from '../image/mesh.ts';
import { straighten } from '../image/straighten.ts';
import type { PlacedPage } from '../source.ts';
import { doubtOf } from './doubts.ts';
import { placedRows } from './paragraphs.ts';
import type { Box, Recognizer } from './recognizer.ts';
import { rowsOf } from './rows.ts';

type Report = (step: 'straighten' | 'read' | 'check', share: number) => void;

const LETTERS = 22;
const LARGEST = 12_000_000;

export async function readPicture(picture: Grey, recognizer: Recognizer, report: Report): Promise<PlacedPage> {
  report('straighten', 0.1);
  const { mesh, letters } = straighten(picture);
  const wanted = letters > 0 ? LETTERS / letters : 1;
  const zoom = Math.min(Math.max(0.3, Math.min(4, wanted)), Math.sqrt(LARGEST / (mesh.width * mesh.height)));
  const level =
    zoom < 0.8
      ? draw(shrinkTo(picture, Math.max(picture.width, picture.height) * zoom).grey, shrunk(mesh, zoom), 1)
      : draw(picture, mesh, zoom);
  const even = flatten(level, paperBrightness(level));
  report('read', 0.25);
  const words = await recognizer.recognize(even, '6');
  report('check', 0.9);
  const rows = placedRows(rowsOf(words), (word) => {
    const doubt = doubtOf(word.text, word.confidence);
    return {
      text: word.text,
      confidence: word.confidence,
      box: boxIn(mesh, word.box, zoom),
      ...(doubt ? { doubt } : {}),
    };
  });
  return { width: picture.width, height: picture.height, rows };
}

/** The same mesh over a picture made smaller. */
function shrunk(mesh: Mesh, zoom: number): Mesh {
  const scale = (grid: Float32Array) => grid.map((value) => value * zoom);
  return {
    ...mesh,
    width: mesh.width * zoom,
    height: mesh.height * zoom,
    step: mesh.step * zoom,
    xs: scale(mesh.xs),
    ys: scale(mesh.ys),
  };
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
