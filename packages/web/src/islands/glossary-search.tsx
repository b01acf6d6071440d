/** Search as you type, brought to life where the server has put its form. */
import { hydrate } from 'preact';
import { type Find, type Findable, finder } from '../glossary/find.ts';
import { GlossarySearch } from '../glossary/search.tsx';
import { WordsProvider } from '../words/use-words.ts';
import { interfaceOf } from './interface.ts';

export async function enliven(root: HTMLElement, asked: Promise<Response>): Promise<void> {
  const { language, words } = await interfaceOf(root);
  let first: Promise<Response> | null = asked;
  const open = async (index: string): Promise<Find> => {
    const coming = first ?? fetch(index, { credentials: 'omit' });
    first = null;
    return read(await coming);
  };
  // the person may have begun
  const query = root.querySelector('input')?.value ?? '';
  hydrate(
    <WordsProvider language={language} words={words}>
      <GlossarySearch index={root.dataset.index ?? ''} query={query} open={open} />
    </WordsProvider>,
    root,
  );
}

async function read(response: Response): Promise<Find> {
  if (!response.ok) throw new Error('the words of the glossary did not come');
  // our own server wrote it: one boundary
  return finder((await response.json()) as readonly Findable[]);
}
