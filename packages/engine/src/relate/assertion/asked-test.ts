/** Wing 3, assertion: a test that is named after what it looks for: "recommend PE study", "endometriosis MRI", "fracture follow-up in 2 weeks". */
import type { ReadingKnowledge } from '@readingscan/knowledge';
import type { Span } from '../../document.ts';
import { matchesWithin } from '../../lexicon.ts';
import { phraseAt } from '../../search.ts';
import { phraseTrie, type Trie } from '../../trie.ts';
import { bitsAt, CLAUSE, type Ground, normAt, wallAt } from './ground.ts';
import { ADVERB, ARTICLE, AUXILIARY, VERB } from './word-classes.ts';

/**
 * The test right behind a disease of the tokens `[from, to)`, where before the disease stands nothing but that the test is asked for. Not
 * "left hip fracture follow-up", nor what was seen, "nodule follow-up".
 */
export function askedTest(ground: Ground, from: number, to: number): Span | null {
  const words = wordsOf(ground.knowledge.reading);
  if (!namesFinding(ground, from, to) || wallAt(ground, to) > 0 || words.followed.has(normAt(ground, to - 1)))
    return null;
  const test = phraseAt(words.tests, ground.tokens, to, ground.to);
  if (!test || words.telling.has(normAt(ground, test.to))) return null;
  let i = from - 1;
  while (i >= ground.from && wallAt(ground, i + 1) < CLAUSE && bitsAt(ground, i) & (ARTICLE | ADVERB)) i -= 1;
  const isBare = i < ground.from || wallAt(ground, i + 1) >= CLAUSE || words.asking.has(normAt(ground, i));
  const end = ground.tokens[test.to - 1]?.end;
  return isBare && end !== undefined ? [ground.tokens[to]?.start ?? end, end] : null;
}

const NEAR = 7;
const FAR = 12;

/** The test before what it is to look for: "MRI for osteomyelitis", "CT for PE or dissection". Not "CT for suspected PE", "CT for a nodule". */
export function soughtBy(ground: Ground, from: number, to: number): Span | null {
  const words = wordsOf(ground.knowledge.reading);
  if (!namesFinding(ground, from, to)) return null;
  let at = from - 1;
  for (; at > ground.from && from - at <= NEAR && !words.sought.has(normAt(ground, at)); at -= 1)
    if (wallAt(ground, at + 1) > 0 || bitsAt(ground, at) & (VERB | AUXILIARY)) return null;
  const test = normAt(ground, at - 1);
  if (!words.sought.has(normAt(ground, at)) || !words.testsFor.has(test)) return null;
  for (let i = at + 1; i < from; i += 1) if (words.known.has(normAt(ground, i))) return null;
  for (let i = at + 1; i < Math.min(ground.to, to + FAR) && (i === at + 1 || wallAt(ground, i) < CLAUSE); i += 1)
    if (words.found.has(normAt(ground, i))) return null;
  for (let i = at - 1; i >= ground.from && wallAt(ground, i + 1) < CLAUSE; i -= 1)
    if (words.watching.has(normAt(ground, i))) return null;
  const [start, end] = [ground.tokens[at - 1]?.start, ground.tokens[at]?.end];
  return start === undefined || end === undefined ? null : [start, end];
}

const namesFinding = ({ concepts, isFinding }: Ground, from: number, to: number): boolean =>
  matchesWithin(concepts, from, to).some((match) => match.from >= from && isFinding(match));

interface Words {
  readonly sought: ReadonlySet<string>;
  readonly testsFor: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
  readonly found: ReadonlySet<string>;
  readonly watching: ReadonlySet<string>;
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
      sought: of('sought-for'),
      testsFor: of('tests-for'),
      known: of('not-sought'),
      found: of('found-there'),
      watching: of('followed-by'),
    };
    cache.set(reading, words);
  }
  return words;
}
