/** Wing 3, assertion: the ground of one statement: its tokens with their word classes and the walls between its clauses. */
import { type Match, matchesWithin } from '../../lexicon.ts';
import type { Knowledge, Recognized } from '../../stages.ts';
import type { Token } from '../../token.ts';
import { isDivider, rowSeams } from './rows.ts';
import { SHORTENED } from './word-classes.ts';

/** Before a token: nothing, an item's comma, the end of a clause, the end of a sentence. */
export const OPEN = 0;
export const ITEM = 1;
export const CLAUSE = 2;
export const SENTENCE = 3;

/** What stands at a token besides its word classes; the first two bits are the wall before it. */
const WALL = 3;
/** no plain word */
export const MARKED = 4;
/** a cue that acts begins here */
export const CUE = 8;
/** any cue begins here, pseudo cues too */
export const SKIP = 16;
/** a terminating cue ends before it */
export const END = 32;
export const CHANGE = 64;

export interface Ground {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** the statement's tokens, `[from, to)` */
  readonly from: number;
  readonly to: number;
  /** word classes, by token index */
  readonly bits: Int32Array;
  /** walls and what begins or ends, by token index */
  readonly signs: Uint8Array;
  /** words that only describe, of the whole report */
  readonly modifiers: readonly Match[];
  /** names of things and places, of the whole report */
  readonly concepts: readonly Match[];
  readonly isFinding: (match: Match) => boolean;
  readonly knowledge: Knowledge;
}

export const bitsAt = (ground: Ground, at: number): number =>
  at >= ground.from && at < ground.to ? (ground.bits[at] ?? 0) : 0;
export const wallAt = (ground: Ground, at: number): number =>
  at >= ground.to || at < ground.from ? SENTENCE : (ground.signs[at] ?? OPEN) & WALL;
export const normAt = (ground: Ground, at: number): string =>
  at >= ground.from && at < ground.to ? (ground.tokens[at]?.norm ?? '') : '';

/** The tokens `[from, to)` name nothing and only describe: "acute", "new". */
export function onlyDescribes({ modifiers }: Ground, from: number, to: number): boolean {
  let at = from;
  for (const match of matchesWithin(modifiers, from, to)) if (match.from === at) at = match.to;
  return at === to && to > from;
}

/** A finding lies within the tokens `[from, to)`. */
export const namesFinding = ({ concepts, isFinding }: Ground, from: number, to: number): boolean =>
  matchesWithin(concepts, from, to).some((match) => match.from >= from && isFinding(match));

interface Sheet {
  readonly bits: Int32Array;
  readonly signs: Uint8Array;
}

/** One sheet for a report, written anew for each of its statements. */
const sheets = new WeakMap<readonly Token[], Sheet>();

function sheetOf(tokens: readonly Token[]): Sheet {
  let sheet = sheets.get(tokens);
  if (!sheet) {
    sheet = { bits: new Int32Array(tokens.length), signs: new Uint8Array(tokens.length) };
    sheets.set(tokens, sheet);
  }
  return sheet;
}

export function groundOf(recognized: Recognized, from: number, to: number, knowledge: Knowledge): Ground {
  const { tokens } = recognized;
  const { text } = recognized.source;
  const { bits, signs } = sheetOf(tokens);
  let before: Token | undefined;
  let isRow = false;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (!token) continue;
    if (token.kind === 'word') {
      bits[at] = token.word.classes;
      signs[at] = before ? wallBetween(tokens, before, token, at, text) : OPEN;
    } else {
      bits[at] = token.norm === '&' || token.norm === '+' ? token.word.classes : 0;
      signs[at] = MARKED | (before ? wallBetween(tokens, before, token, at, text) : OPEN);
      isRow ||= isDivider(tokens, at);
    }
    before = token;
  }
  if (isRow) for (const at of rowSeams(tokens, from, to, knowledge)) signs[at] = ((signs[at] ?? 0) & ~WALL) | CLAUSE;
  const { modifier: modifiers, concept } = recognized.matches;
  const { concepts } = knowledge.reading;
  const isFinding = ({ entry }: Match): boolean => concepts[entry]?.kind === 'finding';
  return { text, tokens, from, to, bits, signs, modifiers, concepts: concept, isFinding, knowledge };
}

function wallBetween(tokens: readonly Token[], before: Token, token: Token, at: number, text: string): number {
  if (token.kind === 'number' && isRank(tokens, at)) return CLAUSE;
  let comma: number = OPEN;
  if (before.kind === 'mark') {
    const mark = before.norm;
    if (mark === ',') comma = ITEM;
    else if (mark === ';' || mark === '•') return CLAUSE;
    else if (mark === '!') return SENTENCE;
    else if (mark === '?' && before.glued) return token.norm === '?' ? OPEN : CLAUSE;
    else if (mark === '.' && !token.glued && !isShort(tokens[at - 2])) return SENTENCE;
  }
  if (token.glued || (token.start - before.end === 1 && text.charCodeAt(before.end) !== NEW_LINE)) return comma;
  const line = newLine(text, before.end, token.start);
  if (line >= 0 && (newLine(text, line + 1, token.start) >= 0 || opensLine(tokens, at, text))) return SENTENCE;
  return comma;
}

const NEW_LINE = 10;

function newLine(text: string, from: number, to: number): number {
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at) === NEW_LINE) return at;
  return -1;
}

/** "2) hernia": the number of the next item, in a run-on list. */
function isRank(tokens: readonly Token[], at: number): boolean {
  const close = tokens[at + 1];
  return close?.norm === ')' && close.glued && tokens[at - 1]?.norm !== '(';
}

/** "vs." ends no sentence, nor does an initial: "T. Smith". */
const isShort = (token: Token | undefined): boolean => token?.kind === 'word' && (token.word.classes & SHORTENED) !== 0;

/** A line that opens with a number, a bullet, or a capital after a closed line is one of its own. */
function opensLine(tokens: readonly Token[], at: number, text: string): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.kind === 'number') return tokens[at + 1]?.norm === '.' || tokens[at + 1]?.norm === ')';
  if (token.kind === 'mark') return token.norm !== '(' && token.norm !== ',';
  const first = text[token.start] ?? '';
  return first !== first.toLowerCase() && text[token.start + 1] !== (text[token.start + 1] ?? '').toUpperCase();
}

/** The first token of the ground that ends behind a place of the text. */
export function tokenBehind({ tokens, from, to }: Ground, place: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The token after the last that begins before a place of the text, counted from one that does or does not. */
export function tokenAfter({ tokens, to }: Ground, from: number, place: number): number {
  let at = from;
  while (at < to && (tokens[at]?.start ?? place) < place) at += 1;
  return at;
}
