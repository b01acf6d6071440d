/** Blocks → a PDF (A4) for keeping, mailing and printing. */
import type { Block } from './blocks.ts';
import { drawBlocks } from './pdf/draw.ts';
import { Paper } from './pdf/paper.ts';
import { writePdf } from './pdf/write.ts';
import { wordsOf } from './words.ts';

export interface PdfOptions {
  /** drawn smaller, down to a size that can still be read, until all of it is on one page */
  readonly isOnePage: boolean;
}

const SMALLER = [0.94, 0.88, 0.82, 0.77];

export function toPdf(blocks: readonly Block[], language: string, { isOnePage }: PdfOptions): Uint8Array<ArrayBuffer> {
  const title = blocks.find((block) => block.kind === 'title')?.text ?? '';
  const { page, lost, tag } = wordsOf(language);
  const draw = (scale: number): Paper => {
    const paper = drawn(blocks, language, scale);
    return paper.isWhole ? paper : drawn([...blocks, { kind: 'small', text: lost }], language, scale);
  };
  let paper = draw(1);
  if (isOnePage) for (const scale of SMALLER) if (paper.pages.length > 1) paper = draw(scale);
  paper.foot(page);
  return writePdf(paper, { title, language: tag });
}

function drawn(blocks: readonly Block[], language: string, scale: number): Paper {
  const paper = new Paper();
  drawBlocks(blocks, { paper, language, scale });
  return paper;
}
