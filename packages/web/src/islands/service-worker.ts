/** Answers for this origin's own files without network. It keeps no page but the first one and that of kept reports, in the languages they were opened in, and nothing of a report. */

import { LANGUAGES } from '@readingscan/reader/languages';
import { hrefOf } from '../layout/href.ts';
import { TAKE_OVER } from '../reader/newer.ts';

declare const VERSION: string;

const NAME = `readingscan-${VERSION}`;
// the one global a service worker has; the DOM types know it under another name
const scope = self as unknown as ServiceWorkerGlobalScope;

/** In each language: the page that is open puts itself into the cache. */
const OWN_PAGES: ReadonlySet<string> = new Set(
  LANGUAGES.flatMap((language) => [hrefOf(language, '/'), hrefOf(language, '/dashboard')]),
);

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
          names.filter((name) => name.startsWith('readingscan-') && name !== NAME).map((name) => caches.delete(name)),
        ),
      )
      .then(() => scope.clients.claim()),
  );
});

scope.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== scope.location.origin) return;
  if (url.pathname.startsWith('/assets/')) event.respondWith(fromCache(event.request));
  else if (OWN_PAGES.has(url.pathname) && event.request.mode === 'navigate')
    event.respondWith(fromNetwork(event.request, url.pathname));
});

async function fromCache(request: Request): Promise<Response> {
  return (await caches.match(request.url)) ?? fetch(request);
}

async function fromNetwork(request: Request, page: string): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(page)) ?? Response.error();
  }
}
