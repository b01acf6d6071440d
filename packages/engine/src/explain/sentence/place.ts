/** Wing 4, explain: the place within a plain name, and lists of places. */

/** "enlarged lymph nodes in the armpit" → what it is, and where. */
export const PLACE = /^(\S+(?: \S+){0,4}?) (in|of|on|at|around|near|above|behind) (the .+)$/;

/** What is found, and the organ that its name tells. */
const ORGAN = /^(\S+(?: \S+){0,4}?) in ((?:the|both) .+)$/;

/** "a back cloudy area in the lung" → "a cloudy area at the back of the lung": a spot within an organ stands before it. */
export function atSpot(named: string, spot: string): string {
  const [, head, organ = ''] = ORGAN.exec(named) ?? [];
  if (!head || !spot.startsWith('at ')) return `${named} ${spot}`;
  // "at the bottom of both lungs" names it
  const noun = organ.slice(organ.indexOf(' ') + 1);
  return spot.split(' ').some((word) => word === noun || word === `${noun}s`)
    ? `${head} ${spot}`
    : `${head} ${spot} of ${organ}`;
}

export const joined = (list: readonly string[], link: 'and' | 'or'): string =>
  list.length < 2 ? (list[0] ?? '') : `${list.slice(0, -1).join(', ')} ${link} ${list.at(-1)}`;

/** "small spot in the lung" before "upper part of the right lung" → "small spot": the organ that follows says where. */
export function withoutPlace(named: string, organ: string): string {
  const [, head, noun] = /^(.+) (?:in|of|on) (?:the |a )?(.+)$/.exec(named) ?? [];
  const isSaid = noun && [` ${noun} `, ` ${noun}s `].some((name) => ` ${organ} `.includes(name));
  return head && isSaid ? head : named;
}
