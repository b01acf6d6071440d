/** Wing 2, recognize: which sense a word has here: MR is a leaky valve of the heart, or the scan. */
import type { ReadingDocuments, ReadingKnowledge } from '@readingscan/knowledge';
import { type Match, type Matches, withEntry, withLayer } from '../lexicon.ts';
import { firstNotBefore } from '../order.ts';
import type { Segmented } from '../stages.ts';
import type { Token } from '../token.ts';
import type { Word, WordTables } from '../word.ts';

/** the word may be a short form that counts only in its context */
const SHORT = 1;

/** Contexts as bits: one number has room for 31 of them. */
interface Bits {
  low: number;
  high: number;
}

interface Sense {
  /** index of the concept that it is */
  readonly entry: number;
  /** null where nothing is asked */
  readonly report: Bits | null;
  readonly statement: Bits | null;
  readonly unless: Bits | null;
  readonly beside: Bits | null;
  readonly over: Bits | null;
  readonly next: Bits | null;
  /** not where the statement is written in capitals */
  readonly mixed: boolean;
  readonly words: BesideWords | null;
}

/** Words, rather than contexts, that a sense asks for; null where it asks for none. */
type BesideWords = Readonly<Record<'written' | 'followed' | 'preceded' | 'led', ReadonlySet<string> | null>>;

type Written = ReadingDocuments['senses'];
type AnySense = Written['short'][number] | Written['concepts'][number];

interface SenseTable {
  /** by index of a concept: whether it has senses */
  readonly sensed: Uint8Array;
  /** as written */
  readonly short: ReadonlyMap<string, readonly Sense[]>;
  /** index of a concept → what it may be */
  readonly concepts: ReadonlyMap<number, readonly Sense[]>;
}

/** Normal form of a word → the contexts it belongs to, and whether it may be a short form. */
export function senseBits({ documents }: ReadingKnowledge): Pick<WordTables, 'senses' | 'moreSenses'> {
  const senses = new Map<string, number>();
  const moreSenses = new Map<string, number>();
  const add = (word: string, { low, high }: Bits): void => {
    senses.set(word, (senses.get(word) ?? 0) | low);
    if (high) moreSenses.set(word, (moreSenses.get(word) ?? 0) | high);
  };
  Object.values(documents.senses.contexts).forEach((words, at) => {
    for (const word of words) add(word, bitsOf([at]));
  });
  for (const { forms } of documents.senses.short)
    for (const form of forms) add(form.toLowerCase(), { low: SHORT, high: 0 });
  return { senses, moreSenses };
}

/** The first 31 contexts stand in the low number beside SHORT. */
const bitsOf = (contexts: readonly number[]): Bits => {
  const bits = { low: 0, high: 0 };
  for (const at of contexts) {
    if (at < LOW) bits.low |= 1 << (at + 1);
    else bits.high |= 1 << (at - LOW);
  }
  return bits;
};
const LOW = 31;

const meets = ({ low, high }: Bits, { senses, moreSenses }: Pick<Word, 'senses' | 'moreSenses'>): boolean =>
  (low & senses) !== 0 || (high & moreSenses) !== 0;
const meet = (one: Bits, other: Bits): boolean => (one.low & other.low) !== 0 || (one.high & other.high) !== 0;

/** Contexts of the tokens `[from, to)`. */
function contextsOf(tokens: readonly Token[], from: number, to: number): Bits {
  const bits = { low: 0, high: 0 };
  for (let at = from; at < to; at += 1) {
    bits.low |= tokens[at]?.word.senses ?? 0;
    bits.high |= tokens[at]?.word.moreSenses ?? 0;
  }
  return bits;
}

/** The same matches; where a context decides, a concept has become the one meant here, and short forms are read. */
export function withSenses(matches: Matches, segmented: Segmented, reading: ReadingKnowledge): Matches {
  const { sensed, concepts, short } = tableOf(reading);
  const { tokens, source } = segmented;
  const report = contextsOf(tokens, 0, tokens.length);
  const shorts: number[] = [];
  if (report.low & SHORT)
    for (let at = 0; at < tokens.length; at += 1) if ((tokens[at]?.word.senses ?? 0) & SHORT) shorts.push(at);
  const had = matches.concept;
  if (shorts.length === 0 && !had.some(({ entry }) => sensed[entry])) return matches;
  const around = surroundings(segmented);
  const meant = (senses: readonly Sense[] | undefined, from: number, to: number): Sense | undefined => {
    const stated = senses && around(from);
    return stated && meantOf(senses, from, to, report, stated, segmented);
  };
  const concept: Match[] = [];
  let next = 0;
  const addShorts = (before: number): void => {
    for (let at = shorts[next]; at !== undefined && at < before; at = shorts[next]) {
      next += 1;
      const { start = 0, end = 0 } = tokens[at] ?? {};
      const sense = meant(short.get(source.text.slice(start, end)), at, at + 1);
      if (sense)
        concept.push({ layer: 'concept', entry: sense.entry, from: at, to: at + 1, start, end, plural: false });
    }
  };
  for (const match of had) {
    addShorts(match.from);
    // a short form inside a longer one
    while ((shorts[next] ?? Number.POSITIVE_INFINITY) < match.to) next += 1;
    const sense = sensed[match.entry] ? meant(concepts.get(match.entry), match.from, match.to) : undefined;
    concept.push(sense ? withEntry(match, sense.entry) : match);
  }
  addShorts(tokens.length);
  return withLayer(matches, 'concept', concept);
}

/** A statement and the contexts of its words. */
interface Stated {
  readonly from: number;
  readonly to: number;
  readonly contexts: Bits;
}

/** The statement around a token; words are asked for in the order of the text, so that each statement is gone through once. */
function surroundings({ tokens, statements }: Segmented): (at: number) => Stated | undefined {
  let last: Stated | undefined;
  return (at) => {
    if (last && last.from <= at && at < last.to) return last;
    const around = statements[firstNotBefore(statements, (statement) => statement.to <= at)];
    if (!around || around.from > at) return undefined;
    const { from, to } = around;
    last = { from, to, contexts: contextsOf(tokens, from, to) };
    return last;
  };
}

/** The first sense that holds in a statement around the tokens `[from, to)`. */
function meantOf(
  senses: readonly Sense[],
  from: number,
  to: number,
  report: Bits,
  stated: Stated,
  { tokens, source }: Segmented,
): Sense | undefined {
  return senses.find(
    (sense) =>
      holds(sense, report, stated.contexts, tokens, { from, to }, stated.to) &&
      !(sense.mixed && isCapitals(source.text, tokens[stated.from]?.start ?? 0, tokens[stated.to - 1]?.end ?? 0)),
  );
}

const isCapitals = (text: string, start: number, end: number): boolean => !/[a-z]/.test(text.slice(start, end));

const FAR = 8;

function holds(
  { report, statement, unless, beside, over, next, words }: Sense,
  inReport: Bits,
  inStatement: Bits,
  tokens: readonly Token[],
  { from, to }: Pick<Match, 'from' | 'to'>,
  end: number,
): boolean {
  if (report && !meet(inReport, report)) return false;
  if (statement && !meet(inStatement, statement)) return false;
  if (unless && meet(inStatement, unless)) return false;
  const behind = to < end ? tokens[to] : undefined;
  if (words && !areThere(words, tokens, from, to)) return false;
  if (next && behind && !meets(next, behind.word)) return false;
  return !beside || nextTo(tokens, from - 1, -1, beside, over) || nextTo(tokens, to, 1, beside, over);
}

function areThere(
  { written, followed, preceded, led }: BesideWords,
  tokens: readonly Token[],
  from: number,
  to: number,
): boolean {
  const isWritten = !written || (to === from + 1 && written.has(tokens[from]?.norm ?? ''));
  const isFollowed = !followed || followed.has(tokens[to]?.norm ?? '');
  const isPreceded = !preceded || [1, 2].some((back) => preceded.has(tokens[from - back]?.norm ?? ''));
  return isWritten && isFollowed && isPreceded && (!led || isLed(led, tokens, from));
}

const LED = 5;

function isLed(led: ReadonlySet<string>, tokens: readonly Token[], from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - LED); at -= 1) {
    const token = tokens[at];
    if (!token || token.kind === 'mark') return false;
    if (led.has(token.norm)) return true;
  }
  return false;
}

function nextTo(tokens: readonly Token[], from: number, step: number, beside: Bits, over: Bits | null): boolean {
  for (let at = from, left = FAR; left > 0; at += step, left -= 1) {
    const word = tokens[at]?.word;
    if (!word) return false;
    if (meets(beside, word)) return true;
    if (!over || !meets(over, word)) return false;
  }
  return false;
}

const cache = new WeakMap<ReadingKnowledge, SenseTable>();

function tableOf(reading: ReadingKnowledge): SenseTable {
  const known = cache.get(reading);
  if (known) return known;
  const { senses } = reading.documents;
  const names = Object.keys(senses.contexts);
  const index = new Map(reading.concepts.map(({ id }, at) => [id, at]));
  const bits = (contexts: readonly string[] | undefined): Bits | null =>
    contexts ? bitsOf(contexts.map((name) => names.indexOf(name))) : null;
  const senseOf = (one: AnySense): Sense => ({
    entry: index.get(one.is) ?? -1,
    report: bits(one.report),
    statement: bits(one.statement),
    unless: bits(one.unless),
    beside: bits(one.beside),
    over: bits(one.over),
    next: bits(one.next),
    mixed: 'mixed' in one && one.mixed === true,
    words: besideWords(one),
  });
  const short = new Map<string, Sense[]>();
  for (const one of senses.short) for (const form of one.forms) put(short, form, senseOf(one));
  const concepts = new Map<number, Sense[]>();
  for (const one of senses.concepts) for (const id of one.concepts) put(concepts, index.get(id) ?? -1, senseOf(one));
  const sensed = new Uint8Array(reading.concepts.length);
  for (const entry of concepts.keys()) sensed[entry] = 1;
  const made = { sensed, short, concepts };
  cache.set(reading, made);
  return made;
}

function besideWords(one: AnySense): BesideWords | null {
  const { followed, preceded, led } = one;
  const written = 'written' in one ? one.written : undefined;
  if (!written && !followed && !preceded && !led) return null;
  const set = (words: readonly string[] | undefined) => (words ? new Set(words) : null);
  return { written: set(written), followed: set(followed), preceded: set(preceded), led: set(led) };
}

function put<K>(table: Map<K, Sense[]>, key: K, sense: Sense): void {
  const row = table.get(key);
  if (row) row.push(sense);
  else table.set(key, [sense]);
}
