/** Fetches files ahead of need, into a cache of this origin; a browser without one still has them in its own. What the person has removed is not fetched again by the page that is open. */

const PREFIX = 'readingscan-';
const MOST_WAIT = 2000;

const removed = new AbortController();
const underWay = new Set<Promise<void>>();

export async function keepForOffline(version: string, paths: readonly string[]): Promise<void> {
  if (removed.signal.aborted) return;
  const keeping = fetchInto(version, paths).finally(() => underWay.delete(keeping));
  underWay.add(keeping);
  await keeping;
}

/** Removes the files and the program that answers for them. Stops what is being kept, or it would come back behind it. */
export async function removeForOffline(): Promise<void> {
  removed.abort();
  const { serviceWorker } = navigator as Partial<Navigator>;
  await Promise.allSettled(underWay);
  for (const registration of (await serviceWorker?.getRegistrations()) ?? []) await registration.unregister();
  if (!('caches' in globalThis)) return;
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  await Promise.all(names.map((name) => caches.delete(name)));
}

async function fetchInto(version: string, paths: readonly string[]): Promise<void> {
  if (!('caches' in globalThis)) {
    await Promise.allSettled(paths.map((path) => fetch(path).then((response) => response.arrayBuffer())));
    return;
  }
  await register();
  const { signal } = removed;
  if (signal.aborted) return;
  const cache = await caches.open(`${PREFIX}${version}`);
  await Promise.allSettled(
    paths.map(async (path) => (await cache.match(path)) ?? cache.add(new Request(path, { signal }))),
  );
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
