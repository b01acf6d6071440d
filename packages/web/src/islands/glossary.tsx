/** The script of the glossary's first page: search as you type. */
import { hydrate } from 'preact';
import { type Find, type Findable, finder } from '../glossary/find.ts';
import { GlossarySearch } from '../glossary/search.tsx';

const root = document.getElementById('glossary-search');
// what the server has answered stands there already
if (root && !new URLSearchParams(location.search).has('q'))
  hydrate(<GlossarySearch index={root.dataset.index ?? ''} open={open} />, root);

async function open(index: string): Promise<Find> {
  const response = await fetch(index, { credentials: 'omit' });
  if (!response.ok) throw new Error('the words of the glossary did not come');
  // our own server wrote it: one boundary
  return finder((await response.json()) as readonly Findable[]);
}
