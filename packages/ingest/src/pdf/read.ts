/** Opens a PDF, counts its pages before anything else, and reads the words of their text layer. */
import { getDocumentProxy } from 'unpdf';
import type { Grey } from '../image/grey.ts';
import { LIMITS } from '../limits.ts';
import { done, type Outcome, refused } from '../platform.ts';
import { type PdfPage, type TextItem, wordsOfItems } from './page.ts';
import { isSeen } from './seen.ts';

export interface Drawn {
  readonly grey: Grey;
  /** characters of the page's text, spaces aside, off the page ones included */
  readonly characters: number;
  /** whether it holds a picture: with next to no text, it is a scan */
  readonly pictured: boolean;
}

/** Draws a page of this PDF in grey; null where it cannot be drawn. */
export type Render = (
  bytes: Uint8Array,
  page: number,
  password: string | undefined,
  side: number,
) => Promise<Drawn | null>;

const FEW_WORDS = 5;
/** long side in pixels of a page drawn to be read, and of one drawn to be compared with its text */
const READ_SIDE = 2400;
const LOOK_SIDE = 1900;
/** pages whose picture is handed on to be compared with their text */
const COMPARED = 3;
/** points; a larger page is not drawn */
const HUGE = 6000;
/** where fewer words than this show, the drawing is not believed */
const MOSTLY_SEEN = 0.4;

export async function readPdf(
  bytes: Uint8Array,
  password: string | undefined,
  render: Render,
): Promise<Outcome<readonly PdfPage[]>> {
  const opened = await open(bytes, password);
  if (!opened.ok) return opened;
  const pdf = opened.value;
  if (pdf.numPages > LIMITS.pages) return refused('many-pages');
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const view = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const texts = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
    const onPage = texts.flatMap((item) => textItem(item, view));
    const all = wordsOfItems(onPage);
    const side = all.length < FEW_WORDS ? READ_SIDE : LOOK_SIDE;
    const drawable = Math.max(view.width, view.height) < HUGE;
    const drawn = drawable ? await render(bytes, number, password, side) : null;
    const picture = drawn?.grey ?? null;
    const seen =
      picture && all.length >= FEW_WORDS
        ? all.filter((word) => isSeen(word.box, picture, picture.width / view.width))
        : all;
    const words = seen.length < all.length * MOSTLY_SEEN ? all : seen;
    const scanned = drawn !== null && (all.length === 0 || (all.length < FEW_WORDS && drawn.pictured));
    const hidden = texts.length - onPage.length + all.length - words.length + offPage(drawn, texts);
    pages.push({
      width: view.width,
      height: view.height,
      words,
      hidden,
      ...(picture && (scanned || number <= COMPARED) ? { picture } : {}),
      scanned,
    });
    page.cleanup();
  }
  return done(pages);
}

async function open(bytes: Uint8Array, password: string | undefined) {
  try {
    return done(await getDocumentProxy(bytes.slice(), { password, verbosity: 0, maxImageSize: 1 } as const));
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException') return refused(password ? 'wrong-password' : 'locked');
    return refused('broken-pdf');
  }
}

/** Text that only the drawing engine knows of stands off the page; a few characters may differ by chance. */
function offPage(drawn: Drawn | null, texts: readonly { readonly str: string }[]): number {
  const known = texts.reduce((sum, { str }) => sum + str.replace(/\s/g, '').length, 0);
  return drawn && drawn.characters > known + 12 ? 1 : 0;
}

interface View {
  readonly width: number;
  readonly height: number;
  convertToViewportPoint(x: number, y: number): unknown[];
}

/** An item with its place from the top left; text that runs upwards or off the page is left out. */
function textItem(item: { str: string; transform: unknown[]; width: number }, view: View): TextItem[] {
  const [a, b, c, d, e, f] = item.transform.map(Number);
  if (item.str.trim() === '' || e === undefined || f === undefined) return [];
  const [x, y] = view.convertToViewportPoint(e, f).map(Number);
  const height = Math.hypot(c ?? 0, d ?? 0) || Math.hypot(a ?? 0, b ?? 0);
  if (x === undefined || y === undefined || !Number.isFinite(x + y + height)) return [];
  if (x < -1 || y < -1 || x > view.width || y > view.height + height) return [];
  return [{ text: item.str, x, baseline: y, width: item.width, height }];
}
