/** Wing 2, recognize: the signs of a report, in one pass over its tokens, with one look-up for each. */
import type { ReadingKnowledge } from '@readingscan/knowledge';
import { everydayWords } from '../everyday.ts';
import { firstWord } from '../form-words.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Knowledge, Segmented } from '../stages.ts';
import { isDigit, type Token, tokenize } from '../token.ts';
import { plainBook, type Spelling } from '../word.ts';
import { JOINS, MINUS, PLUS } from './measurements/number.ts';
import { hidesNumber, MISTAKEN } from './measurements/number-pieces.ts';
import { adviceForms } from './recommendations/items.ts';
import { SIGN, type Signs, type SignTable } from './sign.ts';

export function signsOf({ tokens, statements }: Segmented): Signs {
  const of = new Int32Array(tokens.length);
  const inStatement = new Int32Array(statements.length);
  let inReport = 0;
  let at = 0;
  for (let i = 0; i < statements.length; i += 1) {
    const statement = statements[i];
    if (!statement) break;
    if (at < statement.from) inReport |= read(tokens, at, statement.from, of);
    const held = read(tokens, statement.from, statement.to, of);
    inStatement[i] = held;
    inReport |= held;
    at = statement.to;
  }
  if (at < tokens.length) inReport |= read(tokens, at, tokens.length, of);
  return { of, inStatement, inReport };
}

export function signsOfTokens(tokens: readonly Token[]): Int32Array {
  const of = new Int32Array(tokens.length);
  read(tokens, 0, tokens.length, of);
  return of;
}

/** Puts down the signs of the tokens `[from, to)`; answers with all of them together. */
function read(tokens: readonly Token[], from: number, to: number, of: Int32Array): number {
  let held = 0;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (!token) break;
    const { norm, kind } = token;
    let { signs } = token.word;
    if (kind === 'number') signs |= SIGN.digits;
    else if (kind === 'word' && (norm.charCodeAt(1) < 58 || norm.charCodeAt(2) < 58 || token.glued))
      signs |= written(token, tokens[at - 1]);
    of[at] = signs;
    held |= signs;
  }
  return held;
}

/** Signs in the letters of a word: "x14", "tr4", "mmx3" behind a number. */
function written(token: Token, before: Token | undefined): number {
  const { norm } = token;
  const hidden = hidesNumber(token, before) ? SIGN.hidden : 0;
  return norm.length < 5 && (isDigit(norm.charCodeAt(1)) || isDigit(norm.charCodeAt(2))) ? hidden | SIGN.coded : hidden;
}

/** Made once for a knowledge, by its book of words. */
export function signTable({ reading, lexicon }: Knowledge): SignTable {
  const { communications, units, scales, scores, study } = reading.documents;
  const inside = newInside(commonnessOf(reading, lexicon));
  const first = new Map<string, number>();
  const somewhere = (forms: Iterable<string> | undefined, sign: number): void => {
    if (forms) for (const form of forms) inside.put(form, sign);
  };
  const ahead = (forms: Iterable<string> | undefined, sign: number): void => {
    if (forms) for (const form of forms) add(first, firstPiece(form), sign);
  };
  for (const [form, mark] of adviceForms(reading)) if (mark.signs) inside.put(form, mark.signs);
  somewhere(['/'], SIGN.occasion); // 6/52
  const { toward, object, label, receipt, let: lets, result, urgent } = communications.words;
  for (const forms of [toward, object, label, receipt, lets]) somewhere(forms, SIGN.telling);
  somewhere(communications.words['toward-result'], SIGN.giving);
  for (const forms of [result, urgent]) somewhere(forms, SIGN.result);
  ahead(Object.keys(units.numbers), SIGN.numeral);
  for (const poles of [MINUS, PLUS]) ahead(poles, SIGN.pole);
  ahead(MISTAKEN, SIGN.hidden);
  for (const unit of [...units.lengths, ...units.others]) {
    ahead(unit.match, SIGN.unit);
    ahead(unit.abbreviations, SIGN.unit);
  }
  ahead(units.ignored, SIGN.unit);
  const { times, range, arrow, axis } = units.words;
  for (const forms of [times, range, arrow, axis, units.words['decimal-point'], JOINS])
    for (const form of forms) for (const piece of form.split(' ')) add(first, piece, SIGN.between);
  for (const named of units.named)
    for (const forms of [named.match, named.abbreviations]) {
      somewhere(forms, SIGN.named);
      ahead(forms, SIGN.name);
    }
  for (const { value, names, near, graded, tight } of scales)
    if (value !== 'measurement')
      for (const forms of [names, near, graded, tight]) {
        somewhere(forms, SIGN.scaled);
        ahead(forms, SIGN.scale);
      }
  ahead(scores.classes, SIGN.grade);
  ahead(Object.keys(study.calendar.months), SIGN.month);
  const table = new Map<string, number>();
  for (const [piece, sign] of first) add(table, firstWord(piece, reading.spelling), sign);
  for (const [piece, sign] of inside.pieces()) add(table, longestWord(piece, reading.spelling), sign);
  return table;
}

function add(table: Map<string, number>, word: string | undefined, sign: number): void {
  if (word !== undefined) table.set(word, (table.get(word) ?? 0) | sign);
}

function firstPiece(form: string): string {
  const space = form.indexOf(' ');
  return space < 0 ? form : form.slice(0, space);
}

interface Inside {
  readonly put: (form: string, sign: number) => void;
  readonly pieces: () => ReadonlyMap<string, number>;
}

/**
 * For each form one of its words that tells that it may stand in a text. "Is needed" goes without saying where "needed" is a form itself;
 * else the rarest word counts: "society" of "thoracic society".
 */
function newInside(common: Commonness): Inside {
  const known = new Map<string, number>();
  const several: (readonly [pieces: readonly string[], sign: number])[] = [];
  return {
    put: (form, sign) => {
      if (!form.includes(' ')) return add(known, form, sign);
      const pieces = form.split(' ');
      several.push([pieces, sign]);
      common.count(pieces);
    },
    pieces: () => {
      for (const [pieces, sign] of several)
        if (!pieces.some((piece) => ((known.get(piece) ?? 0) & sign) === sign))
          add(known, rarest(pieces, common.of), sign);
      return known;
    },
  };
}

interface Commonness {
  readonly count: (pieces: readonly string[]) => void;
  /** higher for words that stand in more reports, as far as the knowledge can tell */
  readonly of: (piece: string) => number;
}

/** Everyday words are as common as words of this many forms, and so are those of one or two letters. */
const EVERYDAY = 20;
const SHORT = 3;

/** A word is common if many forms hold it or begin with it, or if it is an everyday or a short one. */
function commonnessOf(reading: ReadingKnowledge, { beginning }: Lexicon): Commonness {
  const everyday = everydayWords(reading);
  const counts = new Map<string, number>();
  return {
    count: (pieces) => {
      for (const piece of pieces) counts.set(piece, (counts.get(piece) ?? 0) + 1);
    },
    of: (piece) =>
      (counts.get(piece) ?? 0) +
      beginning(piece) +
      (everyday.has(piece) ? EVERYDAY : 0) +
      (piece.length < SHORT ? EVERYDAY : 0),
  };
}

/** The longer of two that are equally rare. */
function rarest(pieces: readonly string[], commonness: Commonness['of']): string | undefined {
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const piece of pieces) {
    const own = commonness(piece);
    if (own > least || (own === least && piece.length <= (best?.length ?? 0))) continue;
    best = piece;
    least = own;
  }
  return best;
}

/** Of a piece such as "t-score" the word that tells most; nearly all pieces are one word, and need no tokenizer. */
function longestWord(piece: string, spelling: Spelling): string | undefined {
  if (LETTERS.test(piece)) return firstWord(piece, spelling);
  let best: Token | undefined;
  for (const token of tokenize(piece, plainBook(spelling)))
    if (best === undefined || best.kind === 'mark' || (token.kind !== 'mark' && token.norm.length >= best.norm.length))
      best = token;
  return best?.norm;
}
const LETTERS = /^[a-z]+$/;
