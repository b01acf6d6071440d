/** Wing 3, assertion: which classes of data/<language>/clauses.yml a word belongs to, as bits. */
import type { Knowledge } from '../../stages.ts';

export const JOIN = 1;
export const ADD = 2;
export const AUXILIARY = 4;
export const VERB = 8;
export const SIGHTING = 16;
export const OPENER = 32;
export const BREAKER = 64;
export const SUBJECT = 128;
export const DEGREE = 256;
export const RESERVE = 512;
export const LINK = 1024;
export const ADVERB = 2048;
export const SHORTENED = 4096;
export const PARTIAL = 8192;
export const ARTICLE = 16384;
export const COMPANION = 1 << 15;
export const GENITIVE = 1 << 16;
export const PERFECT = 1 << 17;
export const INFINITIVE = 1 << 18;
export const ANNOUNCER = 1 << 19;
export const DATING = 1 << 20;
export const QUALITY = 1 << 21;
export const RELATIVE = 1 << 22;
export const EXCLUSION = 1 << 23;
export const PARTICLE = 1 << 24;
export const PREDICATE = 1 << 25;
export const SIZE = 1 << 26;
export const SIDE = 1 << 27;
export const SIZED = 1 << 28;
export const LENGTH = 1 << 29;
export const CLOSER = 1 << 30;
export const DEFINITE = 1 << 31;

export type WordClasses = ReadonlyMap<string, number>;

const cache = new WeakMap<object, WordClasses>();

export function wordClasses({ reading }: Knowledge): WordClasses {
  const known = cache.get(reading);
  if (known) return known;
  const classes = new Map<string, number>();
  const words = reading.documents.clauses;
  const rows: readonly (readonly [number, readonly string[]])[] = [
    [JOIN, words.joins],
    [ADD, words.adds],
    [AUXILIARY, words.auxiliaries],
    [VERB, words.verbs],
    [SIGHTING, words.sightings],
    [OPENER, words.openers],
    [BREAKER, words.breakers],
    [SUBJECT, words.subjects],
    [DEGREE, words.degrees],
    [RESERVE, words.reserves],
    [LINK, words.links],
    [ADVERB, words.adverbs],
    [SHORTENED, words.shortened],
    [PARTIAL, words.partials],
    [ARTICLE, words.articles],
    [COMPANION, words.companions],
    [GENITIVE, words.genitives],
    [PERFECT, words.perfects],
    [INFINITIVE, words.infinitives],
    [ANNOUNCER, words.announcers],
    [DATING, words.datings],
    [QUALITY, words.qualities],
    [RELATIVE, words.relatives],
    [EXCLUSION, words.exclusions],
    [PARTICLE, words.particles],
    [PREDICATE, words.predicates],
    [SIZE, words.sizes],
    [SIDE, words.sides],
    [SIZED, words.sized],
    [LENGTH, words.lengths],
    [CLOSER, words.closers],
    [DEFINITE, words.definites],
  ];
  for (const [bit, list] of rows) for (const word of list) classes.set(word, (classes.get(word) ?? 0) | bit);
  cache.set(reading, classes);
  return classes;
}
