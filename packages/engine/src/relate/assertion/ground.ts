/** Wing 3, assertion: the ground of one statement: its tokens with their word classes and the walls between its clauses. */
import type { Knowledge, Recognized } from '../../stages.ts';
import { type Token, tokenAt } from '../../token.ts';
import { SHORTENED, wordClasses } from './word-classes.ts';

/** Before a token: nothing, an item's comma, the end of a clause, the end of a sentence. */
export const OPEN = 0;
export const ITEM = 1;
export const CLAUSE = 2;
export const SENTENCE = 3;

export interface Ground {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** the statement's tokens, `[from, to)` */
  readonly from: number;
  readonly to: number;
  /** word classes, by token index less `from` */
  readonly bits: Uint32Array;
  /** the wall before a token, by token index less `from` */
  readonly walls: Uint8Array;
}

export const bitsAt = (ground: Ground, at: number): number => ground.bits[at - ground.from] ?? 0;
export const wallAt = (ground: Ground, at: number): number =>
  at >= ground.to || at < ground.from ? SENTENCE : (ground.walls[at - ground.from] ?? OPEN);
export const normAt = (ground: Ground, at: number): string =>
  at >= ground.from && at < ground.to ? (ground.tokens[at]?.norm ?? '') : '';

export function groundOf(recognized: Recognized, from: number, to: number, knowledge: Knowledge): Ground {
  const { tokens } = recognized;
  const { text } = recognized.source;
  const classes = wordClasses(knowledge);
  const bits = new Uint32Array(Math.max(0, to - from));
  const walls = new Uint8Array(bits.length);
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (!token) continue;
    if (token.kind === 'word') bits[at - from] = classes.get(token.norm) ?? 0;
    else if (token.norm === '&' || token.norm === '+') bits[at - from] = classes.get(token.norm) ?? 0;
    const wall = at === from ? OPEN : wallBetween(tokens, at, text, classes);
    if (wall) walls[at - from] = wall;
  }
  return { text, tokens, from, to, bits, walls };
}

function wallBetween(tokens: readonly Token[], at: number, text: string, classes: ReadonlyMap<string, number>): number {
  const before = tokens[at - 1];
  const token = tokens[at];
  if (!before || !token) return OPEN;
  if (isRank(tokens, at)) return CLAUSE;
  if (before.kind === 'mark') {
    const mark = before.norm;
    if (mark === ';' || mark === '•') return CLAUSE;
    if (mark === '!') return SENTENCE;
    if (mark === '?' && before.glued) return token.norm === '?' ? OPEN : CLAUSE;
    if (mark === '.' && !token.glued && !isShort(tokens[at - 2], classes)) return SENTENCE;
  }
  if (token.glued || token.start - before.end < 1) return before.norm === ',' ? ITEM : OPEN;
  const gap = text.slice(before.end, token.start);
  const line = gap.indexOf('\n');
  if (line >= 0 && (gap.indexOf('\n', line + 1) >= 0 || opensLine(tokens, at, text))) return SENTENCE;
  return before.norm === ',' ? ITEM : OPEN;
}

/** "2) hernia": the number of the next item, in a run-on list. */
function isRank(tokens: readonly Token[], at: number): boolean {
  const close = tokens[at + 1];
  return tokens[at]?.kind === 'number' && close?.norm === ')' && close.glued && tokens[at - 1]?.norm !== '(';
}

/** "vs." ends no sentence, nor does an initial: "T. Smith". */
function isShort(word: Token | undefined, classes: ReadonlyMap<string, number>): boolean {
  if (word?.kind !== 'word') return false;
  return ((classes.get(word.norm) ?? 0) & SHORTENED) !== 0;
}

/** A line that opens with a number, a bullet, or a capital after a closed line is one of its own. */
function opensLine(tokens: readonly Token[], at: number, text: string): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.kind === 'number') return tokens[at + 1]?.norm === '.' || tokens[at + 1]?.norm === ')';
  if (token.kind === 'mark') return token.norm !== '(' && token.norm !== ',';
  const first = text[token.start] ?? '';
  return first !== first.toLowerCase() && text[token.start + 1] !== (text[token.start + 1] ?? '').toUpperCase();
}

/** The tokens `[from, to)` that a span touches. */
export function tokensOf(ground: Ground, start: number, end: number): readonly [from: number, to: number] {
  const from = tokenAt(ground.tokens, start, ground.from, ground.to);
  let to = from;
  while (to < ground.to && (ground.tokens[to]?.start ?? end) < end) to += 1;
  return [from, to];
}
