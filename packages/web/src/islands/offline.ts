/** Fetches files ahead of need, into a cache of this origin; a browser without one still has them in its own. */

const PREFIX = 'readingscan-';
const MOST_WAIT = 2000;

export async function keepForOffline(version: string, paths: readonly string[]): Promise<void> {
  if (!('caches' in globalThis)) {
    await Promise.allSettled(paths.map((path) => fetch(path).then((response) => response.arrayBuffer())));
    return;
  }
  await register();
  const cache = await caches.open(`${PREFIX}${version}`);
  await Promise.allSettled(paths.map(async (path) => (await cache.match(path)) ?? cache.add(path)));
}

let registered: Promise<unknown> | null = null;

function register(): Promise<unknown> {
  registered ??=
    'serviceWorker' in navigator
      ? Promise.race([
          navigator.serviceWorker.register('/sw.js').then(
            () => navigator.serviceWorker.ready,
            () => null,
          ),
          // a browser that allows none may never say so
          new Promise((resolve) => setTimeout(resolve, MOST_WAIT)),
        ])
      : Promise.resolve();
  return registered;
}
