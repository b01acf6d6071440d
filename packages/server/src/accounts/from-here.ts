/** Was a form of an account sent from a page of this site? Stricter than elsewhere: who says nothing is not believed. */

/** `here`: the origins that this site has, as its operator and as the request name it. */
export function isSurelyFromHere(headers: Headers, here: readonly string[]): boolean {
  const site = headers.get('sec-fetch-site');
  // browsers say it, and no page can: "none" is a person who sends it again
  if (site !== null) return site === 'same-origin' || site === 'none';
  // older ones name the origin, as the pages of an account let them
  const origin = headers.get('origin');
  return origin !== null && here.includes(origin);
}
