/** Last stage: pages of rows become one text, with words, boxes and doubts pointing into it. */
import type { Doubt, Page, Source, SourceKind, Span, Word } from '@readingscan/engine';
import type { WordDoubt } from './ocr/doubts.ts';
import type { Box } from './ocr/recognizer.ts';

export interface PlacedWord {
  readonly text: string;
  readonly confidence: number;
  /** in pixels of the page picture, or points of a PDF page */
  readonly box: Box;
  readonly doubt?: WordDoubt;
}

export interface PlacedRow {
  readonly words: readonly PlacedWord[];
  /** an empty line stands before it */
  readonly paragraph: boolean;
  /** a line of text next to it could not be read */
  readonly lineMissing?: boolean;
}

export interface PlacedPage {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly PlacedRow[];
}

export interface SourceWithGaps {
  readonly source: Source;
  /** rows next to a line of text that could not be read */
  readonly gaps: readonly Span[];
}

/** Joins pages in their order; words of a row by a space, rows by a line break, paragraphs and pages by an empty line. */
export function sourceOf(kind: SourceKind, placed: readonly PlacedPage[]): SourceWithGaps {
  const parts: string[] = [];
  let length = 0;
  const put = (text: string) => {
    parts.push(text);
    length += text.length;
  };
  const words: Word[] = [];
  const doubts: Doubt[] = [];
  const gaps: Span[] = [];
  const pages: Page[] = [];
  placed.forEach((page, index) => {
    if (index > 0 && length > 0) put('\n\n');
    const start = length;
    page.rows.forEach((row, at) => {
      if (at > 0) put(row.paragraph ? '\n\n' : '\n');
      const rowStart = length;
      row.words.forEach((word, i) => {
        if (i > 0) put(' ');
        const span = [length, length + word.text.length] as const;
        put(word.text);
        words.push({ span, page: index + 1, box: word.box, confidence: round(word.confidence) });
        if (word.doubt) {
          const { kind: doubtKind, confidence, alternatives } = word.doubt;
          doubts.push({ span, kind: doubtKind, confidence: round(confidence), alternatives });
        }
      });
      if (row.lineMissing) gaps.push([rowStart, length]);
    });
    pages.push({ number: index + 1, span: [start, length], width: page.width, height: page.height });
  });
  return { source: { kind, text: parts.join(''), pages, words, doubts }, gaps };
}

const round = (value: number) => Math.round(value * 1000) / 1000;
