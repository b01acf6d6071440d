/** What this site keeps in the browser by itself: files of its own program and two choices, nothing of a report. Kept reports are another matter: they are never removed with these. */
import { removeForOffline } from '../islands/offline.ts';

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
  try {
    localStorage.clear();
  } catch {
    // a browser that keeps nothing has nothing to remove
  }
  await removeForOffline();
}

/** Reports that the person chose to keep. Their part of the program comes only when it is asked. */
export async function keptCount(): Promise<number> {
  try {
    // most people keep none: nothing is loaded to find that out
    const { databases } = indexedDB as Partial<IDBFactory>;
    if (databases && (await databases.call(indexedDB)).length === 0) return 0;
    const { browserRows } = await import('../kept/browser-rows.ts');
    return await browserRows().count('report');
  } catch {
    return 0;
  }
}

/** Rows and keys. False: the browser did not allow it. */
export async function removeKeptReports(): Promise<boolean> {
  try {
    const { browserRows } = await import('../kept/browser-rows.ts');
    await browserRows().clear();
    return true;
  } catch {
    return false;
  }
}
