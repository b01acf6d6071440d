import { expect, test } from 'vitest';
import { ASSETS } from '../../server/test/fake-dist.ts';
import { GLOSSARY_INDEX } from '../src/glossary/index-page.tsx';
import { entryIn, KNOWN_PLACE, withKnown } from '../src/islands/no-network.ts';
import { keepVisited, MOST_PAGES, type PageCache, visited } from '../src/islands/visited-pages.ts';
import { siteIn } from '../src/layout/site-view.ts';
import { renderOffline } from '../src/render-page.tsx';

/** In order of putting, as the browser's own is. */
function cacheOf(): PageCache & { readonly names: () => readonly string[] } {
  const pages = new Map<string, Response>();
  const name = (request: RequestInfo | URL): string =>
    typeof request === 'string' ? request : (request as Request).url;
  return {
    match: async (request) => pages.get(name(request))?.clone(),
    put: async (request, page) => void pages.set(name(request), page),
    delete: async (request) => pages.delete(name(request)),
    keys: async () => [...pages.keys()].map((url) => ({ url }) as Request),
    names: () => [...pages.keys()],
  };
}

test('no more than a hundred pages are kept, and the one opened longest ago goes first', async () => {
  const cache = cacheOf();
  for (let at = 0; at < MOST_PAGES; at += 1) await keepVisited(cache, `/glossary/${at}`, new Response(String(at)));
  expect(await (await visited(cache, '/glossary/0'))?.text()).toBe('0');
  await keepVisited(cache, '/glossary/new', new Response('new'));
  expect(cache.names()).toHaveLength(MOST_PAGES);
  expect(cache.names()).toContain('/glossary/0');
  expect(cache.names()).not.toContain('/glossary/1');
  expect(await visited(cache, '/glossary/1')).toBeNull();
});

test('a page that is opened again is kept once, as it is now', async () => {
  const cache = cacheOf();
  await keepVisited(cache, '/glossary/cyst', new Response('old'));
  await keepVisited(cache, '/glossary/cyst', new Response('new'));
  expect(cache.names()).toEqual(['/glossary/cyst']);
  expect(await (await visited(cache, '/glossary/cyst'))?.text()).toBe('new');
});

test.each(['en', 'es', 'zh'] as const)(
  'the page for the time without network in %s has a place for what is known',
  (language) => {
    const html = renderOffline(siteIn(ASSETS, null)(language));
    expect(html).toContain(KNOWN_PLACE);
    expect(withKnown(html, undefined)).toBe(html);
    const told = withKnown(html, { name: 'Cyst <b>', beside: 'a "sac" & more' });
    expect(told).toContain('<b>Cyst &lt;b&gt;</b>: a &quot;sac&quot; &amp; more');
  },
);

test('an entry is told from the list of words and from other pages', () => {
  expect(['/glossary/pleural-effusion', '/es/glossary/cyst'].map(entryIn)).toEqual(['pleural-effusion', 'cyst']);
  expect(['/glossary', GLOSSARY_INDEX, '/blog/cyst', '/glossary/a/b'].map(entryIn)).toEqual([null, null, null, null]);
});
