/** The script of the glossary's first page: search as you type. */
import { hydrate } from 'preact';
import { type Find, type Findable, finder } from '../glossary/find.ts';
import { GlossarySearch } from '../glossary/search.tsx';
import { WordsProvider } from '../words/use-words.ts';
import { interfaceOf } from './interface.ts';

const root = document.getElementById('glossary-search');
// what the server has answered stands there already
if (root && !new URLSearchParams(location.search).has('q')) void enliven(root);

async function enliven(root: HTMLElement): Promise<void> {
  const { language, words } = await interfaceOf(root);
  hydrate(
    <WordsProvider language={language} words={words}>
      <GlossarySearch index={root.dataset.index ?? ''} open={open} />
    </WordsProvider>,
    root,
  );
}

async function open(index: string): Promise<Find> {
  const response = await fetch(index, { credentials: 'omit' });
  if (!response.ok) throw new Error('the words of the glossary did not come');
  // our own server wrote it: one boundary
  return finder((await response.json()) as readonly Findable[]);
}
