/** Whether a word of the text layer shows on the drawn page: white on white, tiny or covered text does not. */
import type { Grey } from '../image/grey.ts';
import type { Box } from '../ocr/recognizer.ts';

const TINY = 3;
const CONTRAST = 40;

/** `scale` from points to pixels of the drawn page. */
export function isSeen([x, y, w, h]: Box, page: Grey, scale: number): boolean {
  if (h < TINY) return false;
  const [left, right] = [Math.max(0, Math.floor(x * scale)), Math.min(page.width, Math.ceil((x + w) * scale))];
  const [top, low] = [Math.max(0, Math.floor(y * scale)), Math.min(page.height, Math.ceil((y + h * 1.25) * scale))];
  if (right <= left || low <= top) return false;
  let [darkest, lightest] = [255, 0];
  for (let py = top; py < low; py += 1) {
    for (let px = left; px < right; px += 1) {
      const value = page.data[py * page.width + px]!;
      darkest = Math.min(darkest, value);
      lightest = Math.max(lightest, value);
    }
  }
  return lightest - darkest >= CONTRAST;
}
