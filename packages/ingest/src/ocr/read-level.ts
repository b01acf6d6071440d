/** Reads a level page twice over: once whole, then what was missed or is in question line by line. */
import type { DrawnPage, LevelPage } from '../image/level-page.ts';
import type { TextLine } from '../image/text-lines.ts';
import { crossCheck, readMissed, withoutBlotches } from './audit.ts';
import { furnitureOf } from './furniture.ts';
import type { OcrWord, Recognizer } from './recognizer.ts';
import { type Row, rowsOf } from './rows.ts';

export interface Reading {
  readonly rows: readonly Row[];
  /** for each row, whether it is no part of what the report says */
  readonly furniture: readonly boolean[];
  /** other readings of a word of `rows` */
  readonly others: ReadonlyMap<OcrWord, readonly string[]>;
  /** rows below which a line of text stands that could not be read; -1 for above the first */
  readonly missedBelow: readonly number[];
  /** from units of the page's mesh to pixels of the boxes */
  readonly zoom: number;
}

export async function readLevel(
  page: LevelPage,
  drawn: DrawnPage,
  recognizer: Recognizer,
  checking: () => void,
): Promise<Reading> {
  const { grey, zoom } = drawn;
  const first = await recognizer.recognize(grey, '6');
  checking();
  const scale = zoom / page.sketchZoom;
  const placed = (line: TextLine) => ({
    ...line,
    left: line.left * scale,
    top: line.top * scale,
    right: line.right * scale,
    low: line.low * scale,
  });
  const { found, missed } = await readMissed(grey, page.strong.map(placed), first, recognizer);
  const rows = withoutBlotches(
    rowsOf([...first, ...found]),
    (page.strong.length > 0 ? page.strong : page.lines).map(placed),
    page.letters * zoom,
    page.lines.map(placed),
  );
  const furniture = furnitureOf(rows);
  const checked = await crossCheck(
    rows.filter((_, i) => !furniture[i]),
    grey,
    recognizer,
  );
  const others = new Map<OcrWord, readonly string[]>();
  const settled = rows.map((row) => ({
    ...row,
    words: row.words.map((word) => {
      const second = checked.get(word);
      if (second && second.others.length > 0) others.set(second, second.others);
      return second ?? word;
    }),
  }));
  const missedBelow = missed.map((line) => rows.filter((row) => row.baseline < line.low).length - 1);
  return { rows: settled, furniture, others, missedBelow, zoom };
}
