/** The script of the first page's first moment: the page is painted before the reader comes to life on it. */
import { afterPaint } from './after-paint.ts';
import { keepEarlyDrop } from './early-drop.ts';

keepEarlyDrop();

afterPaint(() => {
  // what the reader says, asked for together with it
  const words = document.getElementById('reader')?.dataset.words;
  if (words) void import(words);
  void import('./home.tsx');
});
