/** Wing 2, recognize: the signs of a report, in one pass over its tokens, with one look-up for each. */
import type { ReadingKnowledge } from '@readingscan/knowledge';
import type { Knowledge, Segmented } from '../stages.ts';
import { type Token, tokenize } from '../token.ts';
import { MINUS, PLUS } from './measurements/number.ts';
import { hidesNumber, MISTAKEN } from './measurements/number-pieces.ts';
import { adviceForms } from './recommendations/items.ts';
import { SIGN, type Signs, type SignTable } from './sign.ts';

export function signsOf({ tokens, statements }: Segmented, knowledge: Knowledge): Signs {
  const of = signsOfTokens(tokens, signTable(knowledge.reading));
  const inStatement = new Int32Array(statements.length);
  for (let i = 0; i < statements.length; i += 1) {
    const statement = statements[i];
    if (!statement) break;
    let held = 0;
    for (let at = statement.from; at < statement.to; at += 1) held |= of[at] ?? 0;
    inStatement[i] = held;
  }
  let inReport = 0;
  for (let at = 0; at < of.length; at += 1) inReport |= of[at] ?? 0;
  return { of, inStatement, inReport };
}

export function signsOfTokens(tokens: readonly Token[], table: SignTable): Int32Array {
  const of = new Int32Array(tokens.length);
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) break;
    const known = table.get(token.norm) ?? 0;
    if (token.kind === 'number') of[at] = known | SIGN.digits;
    else if (token.kind === 'word') of[at] = known | written(token, tokens[at - 1]);
    else of[at] = known;
  }
  return of;
}

const isDigit = (c: number): boolean => c >= 48 && c <= 57;

/** Signs in the letters of a word. */
function written(token: Token, before: Token | undefined): number {
  const { norm } = token;
  const hidden = hidesNumber(token, before) ? SIGN.hidden : 0;
  return norm.length < 5 && (isDigit(norm.charCodeAt(1)) || isDigit(norm.charCodeAt(2))) ? hidden | SIGN.coded : hidden;
}

const cache = new WeakMap<object, SignTable>();

export function signTable(reading: ReadingKnowledge): SignTable {
  let table = cache.get(reading);
  if (!table) {
    table = tableOf(reading);
    cache.set(reading, table);
  }
  return table;
}

function tableOf(reading: ReadingKnowledge): SignTable {
  const { communications, units, scales, scores, study } = reading.documents;
  /** words as they stand in the knowledge, up to the first space */
  const written = new Map<string, number>();
  const put = (form: string, sign: number): void => {
    const space = form.indexOf(' ');
    const word = space < 0 ? form : form.slice(0, space);
    written.set(word, (written.get(word) ?? 0) | sign);
  };
  const putAll = (forms: Iterable<string> | undefined, sign: number): void => {
    if (forms) for (const form of forms) put(form, sign);
  };
  for (const [form, mark] of adviceForms(reading)) if (mark.signs) put(form, mark.signs);
  put('/', SIGN.occasion); // 6/52
  const { toward, object, label, result, urgent } = communications.words;
  for (const forms of [toward, object, label]) putAll(forms, SIGN.telling);
  putAll(communications.words['toward-result'], SIGN.giving);
  for (const forms of [result, urgent]) putAll(forms, SIGN.result);
  putAll(Object.keys(units.numbers), SIGN.numeral);
  for (const poles of [MINUS, PLUS]) putAll(poles, SIGN.pole);
  putAll(MISTAKEN, SIGN.hidden);
  for (const unit of [...units.lengths, ...units.others]) {
    putAll(unit.match, SIGN.unit);
    putAll(unit.abbreviations, SIGN.unit);
  }
  putAll(units.ignored, SIGN.unit);
  for (const named of units.named) {
    putAll(named.match, SIGN.quantity);
    putAll(named.abbreviations, SIGN.quantity);
  }
  for (const { value, names, near, graded, tight } of scales)
    if (value !== 'measurement') for (const forms of [names, near, graded, tight]) putAll(forms, SIGN.scale);
  putAll(scores.classes, SIGN.grade);
  putAll(Object.keys(study.calendar.months), SIGN.month);
  const table = new Map<string, number>();
  for (const [word, sign] of written) {
    const norm = tokenize(word, reading.spelling)[0]?.norm;
    if (norm !== undefined) table.set(norm, (table.get(norm) ?? 0) | sign);
  }
  return table;
}
