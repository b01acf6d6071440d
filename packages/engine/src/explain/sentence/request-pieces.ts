/** Wing 4, explain: a request cut into its pieces: the person, and what is known of them or asked about them. */
import { longestForm } from '../../search.ts';
import type { Related } from '../../stages.ts';
import type { Language } from './language.ts';
import { durationAt } from './request-duration.ts';
import { after, type RequestManner, type RequestWords, type Sign } from './request-words.ts';

/** Tokens `[from, to)` of what is said; `opens` is the first token of the words that lead to it. */
export interface RequestPiece {
  /** null: nothing says how it is meant */
  readonly manner: RequestManner | null;
  readonly opens: number;
  readonly from: number;
  readonly to: number;
  /** it goes on a list that began under this manner */
  readonly listed: boolean;
}

/** The pieces of a statement in order; null where words are left that belong to none. */
export function piecesOf(
  related: Related,
  [from, to]: readonly [number, number],
  words: RequestWords,
  language: Language,
): RequestPiece[] | null {
  const { source, tokens } = related;
  const pieces: RequestPiece[] = [];
  let opens = from;
  let manner: RequestManner | null = null;
  let listed = false;
  let begin = behindPerson(related, from, to, words);
  let cued = false;
  /** false where a sign has nothing behind it */
  const close = (end: number): boolean => {
    const [start, last] = trimmed(related, begin, end);
    const first = repeated(words.presents, related, start, last);
    const alone = manner !== null && words.documents.tells[manner].alone !== undefined;
    if (first < last || (cued && alone)) pieces.push({ manner, opens, from: first, to: last, listed });
    else if (cued) return false;
    return true;
  };
  const open = (at: number, next: RequestManner | null, cue: number, list: boolean): void => {
    [opens, begin, manner, cued, listed] = [at, cue, next, cue > at && next !== null && !list, list];
  };
  for (let at = begin; at < to; at += 1) {
    const token = tokens[at];
    if (!token) break;
    const lasting = durationAt(at, to, related, words, language);
    if (lasting) {
      at = lasting.to - 1;
      continue;
    }
    const sign = longestForm(words.signs, source.text, tokens, at, to);
    if (sign && ofMedicines(sign.value) && !isMedicine(related, sign.to, to, words)) continue;
    if (token.norm === '?' && isTrailing(related, at, to) && begin < at) {
      manner = 'asks';
      if (!close(at)) return null;
      open(at + 1, null, at + 1, false);
    } else if (sign?.value === 'versus') {
      manner = 'asks';
      if (!close(at)) return null;
      open(at, 'asks', sign.to, true);
      at = sign.to - 1;
    } else if (sign) {
      // "check ? fracture": both words ask
      const merged = cued && isEmpty(related, begin, at) && (manner === 'asks' || sign.value === 'asks');
      if (!merged && !close(at)) return null;
      open(merged ? opens : at, merged ? 'asks' : sign.value, sign.to, false);
      at = sign.to - 1;
      if (!ofMedicines(sign.value)) continue;
      // "on warfarin with a headache": nothing but its name belongs to the medicine
      at = (longestForm(words.terms, source.text, tokens, sign.to, to)?.to ?? sign.to) - 1;
      if (!close(at + 1)) return null;
      open(at + 1, null, at + 1, false);
    } else if (token.norm === ',') {
      if (!close(at)) return null;
      open(at + 1, manner, at + 1, true);
    } else if (token.norm === '.' && tokens[at + 1]?.glued && tokens[at + 1]?.kind === 'word') {
      return null; // "a.m."
    } else if (token.norm === ';' || token.norm === '.') {
      if (!close(at)) return null;
      open(at + 1, null, at + 1, false);
    }
  }
  return close(to) ? pieces : null;
}

const isEmpty = (related: Related, from: number, to: number): boolean => {
  const [first, last] = trimmed(related, from, to);
  return first >= last;
};

/** "PE?" asks about what stands before it, "?PE" and "? PE" about what follows. */
const isTrailing = ({ tokens }: Related, at: number, to: number): boolean =>
  at + 1 >= to || (tokens[at]?.glued === true && tokens[at + 1]?.glued !== true) || tokens[at + 1]?.kind === 'mark';

/** "On warfarin", "off warfarin": the words are about a medicine, or mean something else. */
const ofMedicines = (sign: Sign): boolean => sign === 'takes' || sign === 'stopped';

const isMedicine = ({ source, tokens }: Related, at: number, to: number, words: RequestWords): boolean =>
  longestForm(words.terms, source.text, tokens, at, to)?.values.some(({ as }) => as === 'medicine') ?? false;

const LOOSE: ReadonlySet<string> = new Set(['and', 'or', '&', '+', ':', '-', '/', 'but', '.', ',']);

/** words that wait for a noun: "trouble swallowing with possible …" */
const OPEN: ReadonlySet<string> = new Set(['with', 'w', 'a', 'an', 'the']);

/** Without the links and marks at both ends. */
function trimmed({ tokens }: Related, from: number, to: number): readonly [number, number] {
  let [first, last] = [from, to];
  while (first < last && LOOSE.has(tokens[first]?.norm ?? '')) first += 1;
  while (last > first && (LOOSE.has(tokens[last - 1]?.norm ?? '') || OPEN.has(tokens[last - 1]?.norm ?? ''))) last -= 1;
  return [first, last];
}

/** "54M w/", "72 y/o woman with", "Pt c/o": the token behind them. */
function behindPerson(related: Related, from: number, to: number, words: RequestWords): number {
  const opened = repeated(words.persons, related, from, to);
  const aged = behindAge(related, opened, to, words);
  const sexed = aged > opened ? after(words.sexes, related, behindMark(related, aged), to) : aged;
  const end = sexed > aged ? sexed : aged;
  if (end === from) return from;
  return repeated(words.presents, related, end, to);
}

function repeated(trie: RequestWords['persons'], related: Related, from: number, to: number): number {
  let at = from;
  for (let next = after(trie, related, at, to); next > at; next = after(trie, related, at, to)) at = next;
  return at;
}

/** "54M", "54 y/o", "54-year-old", "XXXX-year-old", "54 M", "M/54" */
function behindAge(related: Related, at: number, to: number, words: RequestWords): number {
  const { tokens } = related;
  const [number, next] = [tokens[at], tokens[at + 1]];
  if (isSexLetter(related, at) && next?.norm === '/' && tokens[at + 2]?.kind === 'number') return at + 3;
  if (!number || (number.kind !== 'number' && !BLANK.test(number.norm))) return at;
  const unit = behindMark(related, at + 1);
  const aged = after(words.ages, related, unit, to);
  if (aged > unit) return aged;
  const letter = next?.norm === '/' ? at + 2 : at + 1;
  const isSex = isSexLetter(related, letter) || (next?.kind === 'word' && next.glued && next.norm.length === 1);
  return isSex ? after(words.sexes, related, letter, to) : at;
}

/** "24 M", "45/F", "M/45" */
function isSexLetter({ source, tokens }: Related, at: number): boolean {
  const { start = 0, end = 0, kind } = tokens[at] ?? {};
  return kind === 'word' && end === start + 1 && /[A-Z]/.test(source.text[start] ?? '');
}
const BLANK = /^x{3,}$/i;

const behindMark = ({ tokens }: Related, at: number): number =>
  tokens[at]?.norm === '-' || tokens[at]?.norm === ',' ? at + 1 : at;
