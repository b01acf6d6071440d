/** A picture of a page becomes rows of words placed on it: straighten, read, check. */
import type { Grey } from '../image/grey.ts';
import { flatten, paperBrightness } from '../image/illumination.ts';
import type { PlacedPage } from '../source.ts';
import { doubtOf } from './doubts.ts';
import { placedRows } from './paragraphs.ts';
import type { Recognizer } from './recognizer.ts';
import { rowsOf } from './rows.ts';

type Report = (step: 'straighten' | 'read' | 'check', share: number) => void;

export async function readPicture(picture: Grey, recognizer: Recognizer, report: Report): Promise<PlacedPage> {
  report('straighten', 0.1);
  const even = flatten(picture, paperBrightness(picture));
  report('read', 0.25);
  const words = await recognizer.recognize(even, '6');
  report('check', 0.9);
  const rows = placedRows(rowsOf(words), (word) => {
    const doubt = doubtOf(word.text, word.confidence);
    return { text: word.text, confidence: word.confidence, box: word.box, ...(doubt ? { doubt } : {}) };
  });
  return { width: picture.width, height: picture.height, rows };
}
