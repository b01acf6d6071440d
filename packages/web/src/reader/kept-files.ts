/** What this site keeps in the browser: files of its own program and two choices, nothing of a report. */

const PREFIX = 'readingscan-';

/** Bytes that the browser counts for this site; null where it does not say. */
export async function keptBytes(): Promise<number | null> {
  const { storage } = navigator as Partial<Navigator>;
  try {
    return (await storage?.estimate?.())?.usage ?? null;
  } catch {
    return null;
  }
}

/** Removes all of it. The page that is open works on; the next visit fetches what it needs again. */
export async function removeKept(): Promise<void> {
  const { serviceWorker } = navigator as Partial<Navigator>;
  try {
    localStorage.clear();
  } catch {
    // a browser that keeps nothing has nothing to remove
  }
  for (const registration of (await serviceWorker?.getRegistrations()) ?? []) await registration.unregister();
  if (!('caches' in globalThis)) return;
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  await Promise.all(names.map((name) => caches.delete(name)));
}
