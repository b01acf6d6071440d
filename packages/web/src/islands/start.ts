/** The script of the first page's first moment: the page is painted before the reader comes to life on it. */
import { afterPaint } from './after-paint.ts';
import { keepEarlyDrop } from './early-drop.ts';

keepEarlyDrop();

afterPaint(() => {
  // what the reader says, asked for together with it
  const { words, framedBy } = document.getElementById('reader')?.dataset ?? {};
  if (words) void import(words);
  void (framedBy ? import('./framed.tsx') : import('./home.tsx'));
});
