/** Wing 2, recognize, scores: the key of a scale or the table of a guideline inside a report: what it names is nobody's. */
import { longestForm } from '../../search.ts';
import type { SegmentedStatement } from '../../stages.ts';
import { type Category, categoryAt, type Line, wordOf } from './category.ts';
import type { Scale } from './scale-words.ts';
import type { FoundScore } from './scan.ts';

/** Tokens `[from, to)`. */
export interface Legend {
  readonly from: number;
  readonly to: number;
}

/** One line of a key: "4 = high likelihood", "<6 mm: no follow-up", "T-score above -1 normal". */
interface Entry {
  readonly at: number;
  /** what it explains: a category, a size, a range of values */
  readonly key: string;
  readonly scale: Scale | null;
  /** its words are those that the scale calls the category by, or it draws a line */
  readonly explained: boolean;
  /** an equals sign or a line that is drawn, which are seldom said of a patient */
  readonly strict: boolean;
}

interface Read {
  readonly statement: SegmentedStatement;
  readonly entries: readonly Entry[];
  /** opens with the name of a key or guideline */
  readonly title: boolean;
  /** a title and nothing else */
  readonly opener: boolean;
  /** holds words of this patient */
  readonly own: boolean;
}

const APART = 2; // statements of one line of the key: "4: suspicious. Biopsy should be considered."

/** The legends of a report, in order. A key has several lines one behind the other, none of which speaks of this patient. */
export function legendsOf(
  line: Line,
  statements: readonly SegmentedStatement[],
  found: readonly FoundScore[],
): readonly Legend[] {
  const legends: Legend[] = [];
  const reads: Read[] = [];
  let carried: Scale | null = null;
  /** statements that may still go on with the key */
  let open = 0;
  for (const statement of statements) {
    const read = readOf(line, statement, carried, open > 0);
    carried = read.entries.at(-1)?.scale ?? (read.title ? scaleNamed(line, statement) : null) ?? carried;
    open = read.opener || read.entries.length > 0 ? APART + 1 : open - 1;
    reads.push(read);
  }
  for (let at = 0; at < reads.length; ) {
    const end = runFrom(reads, at);
    const legend = end > at ? legendIn(reads.slice(at, end)) : null;
    if (legend) legends.push(legend);
    else if (isRule(line, reads[at]?.statement, found)) legends.push(reads[at]?.statement ?? NOWHERE);
    at = legend ? end : at + 1;
  }
  return legends;
}

const NOWHERE: Legend = { from: 0, to: 0 };

/** "4B nodules are referred", where the report itself gives another category and never this one. */
function isRule(line: Line, statement: SegmentedStatement | undefined, found: readonly FoundScore[]): boolean {
  if (!statement || found.length === 0) return false;
  const { from, to } = statement;
  const name = longestForm(line.words.names, line.text, line.tokens, from, to);
  const start = name?.to ?? from;
  if (line.tokens[start]?.kind === 'mark') return false;
  for (const scale of new Set(found.map((score) => score.scale))) {
    if (!scale.entry.once || (name && !name.values.some((one) => one.scale === scale))) continue;
    const coded = codeAt(line, start, scale);
    const many = coded ? wordOf(line, coded.to, 'ruleMany') : 0;
    if (!coded || !many || !wordOf(line, many, 'ruleDone')) continue;
    const others = found.filter((score) => score.scale === scale && !(score.from >= from && score.to <= to));
    return others.length > 0 && others.every(({ code }) => code !== coded.code);
  }
  return false;
}

/** Where the statements end that may be one key: entries of one scale, and at most two others between them. */
function runFrom(reads: readonly Read[], from: number): number {
  const first = reads[from];
  if (!first || first.own || !(first.opener || first.entries.length > 0)) return from;
  let scale = first.entries[0]?.scale;
  let end = from + 1;
  for (let at = from + 1; at < reads.length && at - end <= APART; at += 1) {
    const read = reads[at];
    if (!read || read.own || (read.title && read.entries.length === 0 && !read.opener)) break;
    const [entry] = read.entries;
    if (!entry) continue;
    if (scale !== undefined && entry.scale !== scale) break;
    scale = entry.scale;
    end = at + 1;
  }
  return end;
}

function legendIn(run: readonly Read[]): Legend | null {
  const all = run.flatMap(({ entries }) => entries);
  const entries = rising(all);
  const titled = run.some(({ title, opener }, at) => (title || opener) && at < 2);
  const explained = entries.filter((entry) => entry.explained).length;
  const { size } = new Set(entries.map(({ key }) => key));
  const isStrict = entries.every(({ strict }) => strict);
  const isKey =
    explained >= 2 && (size >= 4 || (size === 3 && (titled || explained === 3)) || (size === 2 && isStrict));
  const [first, last] = [entries[0], run.at(-1)];
  if (!isKey || !first || !last) return null;
  const isWhole = entries.length === all.length;
  return { from: isWhole ? (run[0]?.statement.from ?? first.at) : first.at, to: last.statement.to };
}

/** "PI-RADS 2 (1 = very low, 2 = low, …)": the category before the key is this patient's. */
function rising(entries: readonly Entry[]): readonly Entry[] {
  const places = entries.map(({ key, scale }) =>
    scale ? scale.entry.categories.findIndex(({ code }) => code === key) : -1,
  );
  if (places.some((place) => place < 0)) return entries;
  const falls = (at: number): boolean => (places[at] ?? 0) <= (places[at - 1] ?? 0);
  // a key goes up or down all the way
  const goes = (from: number): boolean =>
    places.every((_, at) => at <= from || !falls(at)) || places.every((_, at) => at <= from || falls(at));
  return goes(0) ? entries : goes(1) ? entries.slice(1) : [];
}

function readOf(line: Line, statement: SegmentedStatement, carried: Scale | null, open: boolean): Read {
  const { from, to } = statement;
  const body = titleEnd(line, from, to);
  const title = body > from;
  const opener = title && body >= to;
  const scale = (title ? scaleNamed(line, statement) : null) ?? carried;
  const own = isOwn(line, from, to);
  const listed = open && scale && !title ? listedEntry(line, statement, scale) : null;
  const entries = own ? [] : listed ? [listed] : entriesIn(line, body, to, scale, title || open);
  return { statement, entries, title, opener, own };
}

/** "1: No uptake" below the name of the key: what looks like the number of an item is a category. */
function listedEntry(line: Line, { span, from, to }: SegmentedStatement, scale: Scale): Entry | null {
  const mark = line.text.slice(span[0], line.tokens[from]?.start).trim();
  const code = /^\(?(\d[A-Za-z]?|[IVX]+)\s*[).:=–-]?$/.exec(mark)?.[1];
  const key = code === undefined ? undefined : scale.codes.get(code.toLowerCase());
  if (key === undefined) return null;
  const strict = isStrict(line, from, to);
  return {
    at: from,
    key,
    scale,
    strict,
    explained: strict || isCalled(line, { code: key, from, to: from }, to, scale),
  };
}

/** Words of this patient, or what was measured. */
export function isOwn(line: Line, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (wordOf(line, at, 'legendOwn') > 0 || isMeasured(line, at, to)) return true;
  return false;
}

/** "1.6 cm" is measured, "≥ 1.5 cm", "6-8 mm" and "1.5 cm or larger" are lines that are drawn. */
function isMeasured(line: Line, at: number, to: number): boolean {
  const { tokens } = line;
  if (tokens[at]?.kind !== 'number' || !/^[mc]m$/.test(tokens[at + 1]?.norm ?? '')) return false;
  if (at + 2 < to && wordOf(line, at + 2, 'legendBounds') > 0) return false;
  if (/^(?:[-–—]|to|and)$/.test(tokens[at - 1]?.norm ?? '')) return false;
  for (let place = at - 1; place >= Math.max(0, at - BOUND); place -= 1)
    if (wordOf(line, place, 'legendBounds') === at) return false;
  return true;
}

const BOUND = 6; // words of "greater than or equal to"

function scaleNamed(line: Line, { from, to }: SegmentedStatement): Scale | null {
  for (let at = from; at < to; at += 1) {
    const found = longestForm(line.words.names, line.text, line.tokens, at, to);
    const name = found?.values.find(({ kind }) => kind === 'name');
    if (name) return name.scale;
  }
  return null;
}

const TITLE = 10; // words of a title at most

/** Behind "BI-RADS category key:", "Fleischner Society guidelines 2017 for solid nodules:"; the place itself where no title stands. */
function titleEnd(line: Line, from: number, to: number): number {
  const { text, tokens, words } = line;
  let named = false;
  let called = false;
  for (let at = from; at < Math.min(to, from + TITLE); ) {
    const token = tokens[at];
    if (!token) break;
    if (token.norm === ':' && (called || named)) return called ? at + 1 : from;
    const source = wordOf(line, at, 'legendSources') || (longestForm(words.names, text, tokens, at, to)?.to ?? 0);
    const title = wordOf(line, at, 'legendTitles');
    const linked = wordOf(line, at, 'links') > 0 || wordOf(line, at, 'small') > 0;
    if (!source && !title && at === from && token.kind === 'word' && !linked) return from;
    named ||= source > 0;
    called ||= title > 0 || (source > 0 && wordOf(line, source - 1, 'legendTitles') === source);
    at = Math.max(source, title, at + 1);
    if (at >= to) return called && named ? to : from;
  }
  return from;
}

/** "=", ":" and the like behind what a line explains. */
const SIGNS = new Set(['=', ':', '-', '–', '—', '(', ')', '→', '.', ',']);

function entriesIn(line: Line, from: number, to: number, carried: Scale | null, title: boolean): readonly Entry[] {
  const entries: Entry[] = [];
  let scale = carried;
  for (let at = from; at < to; at += 1) {
    if (!(at === from || isStart(line, at))) continue;
    const entry = categoryEntry(line, at, to, scale, title || entries.length > 0) ?? boundEntry(line, at, to, title);
    if (!entry) {
      // a key begins with its first line
      if (entries.length === 0 && !title && at === from && !isBracketed(line, from, to)) return entries;
      continue;
    }
    scale = entry.scale ?? scale;
    entries.push(entry);
  }
  return entries;
}

/** "PI-RADS 2 (1 = very low, …)" */
const isBracketed = ({ tokens }: Line, from: number, to: number): boolean => {
  for (let at = from; at < to; at += 1) if (tokens[at]?.norm === '(' || tokens[at]?.norm === '[') return true;
  return false;
};

const STARTS = new Set([';', ',', '.', '(', '[', '•', '|']);

function isStart({ text, tokens }: Line, at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (!before || !token) return false;
  return STARTS.has(before.norm)
    ? !token.glued || before.norm === '('
    : text.slice(before.end, token.start).includes('\n');
}

/** "PI-RADS 5 = very high", "TR4: FNA if ≥ 1.5 cm", "0 incomplete" */
function categoryEntry(line: Line, from: number, to: number, carried: Scale | null, led: boolean): Entry | null {
  const { text, tokens, words } = line;
  let at = from;
  while (tokens[at]?.kind === 'mark' && at < from + 2) at += 1;
  const found = longestForm(words.names, text, tokens, at, to);
  const name = found?.values.find(({ kind }) => kind === 'name' || kind === 'tight');
  const glued = /^([a-z]{1,2})\d[a-z]?$/.exec(tokens[at]?.norm ?? '')?.[1];
  const short = glued ? words.glued.get(glued.toUpperCase())?.[0] : undefined;
  const scale = name?.scale ?? short ?? carried;
  if (!scale || scale.entry.value) return null;
  if (found && name) at = found.to;
  while (at > from && at < to && /^[:-]$/.test(tokens[at]?.norm ?? '')) at += 1;
  for (let word = wordOf(line, at, 'classes'); word && at < to; word = wordOf(line, at, 'classes')) at = word;
  const coded = codeAt(line, at, scale);
  // a lone number opens a line only where the scale is named, or behind a title
  if (!coded || !(name || short || (carried && led))) return null;
  const sign = tokens[coded.to]?.norm ?? '';
  const marked = SIGNS.has(sign);
  // "BI-RADS 1." explains nothing
  if (coded.to + (marked ? 1 : 0) >= to || (!marked && tokens[coded.to]?.kind !== 'word')) return null;
  const end = endOf(line, coded.to + (marked ? 1 : 0), to);
  const strict = marked && isStrict(line, coded.to, end);
  return { at: from, key: coded.code, scale, strict, explained: strict || isCalled(line, coded, end, scale) };
}

/** Only a category that is written as such: no "negative" and no "probably benign". */
function codeAt(line: Line, at: number, scale: Scale): Category | null {
  const token = line.tokens[at];
  if (!token || token.kind === 'mark') return null;
  const category = categoryAt(line, at, scale, true, true);
  const written = category ? line.text.slice(token.start, line.tokens[category.to - 1]?.end) : '';
  return category && /^(?:[A-Za-z]{1,3}[-\s]?)?(?:\d[A-Za-z]?|[IVXM]+)$/.test(written) ? category : null;
}

/** Where the words of a line of a key end. */
function endOf(line: Line, from: number, to: number): number {
  let at = from;
  while (at < to && !(at > from && isStart(line, at))) at += 1;
  return at;
}

/** "5 = very high", "TR4: FNA if ≥ 1.5 cm" */
function isStrict(line: Line, from: number, end: number): boolean {
  if (/^[=→]$/.test(line.tokens[from]?.norm ?? '')) return true;
  for (let at = from; at < end; at += 1) if (wordOf(line, at, 'legendBounds') > 0) return true;
  return false;
}

/** "5: highly suggestive": by words that the scale calls the category by. */
function isCalled({ tokens }: Line, { code, to }: Category, end: number, { entry }: Scale): boolean {
  const category = entry.categories.find((one) => one.code === code);
  const called = [category?.label ?? '', ...(category?.match ?? [])]
    .join(' ')
    .toLowerCase()
    .split(/[^a-z]+/);
  for (let at = to; at < end; at += 1) {
    const norm = tokens[at]?.norm ?? '';
    if (norm.length > 3 && called.includes(norm)) return true;
  }
  return false;
}

/** "<6 mm: no follow-up", "6-8 mm:", "T-score between -1 and -2.5: osteopenia" */
function boundEntry(line: Line, from: number, to: number, title: boolean): Entry | null {
  return title ? (sizeEntry(line, from, to) ?? rangeEntry(line, from, to)) : rangeEntry(line, from, to);
}

function sizeEntry(line: Line, from: number, to: number): Entry | null {
  const { tokens } = line;
  let at = from;
  for (let thing = wordOf(line, at, 'legendThings'); thing && at < to; thing = wordOf(line, at, 'legendThings'))
    at = thing;
  const bound = wordOf(line, at, 'legendBounds');
  if (bound) at = bound;
  const low = tokens[at];
  if (low?.kind !== 'number') return null;
  const range = !bound && (/^[-–—]$/.test(tokens[at + 1]?.norm ?? '') || tokens[at + 1]?.norm === 'to');
  const high = range ? tokens[at + 2] : undefined;
  if (!bound && high?.kind !== 'number') return null;
  const unit = tokens[at + (range ? 3 : 1)]?.norm ?? '';
  if (!/^(?:mm|cm|%)$/.test(unit)) return null;
  return {
    at: from,
    key: `${bound ? (tokens[bound - 1]?.norm ?? '') : ''}${low.norm}-${high?.norm ?? ''}${unit}`,
    scale: null,
    explained: true,
    strict: true,
  };
}

/** A line drawn at one of the values that the scale draws its lines at, with the word for what lies there. */
function rangeEntry(line: Line, from: number, to: number): Entry | null {
  return rangeUntil(line, from, endOf(line, from, to)) ?? rangeUntil(line, from, to);
}

function rangeUntil(line: Line, from: number, end: number): Entry | null {
  const { text, tokens, words } = line;
  let bounds = 0;
  let numbers = 0;
  let called: string | null = null;
  for (let at = from; at < end; ) {
    const token = tokens[at];
    if (!token) break;
    const bound = wordOf(line, at, 'legendBounds');
    if (bound) bounds += 1;
    if (token.kind === 'number') {
      if (!words.cuts.has(Number(token.norm))) return null;
      numbers += 1;
      if (/^(?:to|and|-|–)$/.test(tokens[at + 1]?.norm ?? '')) bounds += 1;
    }
    const named = longestForm(words.states, text, tokens, at, end);
    if (named) called = named.value;
    at = Math.max(bound, named?.to ?? 0, at + 1);
  }
  return called !== null && numbers > 0 && bounds > 0
    ? { at: from, key: called, scale: null, explained: true, strict: true }
    : null;
}
