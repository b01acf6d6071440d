/** One line of progress on a terminal, gone when the work is done. */
import type { Progress } from '@readingscan/reader';

const STEPS: Readonly<Record<Progress['step'], string>> = {
  open: 'Opening the file',
  straighten: 'Straightening the page',
  read: 'Reading the words',
  check: 'Checking what was read',
  explain: 'Putting it into plain words',
};

export function progressLine(shown: boolean): {
  readonly show: (progress: Progress) => void;
  readonly clear: () => void;
} {
  const write = (text: string): void => {
    if (shown) process.stderr.write(`\r\u001b[2K${text}`);
  };
  return {
    show: ({ step, page, pages, fraction }) =>
      write(`${STEPS[step]}${pages > 1 ? `, page ${page} of ${pages}` : ''} … ${Math.round(fraction * 100)} %`),
    clear: () => write(''),
  };
}
