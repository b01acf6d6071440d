/** Answers for this origin's own files without network. It keeps the first page and that of kept reports, in the languages they were opened in, pages of the glossary that were opened, and nothing of a report. */

import { LANGUAGES } from '@readingscan/reader/languages';
import type { Findable } from '../glossary/find.ts';
import { hrefOf, languageIn } from '../layout/href.ts';
import { TAKE_OVER } from '../reader/newer.ts';
import { entryIn, withKnown } from './no-network.ts';
import { keepVisited, visited } from './visited-pages.ts';

declare const VERSION: string;

const NAME = `readingscan-${VERSION}`;
const GLOSSARY = `${NAME}-glossary`;
// the one global a service worker has; the DOM types know it under another name
const scope = self as unknown as ServiceWorkerGlobalScope;

/** In each language: the page that is open puts itself into the cache. */
const OWN_PAGES: ReadonlySet<string> = new Set(
  LANGUAGES.flatMap((language) => [hrefOf(language, '/'), hrefOf(language, '/dashboard')]),
);
/** Lists of words, by which the glossary is searched. */
const WORD_LISTS: ReadonlySet<string> = new Set(LANGUAGES.map((language) => hrefOf(language, '/glossary/words.json')));
const GLOSSARIES: ReadonlySet<string> = new Set(LANGUAGES.map((language) => hrefOf(language, '/glossary')));

/** A newer program waits until nobody reads with the older one, or until the person asks for it. */
scope.addEventListener('message', ({ data }) => {
  if (data === TAKE_OVER) void scope.skipWaiting();
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith('readingscan-') && name !== NAME && name !== GLOSSARY)
            .map((name) => caches.delete(name)),
        ),
      )
      .then(() => scope.clients.claim()),
  );
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (request.method !== 'GET' || origin !== scope.location.origin) return;
  if (pathname.startsWith('/assets/')) event.respondWith(fromCache(event));
  else if (WORD_LISTS.has(pathname)) event.respondWith(newest(event, pathname));
  else if (request.mode === 'navigate') {
    const isGlossary = search === '' && (GLOSSARIES.has(pathname) || entryIn(pathname) !== null);
    event.respondWith(isGlossary ? glossaryPage(event, pathname) : page(request, pathname));
  }
});

/** Styles of pages that are kept are kept with them. */
async function fromCache(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const kept = await caches.match(request.url);
  if (kept) return kept;
  return request.destination === 'style' ? newest(event, request.url) : fetch(request);
}

async function newest(event: FetchEvent, address: string): Promise<Response> {
  try {
    const answer = await fetch(event.request);
    keep(event, answer, async (copy) => (await caches.open(NAME)).put(address, copy));
    return answer;
  } catch (error) {
    const kept = await caches.match(address);
    if (kept) return kept;
    throw error;
  }
}

async function glossaryPage(event: FetchEvent, path: string): Promise<Response> {
  try {
    const answer = await fetch(event.request);
    keep(event, answer, async (copy) => keepVisited(await caches.open(GLOSSARY), path, copy));
    return answer;
  } catch {
    return (await visited(await caches.open(GLOSSARY), path)) ?? noNetwork(path);
  }
}

/** Beside the answer, which does not wait for it; a browser without room keeps nothing. */
function keep(event: FetchEvent, answer: Response, put: (copy: Response) => Promise<void>): void {
  if (answer.ok) event.waitUntil(put(answer.clone()).catch(() => undefined));
}

async function page(request: Request, path: string): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return (OWN_PAGES.has(path) ? await caches.match(path) : null) ?? noNetwork(path);
  }
}

/** In the language of the address where it is kept, else in any. */
async function noNetwork(path: string): Promise<Response> {
  const own = languageIn(path);
  for (const language of [own, ...LANGUAGES.filter((other) => other !== own)]) {
    const kept = await caches.match(hrefOf(language, '/offline'));
    if (!kept) continue;
    const { headers } = kept;
    return new Response(withKnown(await kept.text(), await known(path)), { headers });
  }
  return Response.error();
}

/** What the list of words says of an entry, where that list was loaded before. */
async function known(path: string): Promise<Findable | undefined> {
  const id = entryIn(path);
  const list = id && (await caches.match(hrefOf(languageIn(path), '/glossary/words.json')));
  if (!list) return undefined;
  // our own server wrote it: one boundary
  return ((await list.json()) as readonly Findable[]).find((entry) => entry.id === id);
}
