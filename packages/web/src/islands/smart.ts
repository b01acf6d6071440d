/** The script of the page that a hospital's portal opens. */
import { afterPaint } from './after-paint.ts';

afterPaint(() => void import('./launched.tsx'));
