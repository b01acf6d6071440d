/** The picture as it is to be read: turned upright, light text on dark inverted, levelled. */
import { cut, type Grey, inverted, turn } from '../image/grey.ts';
import { drawPage, type LevelPage, levelPage } from '../image/level-page.ts';
import { isDark, runsUpright } from '../image/orientation.ts';
import type { OcrWord, Recognizer } from './recognizer.ts';

export interface Upright {
  readonly page: LevelPage;
  /** quarter turns clockwise from the picture to the page */
  readonly turns: number;
}

const PROBE_LINES = 6;
const PROBE_LETTERS = 20;

/** The level page, right way up. Only one whose lines run upwards is probed here. */
export async function uprightPage(picture: Grey, recognizer: Recognizer): Promise<Upright> {
  if (!runsUpright(picture)) return { page: bestLight(picture), turns: 0 };
  const right = bestLight(turn(picture, 1));
  const score = await probe(right, recognizer);
  const left = bestLight(turn(picture, 3));
  return (await probe(left, recognizer)) > score ? { page: left, turns: 3 } : { page: right, turns: 1 };
}

/** Dark text on light, whichever way round shows more lines. */
function bestLight(picture: Grey): LevelPage {
  const page = levelPage(picture);
  if (!isDark(picture)) return page;
  const negative = levelPage(inverted(picture));
  return lettersIn(negative) > lettersIn(page) ? negative : page;
}

const lettersIn = (page: LevelPage) => page.strong.reduce((sum, line) => sum + line.letters, 0);

/** How well the longest lines of a page read. */
async function probe(page: LevelPage, recognizer: Recognizer): Promise<number> {
  const longest = [...page.strong].sort((a, b) => b.letters - a.letters).slice(0, PROBE_LINES);
  if (longest.length === 0) return 0;
  const { grey, zoom } = drawPage(page, PROBE_LETTERS);
  const scale = zoom / page.sketchZoom;
  let sum = 0;
  for (const line of longest.slice(0, 3)) {
    const strip = cut(
      grey,
      line.left * scale - 12,
      line.top * scale - 8,
      line.right * scale + 12,
      line.low * scale + 8,
    );
    sum += wordiness(await recognizer.recognize(strip, '7'));
  }
  return sum;
}

/** Confident characters of words of three letters and more. */
export function wordiness(words: readonly OcrWord[]): number {
  return words.reduce(
    (sum, word) => sum + (/[A-Za-z]{3}/.test(word.text) ? word.confidence ** 2 * word.text.length : 0),
    0,
  );
}
