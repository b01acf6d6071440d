/** Wing 2, recognize: which sense a word has here: MR is a leaky valve of the heart, or the scan. */
import type { ReadingKnowledge } from '@readingscan/knowledge';
import type { Match, Matches } from '../lexicon.ts';
import { firstNotBefore } from '../order.ts';
import type { Segmented } from '../stages.ts';
import type { Token } from '../token.ts';

/** the word may be a short form that counts only in its context */
const SHORT = 1;

interface Sense {
  /** index of the concept that it is */
  readonly entry: number;
  /** bits of contexts; 0 where nothing is asked */
  readonly report: number;
  readonly statement: number;
  readonly unless: number;
  readonly beside: number;
  readonly over: number;
  readonly next: number;
  /** not where the statement is written in capitals */
  readonly mixed: boolean;
}

interface SenseTable {
  /** by index of a concept: whether it has senses */
  readonly sensed: Uint8Array;
  /** as written */
  readonly short: ReadonlyMap<string, readonly Sense[]>;
  /** index of a concept → what it may be */
  readonly concepts: ReadonlyMap<number, readonly Sense[]>;
}

/** Normal form of a word → the contexts it belongs to, and whether it may be a short form. */
export function senseBits({ documents }: ReadingKnowledge): ReadonlyMap<string, number> {
  const bits = new Map<string, number>();
  const add = (word: string, bit: number): void => {
    bits.set(word, (bits.get(word) ?? 0) | bit);
  };
  Object.values(documents.senses.contexts).forEach((words, at) => {
    for (const word of words) add(word, bitOf(at));
  });
  for (const { forms } of documents.senses.short) for (const form of forms) add(form.toLowerCase(), SHORT);
  return bits;
}

const bitOf = (context: number): number => 1 << (context + 1);

/** The same matches; where a context decides, a concept has become the one meant here, and short forms are read. */
export function withSenses(matches: Matches, segmented: Segmented, reading: ReadingKnowledge): Matches {
  const { sensed, concepts, short } = tableOf(reading);
  const { tokens, source } = segmented;
  let report = 0;
  const shorts: number[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const bits = tokens[at]?.word.senses ?? 0;
    report |= bits;
    if (bits & SHORT) shorts.push(at);
  }
  const had = matches.concept;
  if (shorts.length === 0 && !had.some(({ entry }) => sensed[entry])) return matches;
  const meant = (senses: readonly Sense[] | undefined, from: number, to: number): Sense | undefined =>
    senses && meantOf(senses, from, to, report, segmented);
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
    concept.push(sense ? { ...match, entry: sense.entry } : match);
  }
  addShorts(tokens.length);
  return { ...matches, concept };
}

/** The first sense that holds in the statement around the tokens `[from, to)`. */
function meantOf(
  senses: readonly Sense[],
  from: number,
  to: number,
  report: number,
  { tokens, statements, source }: Segmented,
): Sense | undefined {
  const around = statements[firstNotBefore(statements, (statement) => statement.to <= from)];
  if (!around || around.from > from) return undefined;
  let statement = 0;
  for (let at = around.from; at < around.to; at += 1) statement |= tokens[at]?.word.senses ?? 0;
  return senses.find(
    (sense) =>
      holds(sense, report, statement, tokens, { from, to }, around.to) &&
      !(sense.mixed && isCapitals(source.text, tokens[around.from]?.start ?? 0, tokens[around.to - 1]?.end ?? 0)),
  );
}

const isCapitals = (text: string, start: number, end: number): boolean => !/[a-z]/.test(text.slice(start, end));

const FAR = 8;

function holds(
  { report, statement, unless, beside, over, next }: Sense,
  inReport: number,
  inStatement: number,
  tokens: readonly Token[],
  { from, to }: Pick<Match, 'from' | 'to'>,
  end: number,
): boolean {
  if (report && !(inReport & report)) return false;
  if (statement && !(inStatement & statement)) return false;
  if (inStatement & unless) return false;
  const behind = to < end ? tokens[to] : undefined;
  if (next && behind && !(behind.word.senses & next)) return false;
  return !beside || nextTo(tokens, from - 1, -1, beside, over) || nextTo(tokens, to, 1, beside, over);
}

function nextTo(tokens: readonly Token[], from: number, step: number, beside: number, over: number): boolean {
  for (let at = from, left = FAR; left > 0; at += step, left -= 1) {
    const bits = tokens[at]?.word.senses ?? 0;
    if (bits & beside) return true;
    if (!(bits & over)) return false;
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
  const bits = (contexts: readonly string[] = []): number =>
    contexts.reduce((all, name) => all | bitOf(names.indexOf(name)), 0);
  const senseOf = (one: (typeof senses.short)[number] | (typeof senses.concepts)[number]): Sense => ({
    entry: index.get(one.is) ?? -1,
    report: bits(one.report),
    statement: bits(one.statement),
    unless: bits(one.unless),
    beside: bits(one.beside),
    over: bits(one.over),
    next: bits(one.next),
    mixed: 'mixed' in one && one.mixed === true,
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

function put<K>(table: Map<K, Sense[]>, key: K, sense: Sense): void {
  const row = table.get(key);
  if (row) row.push(sense);
  else table.set(key, [sense]);
}
