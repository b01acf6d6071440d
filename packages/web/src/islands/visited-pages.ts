/** Pages of the glossary that were opened, kept for the time without network: a bounded number, the one that was opened longest ago goes first. */

/** What is asked of the browser's cache: its keys come in the order in which they were put there. */
export type PageCache = Pick<Cache, 'match' | 'put' | 'delete' | 'keys'>;

export const MOST_PAGES = 100;

/** Puts a page behind all others, and takes away what is too many. */
export async function keepVisited(cache: PageCache, address: string, page: Response): Promise<void> {
  await cache.delete(address);
  await cache.put(address, page);
  const kept = await cache.keys();
  await Promise.all(kept.slice(0, Math.max(0, kept.length - MOST_PAGES)).map((oldest) => cache.delete(oldest)));
}

/** A page that was kept; it counts as opened just now. */
export async function visited(cache: PageCache, address: string): Promise<Response | null> {
  const page = await cache.match(address);
  if (!page) return null;
  await keepVisited(cache, address, page.clone());
  return page;
}
