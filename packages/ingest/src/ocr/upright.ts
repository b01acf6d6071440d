/** The picture as it is to be read: turned upright, light text on dark inverted, levelled. */
import { enhanced } from '../image/enhance.ts';
import { cut, type Grey, inverted, shrinkTo, turn } from '../image/grey.ts';
import {
  type DrawnPage,
  drawPage,
  type LevelPage,
  levelPage,
  SKETCH_LETTERS,
  turnedOver,
} from '../image/level-page.ts';
import { isDark, OVERVIEW_SIDE, runsUpright } from '../image/orientation.ts';
import { gutterOf } from '../image/region.ts';
import { withoutRules } from '../image/rules.ts';
import type { OcrWord, Recognizer } from './recognizer.ts';

export interface Upright {
  readonly page: LevelPage;
  /** quarter turns clockwise from the picture to the page */
  readonly turns: number;
  /** drawn for reading; null for a spread, whose pages are drawn one by one */
  readonly drawn: DrawnPage | null;
}

const PROBE_LINES = 4;
const GLANCE_LINES = 2;
const GLANCE_LETTERS = 18;
const FEWEST_LINES = 3;
const SURE = 0.45;
const NO_WORDS = 0.06;
/** letter height that Tesseract reads best, in pixels */
const READING_LETTERS = 22;

/** The level page, right way up, told by reading a few of its lines; null where nothing in it reads like words. */
export async function uprightPage(picture: Grey, recognizer: Recognizer): Promise<Upright | null> {
  recognizer.warm?.();
  const overview = shrinkTo(picture, OVERVIEW_SIDE).grey;
  const turns = runsUpright(overview) ? 1 : 0;
  const dark = isDark(overview);
  const page = bestLight(turn(picture, turns), dark);
  if (page.strong.length === 0 && page.lines.length < FEWEST_LINES) return null;
  const spread = gutterOf(page.lines, SKETCH_LETTERS) !== null;
  const drawn = spread ? drawPage(page, GLANCE_LETTERS) : cleanPage(page);
  const strips = longestLines(page, drawn);
  const glance = await readability(strips.slice(0, GLANCE_LINES), recognizer);
  if (glance > SURE) return { page, turns, drawn: spread ? null : drawn };
  const score = await readability(strips, recognizer);
  if (score > SURE) return { page, turns, drawn: spread ? null : drawn };
  const onHead = await readability(
    strips.map((strip) => turn(strip, 2)),
    recognizer,
  );
  if (Math.max(score, onHead) < NO_WORDS) return null;
  if (score >= onHead) return { page, turns, drawn: spread ? null : drawn };
  const over = turnedOver(page);
  return { page: over, turns: turns + 2, drawn: spread ? null : { ...drawn, grey: turn(drawn.grey, 2) } };
}

/** The page drawn and cleaned at the size that reads best. */
export function cleanPage(page: LevelPage): DrawnPage {
  const { grey, zoom } = drawPage(page, READING_LETTERS);
  const letters = page.letters * zoom;
  return { grey: withoutRules(enhanced(grey, letters), letters), zoom };
}

/** Dark text on light, whichever way round shows more lines. */
function bestLight(picture: Grey, dark: boolean): LevelPage {
  const page = levelPage(picture);
  if (!dark) return page;
  const negative = levelPage(inverted(picture));
  return lettersIn(negative) > lettersIn(page) ? negative : page;
}

const lettersIn = (page: LevelPage) => page.strong.reduce((sum, line) => sum + line.letters, 0);

/** The longest lines of a page, cut out. */
function longestLines(page: LevelPage, { grey, zoom }: DrawnPage): Grey[] {
  const scale = zoom / page.sketchZoom;
  return [...(page.strong.length > 0 ? page.strong : page.lines)]
    .sort((a, b) => b.letters - a.letters)
    .slice(0, PROBE_LINES)
    .map((line) =>
      cut(grey, line.left * scale - 12, line.top * scale - 8, line.right * scale + 12, line.low * scale + 8),
    );
}

/** How well strips of text read: 0 not at all, 1 every letter surely. */
async function readability(strips: readonly Grey[], recognizer: Recognizer): Promise<number> {
  let sum = 0;
  let letters = 0;
  for (const strip of strips) {
    const words = await recognizer.recognize(strip, '7');
    sum += wordiness(words);
    letters += words.reduce((n, word) => n + word.text.length, 0);
  }
  return sum / Math.max(20, letters);
}

/** Confident characters of words of three letters and more. */
function wordiness(words: readonly OcrWord[]): number {
  return words.reduce(
    (sum, word) => sum + (/[A-Za-z]{3}/.test(word.text) ? word.confidence ** 2 * word.text.length : 0),
    0,
  );
}
