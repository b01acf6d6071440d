/** Wing 3, assertion: does a denial hold only for what the pictures could show? "Pneumothorax not seen on this supine film." */
import type { ReadingKnowledge } from '@readingscan/knowledge';
import { phraseAt } from '../../search.ts';
import { phraseTrie, type Trie } from '../../trie.ts';
import { CLAUSE, type Ground, wallAt } from './ground.ts';

const FAR = 20;

/** Whether words that say so stand behind the token in its clause. */
export function isLimitedView(ground: Ground, from: number): boolean {
  const views = viewsOf(ground.knowledge.reading);
  const end = Math.min(ground.to, from + FAR);
  for (let i = from; i < end && (i === from || wallAt(ground, i) < CLAUSE); i += 1)
    if (phraseAt(views, ground.tokens, i, ground.to)) return true;
  return false;
}

const cache = new WeakMap<ReadingKnowledge, Trie<true>>();

function viewsOf(reading: ReadingKnowledge): Trie<true> {
  let views = cache.get(reading);
  if (!views) {
    views = phraseTrie(reading.lists['limited-views'] ?? [], reading.spelling);
    cache.set(reading, views);
  }
  return views;
}
