/** Wing 2, recognize, scores: from the name of a system to its categories, in one pass over the tokens. */
import { EMPTY_LIST } from '../../alike.ts';
import { longestForm } from '../../search.ts';
import { SIGN } from '../sign.ts';
import { type Category, categoryAt, type Line, wordOf } from './category.ts';
import { classed, joinAt, more } from './more.ts';
import type { Scale, ScaleName } from './scale-words.ts';
import { percentOf, wordedBefore } from './worded.ts';

export interface FoundScore {
  readonly scale: Scale;
  readonly code: string;
  /** tokens, the name included */
  readonly from: number;
  readonly to: number;
  /** "2 (was 4)": its own words say that it is of an earlier examination */
  readonly earlier?: boolean;
}

const REACH = 8;
const BEFORE = 7;
/** what a score begins with */
const OPENS = SIGN.scale | SIGN.grade | SIGN.coded;

export function scanScores(line: Line, signs: Int32Array): readonly FoundScore[] {
  const { text, tokens, words } = line;
  const found: FoundScore[] = [];
  const inReport = vocabularyOf(line);
  /** the last word such as "grade", with the place behind it */
  let led: { at: number; value: number } | null = null;
  for (let at = 0; at < tokens.length; ) {
    const sign = (signs[at] ?? 0) & OPENS;
    if (!sign) {
      at += 1;
      continue;
    }
    const name = sign & SIGN.scale && tokens[at]?.kind !== 'mark' ? longestForm(words.names, text, tokens, at) : null;
    const scores = name ? named(line, at, name.to, name.values, led, inReport) : glued(line, at, inReport);
    if (scores && scores.length > 0) {
      found.push(...scores);
      at = Math.max(scores.at(-1)?.to ?? at, at + 1);
      led = null;
      continue;
    }
    const value = sign & SIGN.grade ? wordOf(line, at, 'classes') : 0;
    // "grade-1", "grade-II"
    const hyphen = tokens[value]?.norm === '-' && tokens[value]?.glued && tokens[value + 1]?.glued;
    if (value) led = { at, value: hyphen ? value + 1 : value };
    at = name?.to ?? at + 1;
  }
  return found;
}

function named(
  line: Line,
  at: number,
  to: number,
  names: readonly ScaleName[],
  led: { at: number; value: number } | null,
  inReport: (scale: Scale) => boolean,
): readonly FoundScore[] | null {
  if (isPerson(line, at)) return null;
  for (const { scale, kind, context } of names) {
    if (context && !inReport(scale)) continue;
    if (kind === 'tight' && !isBeside(line, at, scale)) continue;
    const { value, worded } = scale.entry;
    if (value === 'percent') return worded ? percentOf(line, at, to, scale) : percentages(line, at, to, scale);
    const own = to === at + 1 ? ownCode(line, at, scale) : null;
    if (own) return [{ scale, code: own.code, from: at, to }, ...more(line, own, scale)];
    const changed = changing(line, at, to, scale);
    if (changed) return changed;
    const behind = valueBehind(line, to, scale, kind);
    if (behind) return [{ scale, code: behind.code, from: at, to: behind.to }, ...more(line, behind, scale)];
    const before = kind === 'tight' || !led ? [] : valuesBefore(line, at, scale, led.value);
    const last = before.at(-1);
    if (led && last) {
      const next = classed(line, { ...last, to }, scale);
      return [...before, ...(next ? [next] : [])].map(({ code, from, to: end }, index) => ({
        scale,
        code,
        from: index === 0 ? led.at : from,
        to: index === before.length - 1 ? to : end,
      }));
    }
    const named = worded ? wordedBefore(line, at, scale) : null;
    if (named) return [{ scale, code: named.code, from: named.from, to }];
  }
  return null;
}

/** Thy3a: a name that ends with its category */
function ownCode({ tokens }: Line, at: number, { prefixes, codes }: Scale): Category | null {
  const norm = tokens[at]?.norm ?? '';
  for (const prefix of prefixes) {
    const code = norm.startsWith(prefix) ? codes.get(norm.slice(prefix.length)) : undefined;
    if (code !== undefined) return { code, from: at, to: at + 1 };
  }
  return null;
}

/** "upgraded from 3 to 4", "previously 4, now 2" behind a name: the first is of an earlier examination */
function changing(line: Line, from: number, to: number, scale: Scale): readonly FoundScore[] | null {
  let at = to;
  for (let steps = 0; steps < REACH; steps += 1) {
    const token = line.tokens[at];
    if (!token || token.norm === '.' || token.norm === ';') return null;
    const past =
      wordOf(line, at, 'changedFrom') || wordOf(line, at, 'historyNear') || wordOf(line, at, 'historyBefore');
    const first = past ? categoryAt(line, past, scale, true) : null;
    if (first) {
      const later = more(line, first, scale);
      return later.length === 0 ? null : [{ scale, code: first.code, from, to: first.to, earlier: true }, ...later];
    }
    const connector = wordOf(line, at, 'connectors') || wordOf(line, at, 'classes');
    if (!connector || categoryAt(line, at, scale, true)) return null;
    at = connector;
  }
  return null;
}

/** "Dr Graf" */
function isPerson(line: Line, at: number): boolean {
  const title = line.tokens[at - 1]?.norm === '.' ? at - 2 : at - 1;
  return title >= 0 && wordOf(line, title, 'titles') > 0;
}

/** The category behind the name, over words that only connect. */
function valueBehind(line: Line, from: number, scale: Scale, kind: ScaleName['kind']): Category | null {
  const { text, tokens } = line;
  let classed = false;
  let comma = false;
  let at = from;
  for (let steps = 0; steps < REACH; steps += 1) {
    const token = tokens[at];
    const previous = tokens[at - 1];
    if (!token || !previous) return null;
    if (text.slice(previous.end, token.start).includes('\n') && previous.norm !== ':') return null;
    if (isWholeScale(line, at, scale)) {
      at += 3;
      continue;
    }
    // "endoleak II", but not "anterolisthesis 2"
    const graded = kind !== 'graded' || classed || (scale.entry.gradedOnly && steps === 0);
    const category = graded ? categoryAt(line, at, scale, classed, classed || steps === 0) : null;
    if (category && (!comma || /^[a-z]?[A-Z]{2,3}$/.test(text.slice(token.start, token.end)))) return category;
    if (isVersion(line, at, scale)) {
      at = skipVersion(line, at);
      continue;
    }
    const connector = wordOf(line, at, 'connectors');
    const isClass = wordOf(line, at, 'classes') > 0;
    if (!connector && !isClass) return null;
    if (kind === 'tight' && !isClass && token.kind === 'word') return null;
    classed ||= isClass;
    comma = token.norm === ',';
    at = Math.max(connector, at + 1);
  }
  return null;
}

/** "score (1-5)": from the least to the most that there is */
function isWholeScale({ tokens }: Line, at: number, { entry }: Scale): boolean {
  const [low, dash, high] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (low?.kind !== 'number' || high?.kind !== 'number' || (dash?.norm !== '-' && dash?.norm !== '–')) return false;
  const numbers = entry.categories.map(({ code }) => Number(code)).filter((value) => !Number.isNaN(value));
  return Number(low.norm) === Math.min(...numbers) && Number(high.norm) === Math.max(...numbers);
}

/** v2.1, 2017, 1.1 behind a name */
function isVersion({ tokens }: Line, at: number, { entry }: Scale): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token?.norm === 'v') return next?.kind === 'number' && /^(?:\d\.\d|20\d\d)$/.test(next.norm);
  if (token?.kind === 'word') return /^v\d+$/.test(token.norm);
  if (token?.kind !== 'number' || entry.value) return false;
  return /^(?:19|20)\d\d$/.test(token.norm) || /^\d\.\d$/.test(token.norm);
}

function skipVersion({ tokens }: Line, at: number): number {
  if (tokens[at]?.norm === 'v') return at + 2;
  const point = tokens[at + 1]?.norm === '.' && tokens[at + 1]?.glued && tokens[at + 2]?.kind === 'number';
  return point && tokens[at]?.kind === 'word' ? at + 3 : at + 1;
}

/** "category 2 of the BI-RADS lexicon", "grade I anterolisthesis", "type I and II endoleaks" */
function valuesBefore(line: Line, name: number, scale: Scale, value: number): readonly Category[] {
  if (name - value > BEFORE) return EMPTY_LIST;
  const found: Category[] = [];
  let end = value;
  for (let category = categoryAt(line, value, scale, true); category; ) {
    if (category.to > name) break;
    found.push(category);
    end = category.to;
    const join = joinAt(line, end);
    category = join > 0 && join < name ? categoryAt(line, join, scale, true) : null;
  }
  for (let at = end; at < name; at += 1) {
    const token = line.tokens[at];
    if (token?.norm === '.' || token?.norm === ';' || token?.norm === ',' || token?.norm === ':') return EMPTY_LIST;
  }
  return found;
}

/** TR4, LR5, U3: capitals written against the number. */
function glued(line: Line, at: number, inReport: (scale: Scale) => boolean): readonly FoundScore[] | null {
  const { text, tokens, words } = line;
  const token = tokens[at];
  const [, letters, code] = token?.kind === 'word' ? (/^([a-z]{1,2})(\d[a-z]?)$/.exec(token.norm) ?? []) : [];
  if (!token || !letters || !code) return null;
  for (const scale of words.glued.get(text.slice(token.start, token.start + letters.length)) ?? []) {
    const known = scale.codes.get(code) ?? scale.codes.get(letters + code);
    if (known === undefined || !inReport(scale) || !isBeside(line, at, scale)) continue;
    const first: Category = { code: known, from: at, to: at + 1 };
    return [{ scale, code: known, from: at, to: at + 1 }, ...more(line, first, scale)];
  }
  return null;
}

const NEAR = 12;

/** "M4" is a grade beside "mammogram" or "U4"; alone it may be a stage, a level or a part of the liver. */
function isBeside({ text, tokens }: Line, at: number, { beside, apart }: Scale): boolean {
  if (beside.size === 0) return true;
  let found = false;
  for (let place = Math.max(0, at - NEAR); place < Math.min(tokens.length, at + NEAR); place += 1) {
    const token = tokens[place];
    if (!token || place === at) continue;
    const between = place < at ? text.slice(token.end, tokens[at]?.start) : text.slice(tokens[at]?.end, token.start);
    if (/\n|\.\s/.test(between)) continue;
    if (apart.has(token.norm)) return false;
    found ||= beside.has(token.norm) || (GRADED.test(token.norm) && token.norm[0] !== tokens[at]?.norm[0]);
  }
  return found;
}

/** the other letters of a British breast report */
const GRADED = /^[rmupbc][1-5][ab]?$/;

/** "FRAX: major 17%, hip 4.1%": the second only behind the name of its part. */
function percentages({ tokens }: Line, from: number, to: number, scale: Scale): FoundScore[] {
  const found: FoundScore[] = [];
  const before = percentBefore(tokens, from);
  if (before) return [{ scale, code: before.code, from: before.from, to }];
  let part = true;
  /** the second with its name: "hip fracture 4.2%" */
  let opens = from;
  for (let at = to; at < Math.min(tokens.length, to + 20); at += 1) {
    const token = tokens[at];
    if (!token || (token.norm === '.' && !tokens[at + 1]?.glued)) break;
    part ||= scale.modifiers.has(token.norm);
    if (token.kind !== 'number' || tokens[at + 1]?.norm !== '%') continue;
    if (part) found.push({ scale, code: `${token.norm}%`, from: opens, to: at + 2 });
    if (found.length === 2) break;
    opens = nextWord(tokens, at + 2);
    part = false;
  }
  return found;
}

const nextWord = (tokens: Line['tokens'], from: number): number => {
  let at = from;
  while (tokens[at]?.kind === 'mark') at += 1;
  return at;
};

/** "4.2% risk of …", "18% 10-year probability of …" */
function percentBefore(tokens: Line['tokens'], at: number): { code: string; from: number } | null {
  const number = tokens[at - 1]?.norm === '%' ? tokens[at - 2] : undefined;
  return number?.kind === 'number' ? { code: `${number.norm}%`, from: at - 2 } : null;
}

/** Whether a word that a short name needs stands anywhere in the report; counted once. */
function vocabularyOf({ tokens }: Line): (scale: Scale) => boolean {
  let norms: Set<string> | null = null;
  return ({ entry }) => {
    if (!entry.context) return true;
    norms ??= new Set(tokens.map(({ norm }) => norm));
    const known = norms;
    return entry.context.some((form) => form.split(/[\s-]+/).every((word) => known.has(word)));
  };
}
