/** Wing 2, recognize, scores: from the name of a system to its categories, in one pass over the tokens. */
import { longestForm } from '../../trie.ts';
import { SIGN } from '../sign.ts';
import { type Category, categoryAt, type Line, wordOf } from './category.ts';
import type { Scale, ScaleName } from './scale-words.ts';

export interface FoundScore {
  readonly scale: Scale;
  readonly code: string;
  /** tokens, the name included */
  readonly from: number;
  readonly to: number;
}

const REACH = 8;
const BEFORE = 7;
/** what a score begins with */
const OPENS = SIGN.scale | SIGN.grade | SIGN.coded;

export function scanScores(line: Line, signs: Int32Array): FoundScore[] {
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
    if (value) led = { at, value };
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
): FoundScore[] | null {
  for (const { scale, kind } of names) {
    if ((kind === 'near' || kind === 'tight') && !inReport(scale)) continue;
    if (scale.entry.value === 'percent') return percentages(line, at, to, scale);
    const behind = valueBehind(line, to, scale, kind);
    if (behind) return [{ scale, code: behind.code, from: at, to: behind.to }, ...more(line, behind, scale)];
    const before = kind === 'tight' ? null : valueBefore(line, at, scale, led);
    if (before) return [{ scale, code: before.code, from: led?.at ?? before.from, to }];
  }
  return null;
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
    const category = comma || (kind === 'graded' && !classed) ? null : categoryAt(line, at, scale, classed);
    if (category) return category;
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

/** v2.1, 2017, 1.1 behind a name */
function isVersion({ tokens }: Line, at: number, { entry }: Scale): boolean {
  const token = tokens[at];
  if (token?.kind === 'word') return /^v\d+$/.test(token.norm);
  if (token?.kind !== 'number' || entry.value) return false;
  return /^(?:19|20)\d\d$/.test(token.norm) || /^\d\.\d$/.test(token.norm);
}

function skipVersion({ tokens }: Line, at: number): number {
  const point = tokens[at + 1]?.norm === '.' && tokens[at + 1]?.glued && tokens[at + 2]?.kind === 'number';
  return point && tokens[at]?.kind === 'word' ? at + 3 : at + 1;
}

/** "category 2 of the BI-RADS lexicon", "grade I anterolisthesis", "type II endoleak" */
function valueBefore(line: Line, name: number, scale: Scale, led: { value: number } | null): Category | null {
  if (!led || name - led.value > BEFORE) return null;
  const category = categoryAt(line, led.value, scale, true);
  if (!category || category.to > name) return null;
  for (let at = category.to; at < name; at += 1) {
    const token = line.tokens[at];
    if (token?.norm === '.' || token?.norm === ';' || token?.norm === ',' || token?.norm === ':') return null;
  }
  return category;
}

/** TR4, LR5, U3: capitals written against the number. */
function glued(line: Line, at: number, inReport: (scale: Scale) => boolean): FoundScore[] | null {
  const { text, tokens, words } = line;
  const token = tokens[at];
  const [, letters, code] = token?.kind === 'word' ? (/^([a-z]{1,2})(\d[a-z]?)$/.exec(token.norm) ?? []) : [];
  if (!token || !letters || !code) return null;
  const scale = words.glued.get(text.slice(token.start, token.start + letters.length));
  const known = scale?.codes.get(code);
  if (!scale || known === undefined || !inReport(scale)) return null;
  const first: Category = { code: known, from: at, to: at + 1 };
  return [{ scale, code: known, from: at, to: at + 1 }, ...more(line, first, scale)];
}

const MOST = 6;

/** "TI-RADS 3 and 4", "BI-RADS 2 on the right and 4A on the left" */
function more(line: Line, first: Category, scale: Scale): FoundScore[] {
  const { text, tokens, words } = line;
  const found: FoundScore[] = [];
  let last = first;
  while (found.length < MOST) {
    let at = last.to;
    let joined = false;
    let sided = false;
    let comma = false;
    for (let steps = 0; steps < MOST; steps += 1) {
      const join = wordOf(line, at, 'joins');
      const side = wordOf(line, at, 'sides');
      if (!join && !side) break;
      if (join) {
        joined = true;
        comma = tokens[at]?.norm === ',' || tokens[at]?.norm === ';';
      }
      sided ||= side > 0 && tokens[at]?.kind === 'word';
      at = Math.max(join, side, at + 1);
    }
    const previous = tokens[at - 1];
    const token = tokens[at];
    if (!joined || !token || !previous || text.slice(previous.end, token.start).includes('\n')) break;
    if (longestForm(words.names, text, tokens, at)) break;
    const category = categoryAt(line, at, scale, false);
    // behind a comma a bare number counts only where sides are told apart
    const lone = comma && !sided && /^\d+$/.test(category?.code ?? '');
    if (!category || lone || (tokens[category.to]?.kind === 'word' && !ends(line, category.to))) break;
    found.push({ scale, code: category.code, from: category.from, to: category.to });
    last = category;
  }
  return found;
}

/** Behind a second category stands a side, a join, a dated word or nothing, never a new noun. */
const ends = (line: Line, at: number): boolean =>
  wordOf(line, at, 'sides') > 0 || wordOf(line, at, 'joins') > 0 || wordOf(line, at, 'historyAfter') > 0;

/** "FRAX: major 17%, hip 4.1%": the second only behind the name of its part. */
function percentages({ tokens }: Line, from: number, to: number, scale: Scale): FoundScore[] {
  const found: FoundScore[] = [];
  let part = true;
  for (let at = to; at < Math.min(tokens.length, to + 20); at += 1) {
    const token = tokens[at];
    if (!token || (token.norm === '.' && !tokens[at + 1]?.glued)) break;
    part ||= scale.modifiers.has(token.norm);
    if (token.kind !== 'number' || tokens[at + 1]?.norm !== '%') continue;
    if (part) found.push({ scale, code: `${token.norm}%`, from: found.length ? at : from, to: at + 2 });
    if (found.length === 2) break;
    part = false;
  }
  return found;
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
