/** Wing 2, recognize: which sense a word has here: MR is a leaky valve of the heart, or the scan. */
import type { ReadingKnowledge } from '@readingscan/knowledge';
import type { Match, Matches } from '../lexicon.ts';
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
  const table = tableOf(reading);
  const { tokens, statements, source } = segmented;
  let report = 0;
  for (const { word } of tokens) report |= word.senses;
  let concept: Match[] | null = null;
  const had = matches.concept;
  let next = 0;
  for (const { from, to } of statements) {
    let statement = 0;
    for (let at = from; at < to; at += 1) statement |= tokens[at]?.word.senses ?? 0;
    for (let match = had[next]; match && match.from < from; match = had[next]) {
      concept?.push(match);
      next += 1;
    }
    const isMeant = (sense: Sense, place: Pick<Match, 'from' | 'to'>): boolean =>
      holds(sense, report, statement, tokens, place, to) &&
      !(sense.mixed && isCapitals(source.text, tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0));
    for (let at = from; at < to; at += 1) {
      const match = had[next];
      if (match?.from === at) {
        const sense = table.concepts.get(match.entry)?.find((one) => isMeant(one, match));
        if (sense) concept ??= had.slice(0, next);
        concept?.push(sense ? { ...match, entry: sense.entry } : match);
        next += 1;
        at = match.to - 1;
        continue;
      }
      const token = tokens[at];
      if (!token || !(token.word.senses & SHORT)) continue;
      const { start, end } = token;
      const place = { from: at, to: at + 1 };
      const sense = table.short.get(source.text.slice(start, end))?.find((one) => isMeant(one, place));
      if (!sense) continue;
      concept ??= had.slice(0, next);
      concept.push({ layer: 'concept', entry: sense.entry, ...place, start, end, plural: false });
    }
  }
  return concept ? { ...matches, concept: [...concept, ...had.slice(next)] } : matches;
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
  const made = { short, concepts };
  cache.set(reading, made);
  return made;
}

function put<K>(table: Map<K, Sense[]>, key: K, sense: Sense): void {
  const row = table.get(key);
  if (row) row.push(sense);
  else table.set(key, [sense]);
}
