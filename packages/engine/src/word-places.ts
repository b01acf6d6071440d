/** Ground floor: words with their places as they are kept in a file, looked up where they stand: a start makes no table of thousands of words of which a report holds a few. */

/** Each word and its place; a Map of them is such a table too. */
export type WordPlaces = Pick<ReadonlyMap<string, number>, 'get' | 'has' | 'keys' | 'size'>;

/** Such a table as it is kept. */
export interface KeptPlaces {
  /** by their place, a line each */
  readonly lines: string;
  /** by place: where its line begins; one more for the end of the last */
  readonly starts: Int32Array;
  /** by the mark of a word: its place and one, or the next of these that has room; 0 where none is. A power of two of them. */
  readonly slots: Int32Array;
}

/** Words in the order of their places, each once. */
export function keptPlaces(words: Iterable<string>): KeptPlaces {
  const all = [...words];
  const starts = new Int32Array(all.length + 1);
  let size = 2;
  while (size < ROOM * all.length) size *= 2;
  const slots = new Int32Array(size);
  all.forEach((word, place) => {
    starts[place + 1] = (starts[place] ?? 0) + word.length + 1;
    let at = markOf(word) & (size - 1);
    while (slots[at] !== 0) at = (at + 1) & (size - 1);
    slots[at] = place + 1;
  });
  return { lines: all.join('\n'), starts, slots };
}
/** slots for each word: with fewer, many a word would have to look on */
const ROOM = 2;

export function openPlaces({ lines, starts, slots }: KeptPlaces): WordPlaces {
  const last = slots.length - 1;
  const get = (word: string): number | undefined => {
    for (let at = markOf(word) & last; ; at = (at + 1) & last) {
      const place = (slots[at] ?? 0) - 1;
      if (place < 0) return undefined;
      const start = starts[place] ?? 0;
      if ((starts[place + 1] ?? 0) - start === word.length + 1 && lines.startsWith(word, start)) return place;
    }
  };
  return {
    get,
    has: (word) => get(word) !== undefined,
    keys: () => (starts.length > 1 ? lines.split('\n') : []).values(),
    size: starts.length - 1,
  };
}

/** A number of 32 bits by all of its letters. */
function markOf(word: string): number {
  let mark = 0;
  for (let at = 0; at < word.length; at += 1) mark = Math.imul(mark, 31) + word.charCodeAt(at);
  return mark ^ (mark >>> 15);
}
