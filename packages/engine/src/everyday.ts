/** Ground floor: the ordinary words that need no plainer one. */
import type { ReadingKnowledge } from '@readingscan/knowledge';

const cache = new WeakMap<ReadingKnowledge, ReadonlySet<string>>();

/** Lower-case words of data/<language>/lists/everyday.yml, and the units that stand behind figures. */
export function everydayWords(reading: ReadingKnowledge): ReadonlySet<string> {
  let words = cache.get(reading);
  if (!words) {
    words = new Set([...(reading.lists.everyday ?? []), ...(reading.lists['unit-words'] ?? [])]);
    cache.set(reading, words);
  }
  return words;
}
