/** The text layer against the eye: rows with numbers are read from the drawn page, as a font can show a 6 and say 9. */
import { cut, type Grey, resize } from '../image/grey.ts';
import { doubtOf, tokenKind } from '../ocr/doubts.ts';
import type { OcrWord, Recognizer } from '../ocr/recognizer.ts';
import type { PlacedPage, PlacedRow, PlacedWord } from '../source.ts';

const ROWS = 8;
const STRIP_HEIGHT = 44;
/** confidence that shows a page to differ, and the one that is enough once it does */
const SURE = 0.85;
const LIKELY = 0.3;

/** The page with doubts on numbers that look otherwise than they are written; rows from the Impression on come first. */
export async function compared(page: PlacedPage, picture: Grey, recognizer: Recognizer): Promise<PlacedPage> {
  const scale = picture.width / page.width;
  const heading = page.rows.findIndex((row) => /^(?:impression|conclusion|opinion)/i.test(row.words[0]?.text ?? ''));
  const numbered = page.rows.flatMap((row, i) =>
    row.words.some((word) => tokenKind(word.text) === 'number') ? [i] : [],
  );
  const chosen = [...numbered.filter((i) => i >= heading), ...numbered.filter((i) => i < heading)].slice(0, ROWS);
  const seen = new Map<PlacedRow, Glimpse>();
  for (const i of chosen) {
    const row = page.rows[i];
    if (row) seen.set(row, await glimpse(row, picture, scale, recognizer));
  }
  const look = (least: number) =>
    page.rows.map((row) => {
      const shown = seen.get(row);
      return shown ? { ...row, words: comparedWords(row.words, shown, least) } : row;
    });
  const sure = look(SURE);
  const differs = sure.some((row) => row.words.some((word) => word.doubt));
  return differs ? { ...page, rows: look(LIKELY) } : page;
}

interface Glimpse {
  readonly words: readonly OcrWord[];
  /** from points across the page to pixels of the strip */
  readonly at: (x: number) => number;
}

/** A row of the drawn page, read alone. */
async function glimpse(row: PlacedRow, picture: Grey, scale: number, recognizer: Recognizer): Promise<Glimpse> {
  const left = Math.min(...row.words.map(({ box }) => box[0])) * scale;
  const right = Math.max(...row.words.map(({ box }) => box[0] + box[2])) * scale;
  const top = Math.min(...row.words.map(({ box }) => box[1])) * scale;
  const low = Math.max(...row.words.map(({ box }) => box[1] + box[3])) * scale;
  const pad = (low - top) * 0.4;
  const strip = cut(picture, left - pad, top - pad / 2, right + pad, low + pad);
  const zoom = STRIP_HEIGHT / strip.height;
  const small = resize(strip, Math.max(1, Math.round(strip.width * zoom)), STRIP_HEIGHT);
  return { words: await recognizer.recognize(small, '7'), at: (x) => (x * scale - left + pad) * zoom };
}

/** Numbers are doubted where the eye reads others of as many digits, at least this surely: in order where both count alike, else by place. */
function comparedWords(words: readonly PlacedWord[], { words: seen, at }: Glimpse, least: number): PlacedWord[] {
  const isNumber = (word: { readonly text: string }) => tokenKind(word.text) === 'number';
  const shown = seen.filter(isNumber);
  const inOrder = shown.length === words.filter(isNumber).length;
  let count = 0;
  return words.map((word) => {
    if (!isNumber(word)) return word;
    const x = at(word.box[0] + word.box[2] / 2);
    const there = inOrder ? shown[count] : shown.find(({ box }) => x >= box[0] && x <= box[0] + box[2]);
    count += 1;
    if (!there || there.confidence < least) return word;
    const [looks, says] = [digits(there.text), digits(word.text)];
    if (looks === says || looks.length !== says.length) return word; // words cut otherwise say nothing
    const doubt = doubtOf(word.text, 0.5, [there.text]);
    return doubt ? { ...word, doubt } : word;
  });
}

const digits = (text: string) => text.replace(/[^\d.,]/g, '').replace(/[.,]+$/, '');
