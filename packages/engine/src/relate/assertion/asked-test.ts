/** Wing 3, assertion: a test that is named after what it looks for: "recommend PE study", "endometriosis MRI", "fracture follow-up in 2 weeks". */
import type { ReadingKnowledge } from '@readingscan/knowledge';
import type { Span } from '../../document.ts';
import { phraseAt } from '../../search.ts';
import { phraseTrie, type Trie } from '../../trie.ts';
import { bitsAt, CLAUSE, type Ground, normAt, wallAt } from './ground.ts';
import { ADVERB, ARTICLE } from './word-classes.ts';

/**
 * The test right behind a disease of the tokens `[from, to)`, where before the disease stands nothing but that the test is asked for. Not
 * "left hip fracture follow-up", nor what was seen, "nodule follow-up".
 */
export function askedTest(ground: Ground, from: number, to: number): Span | null {
  const words = wordsOf(ground.knowledge.reading);
  if (wallAt(ground, to) > 0 || words.followed.has(normAt(ground, to - 1))) return null;
  const test = phraseAt(words.tests, ground.tokens, to, ground.to);
  if (!test || words.telling.has(normAt(ground, test.to))) return null;
  let i = from - 1;
  while (i >= ground.from && wallAt(ground, i + 1) < CLAUSE && bitsAt(ground, i) & (ARTICLE | ADVERB)) i -= 1;
  const isBare = i < ground.from || wallAt(ground, i + 1) >= CLAUSE || words.asking.has(normAt(ground, i));
  const end = ground.tokens[test.to - 1]?.end;
  return isBare && end !== undefined ? [ground.tokens[to]?.start ?? end, end] : null;
}

interface Words {
  readonly tests: Trie<true>;
  readonly telling: ReadonlySet<string>;
  readonly followed: ReadonlySet<string>;
  readonly asking: ReadonlySet<string>;
}

const cache = new WeakMap<ReadingKnowledge, Words>();

function wordsOf(reading: ReadingKnowledge): Words {
  let words = cache.get(reading);
  if (!words) {
    const { lists } = reading;
    const of = (name: string): ReadonlySet<string> => new Set(lists[name]);
    words = {
      tests: phraseTrie(lists['asked-tests'] ?? [], reading.spelling),
      telling: of('asked-tests-telling'),
      followed: of('followed-things'),
      asking: of('asking'),
    };
    cache.set(reading, words);
  }
  return words;
}
