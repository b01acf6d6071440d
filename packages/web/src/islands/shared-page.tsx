/** Brings the page of a link to life. The end of the address is the key: it stays where it is, and goes along to the other languages of the page. */
import { hydrate } from 'preact';
import { hrefOf, languageIn } from '../layout/href.ts';
import { restoreTextSize } from '../reader/larger.ts';
import { SHARED } from '../shared/link.ts';
import { Shared } from '../shared/shared.tsx';
import { WordsProvider } from '../words/use-words.ts';
import { interfaceOf } from './interface.ts';

const root = document.getElementById('shared');
if (root) void enliven(root);

async function enliven(root: HTMLElement): Promise<void> {
  restoreTextSize();
  const { language, words } = await interfaceOf(root);
  hydrate(
    <WordsProvider language={language} words={words}>
      <Shared />
    </WordsProvider>,
    root,
  );
  leadOn();
  addEventListener('hashchange', leadOn);
  document.addEventListener('click', stayHere);
  printWithoutKey();
}

/** The same link in the other languages. */
function leadOn(): void {
  const id = location.pathname.split('/').at(-1) ?? '';
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a')) {
    link.href = `${hrefOf(languageIn(link.pathname), `${SHARED}/${id}`)}${location.hash}`;
  }
}

/** A link within the page leads there without taking the key's place in the address. */
function stayHere(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
  if (!link || event.defaultPrevented) return;
  event.preventDefault();
  const there = document.getElementById(link.hash.slice(1));
  if (!there) return;
  if (there.tabIndex < 0) there.tabIndex = -1;
  there.scrollIntoView();
  there.focus({ preventScroll: true });
}

/** Browsers print the address on the paper. */
function printWithoutKey(): void {
  let hash = '';
  addEventListener('beforeprint', () => {
    hash ||= location.hash;
    history.replaceState(history.state, '', location.pathname);
  });
  addEventListener('afterprint', () => {
    history.replaceState(history.state, '', location.pathname + hash);
    hash = '';
  });
}
