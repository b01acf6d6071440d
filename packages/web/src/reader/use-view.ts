/** Keeps the page in step with the reader: which view is shown, where the focus is, and what the Back button does. */
import { useEffect, useRef } from 'preact/hooks';
import { useWords } from '../words/use-words.ts';
import type { ReaderState } from './state.ts';

type View = ReaderState['kind'];

export function useView(view: View, toStart: () => void): void {
  const { titles } = useWords().reader;
  const last = useRef<View>(view);
  useEffect(() => {
    const before = last.current;
    last.current = view;
    document.documentElement.dataset.view = view;
    document.title = titles[view];
    if (before === view) return;
    if (before === 'start') history.pushState({ reader: true }, '');
    if (view === 'start' && history.state?.reader) history.replaceState(null, '', location.pathname);
    window.scrollTo(0, 0);
    document
      .querySelector<HTMLElement>(view === 'start' ? '#reader-start' : '#reader h1')
      ?.focus({ preventScroll: true });
  }, [view, titles]);
  useEffect(() => {
    // A link within the page changes the hash; only the way out of the reader has neither hash nor mark.
    const back = (): void => {
      if (!history.state?.reader && location.hash === '' && last.current !== 'start') toStart();
    };
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, [toStart]);
}
