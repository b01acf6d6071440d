/** The script of the glossary's first page: brings the search when somebody turns to it. */

const root = document.getElementById('glossary-search');
// what the server has answered stands there already
if (root && !new URLSearchParams(location.search).has('q')) {
  const bring = async (): Promise<void> => {
    const { index = '' } = root.dataset;
    // asked for together, so that neither waits for the other
    const words = fetch(index, { credentials: 'omit' });
    words.catch(() => null);
    const { enliven } = await import('./glossary-search.tsx');
    await enliven(root, words);
  };
  if (root.contains(document.activeElement)) void bring();
  else root.addEventListener('focusin', () => void bring(), { once: true });
}
