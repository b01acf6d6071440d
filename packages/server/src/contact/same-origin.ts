/** Was a form sent from a page of this site? */

/** `here`: the origins that this site has, as its operator and as the request name it. */
export function isFromHere(headers: Headers, here: readonly string[]): boolean {
  const site = headers.get('sec-fetch-site');
  // browsers say it, and no page can: "none" is a person who sends it again
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = headers.get('origin');
  // our own pages name no referrer, and older browsers then send "null"
  return origin === null || origin === 'null' || here.includes(origin);
}
