/** The script of an article: the contents beside the text show where the reader is, and Escape puts away what a word means. */
import { afterPaint } from './after-paint.ts';

const links = new Map(
  [...document.querySelectorAll<HTMLAnchorElement>('.article-contents a')].map((link) => [link.hash.slice(1), link]),
);
const headings = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);
/** the part of the window in which a heading counts as being read */
const READ_AT = 0.3;

let current: HTMLAnchorElement | undefined;
let asked = false;

function follow(): void {
  asked = false;
  const line = innerHeight * READ_AT;
  const read = headings.filter((heading) => heading.getBoundingClientRect().top < line).at(-1);
  const link = read && links.get(read.id);
  if (link === current) return;
  current?.removeAttribute('aria-current');
  link?.setAttribute('aria-current', 'true');
  current = link;
}

addEventListener(
  'scroll',
  () => {
    if (!asked) requestAnimationFrame(follow);
    asked = true;
  },
  { passive: true },
);
follow();

// the face of a report is not needed for the first screen
afterPaint(() => {
  document.documentElement.dataset.quotes = 'own';
});

// what hover or focus shows can be put away without moving either
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') document.documentElement.dataset.tips = 'away';
});
document.addEventListener('pointerover', leave);
document.addEventListener('focusin', leave);

function leave({ target }: Event): void {
  if (target instanceof Element && !target.closest('.term-tip')) delete document.documentElement.dataset.tips;
}
