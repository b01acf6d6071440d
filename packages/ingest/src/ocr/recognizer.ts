/** Tesseract as a pure service: a grey picture in, words with boxes, confidences and base lines out; one pooled worker. */
import type { Worker, WorkerOptions } from 'tesseract.js';
import { type Grey, toPgm } from '../image/grey.ts';
import { LIMITS } from '../limits.ts';

export type Box = readonly [x: number, y: number, width: number, height: number];

export interface OcrWord {
  readonly text: string;
  /** 0 to 1 */
  readonly confidence: number;
  readonly box: Box;
  /** y of the base line under the middle of the word */
  readonly baseline: number;
  /** number of the line it was recognized in */
  readonly line: number;
  /** lowest confidence of a character, 0 to 1 */
  readonly weakest: number;
}

/** 3 whole page, 4 one column, 6 one block, 7 one line, 11 sparse. */
export type PageMode = '3' | '4' | '6' | '7' | '11' | '13';

export interface Recognizer {
  recognize(grey: Grey, mode: PageMode): Promise<readonly OcrWord[]>;
  /** starts what recognizing needs, while a page is still being straightened */
  warm?(): void;
  close(): Promise<void>;
}

export type WorkerStarter = (options: Partial<WorkerOptions>) => Promise<Worker>;

export class OcrTimeout extends Error {}

/** A recognizer that starts its worker on first use, reuses it, and replaces it after a page that took too long. */
export function createRecognizer(start: WorkerStarter): Recognizer {
  let worker: Promise<Worker> | null = null;
  const stop = async () => {
    const old = worker;
    worker = null;
    await old?.then((w) => w.terminate()).catch(() => undefined);
  };
  const started = () => {
    worker ??= start({ errorHandler: () => undefined });
    return worker;
  };
  return {
    warm() {
      started().catch(() => undefined);
    },
    async recognize(grey, mode) {
      const ready = started();
      const { promise, cancel } = deadline(LIMITS.ocrMilliseconds);
      try {
        return await Promise.race([recognizeWith(await ready, grey, mode), promise]);
      } catch (error) {
        await stop();
        throw error;
      } finally {
        cancel();
      }
    },
    close: stop,
  };
}

async function recognizeWith(worker: Worker, grey: Grey, mode: PageMode): Promise<readonly OcrWord[]> {
  const options = { rotateRadians: 0, tessedit_pageseg_mode: mode, user_defined_dpi: '300' };
  const image: unknown = toPgm(grey);
  const { data } = await worker.recognize(asImage(image), options, { text: false, blocks: true });
  const words: OcrWord[] = [];
  let number = 0;
  for (const block of data.blocks ?? []) {
    for (const paragraph of block.paragraphs) {
      for (const line of paragraph.lines) {
        number += 1;
        const { x0, y0, x1, y1 } = line.baseline;
        const slope = x1 > x0 ? (y1 - y0) / (x1 - x0) : 0;
        for (const word of line.words) {
          const text = word.text.trim();
          if (text === '') continue;
          const { bbox } = word;
          const weakest = Math.min(word.confidence, ...word.symbols.map((symbol) => symbol.confidence));
          words.push({
            text,
            confidence: Math.max(0, Math.min(1, word.confidence / 100)),
            box: [bbox.x0, bbox.y0, bbox.x1 - bbox.x0, bbox.y1 - bbox.y0],
            baseline: y0 + slope * ((bbox.x0 + bbox.x1) / 2 - x0),
            line: number,
            weakest: Math.max(0, weakest / 100),
          });
        }
      }
    }
  }
  return words;
}

/** Boundary: tesseract.js takes any bytes, and its types know only Node's and the DOM's. */
function asImage(bytes: unknown): Parameters<Worker['recognize']>[0] {
  return bytes as Parameters<Worker['recognize']>[0];
}

function deadline(milliseconds: number): { promise: Promise<never>; cancel: () => void } {
  let cancel = () => {};
  const promise = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(new OcrTimeout('slow')), milliseconds);
    cancel = () => clearTimeout(timer);
  });
  return { promise, cancel };
}
