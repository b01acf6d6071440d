/** A page of a PDF as its reader hands it over: words of the text layer, and a picture where the eye must be asked. */
import type { Grey } from '../image/grey.ts';
import type { PlacedWord } from '../source.ts';

export interface PdfPage {
  /** points */
  readonly width: number;
  readonly height: number;
  readonly words: readonly PdfWord[];
  /** words of the text layer that cannot be seen, left out of `words` */
  readonly hidden: number;
  /** the page as it looks, if it could be drawn */
  readonly picture?: Grey;
  /** the page has next to no text layer: its picture is to be read instead */
  readonly scanned: boolean;
}

/** x and y from the top left in points; `baseline` from the top. */
export interface PdfWord extends PlacedWord {
  readonly baseline: number;
}

export interface TextItem {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
  readonly height: number;
}

/** Words of the text items of a page: an item's box is shared out over its characters. */
export function wordsOfItems(items: readonly TextItem[]): PdfWord[] {
  return joinPieces(
    items.flatMap((item) => {
      const step = item.text.length > 0 ? item.width / item.text.length : 0;
      return [...item.text.matchAll(/\S+/g)].map((match) => {
        const x = item.x + match.index * step;
        return {
          text: match[0],
          confidence: 1,
          baseline: item.baseline,
          box: [x, item.baseline - item.height, match[0].length * step, item.height] as const,
          bound: match.index > 0,
        };
      });
    }),
  );
}

/** Pieces that touch on one base line are one word: PDFs cut words wherever spacing changes. */
function joinPieces(pieces: readonly (PdfWord & { readonly bound: boolean })[]): PdfWord[] {
  const words: PdfWord[] = [];
  for (const { bound, ...piece } of pieces) {
    const last = words[words.length - 1];
    const height = Math.max(1, piece.box[3]);
    const gap = last ? piece.box[0] - (last.box[0] + last.box[2]) : 0;
    if (
      last &&
      !bound &&
      Math.abs(last.baseline - piece.baseline) < height * 0.1 &&
      gap > -height * 0.3 &&
      gap < height * 0.12
    ) {
      const right = piece.box[0] + piece.box[2];
      words[words.length - 1] = {
        ...last,
        text: last.text + piece.text,
        box: [
          last.box[0],
          Math.min(last.box[1], piece.box[1]),
          right - last.box[0],
          Math.max(last.box[3], piece.box[3]),
        ],
      };
    } else words.push(piece);
  }
  return words;
}
