/** Wing 1, segment: an entry → its sentences; a full stop after an abbreviation, an initial or a list number ends none. */
import type { Token } from '../token.ts';
import { beginsLabel } from './labels.ts';
import { startsUpper } from './letters.ts';
import type { Page } from './page.ts';
import { ENDS, holds, NUMBER, OPENS, SHUTS, WORD } from './roles.ts';
import { REFERS } from './runs.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Stretch {
  /** tokens, `[from, to)` */
  readonly from: number;
  readonly to: number;
}

const CLOSING = new Set([')', ']', '"', '”', '’', "'", '*', '_']);
const SIGNS = ENDS | OPENS | SHUTS;

/** `after`: the first token behind the list mark, whose full stop ends nothing. */
export function sentencesOf(
  page: Page,
  from: number,
  after: number,
  to: number,
  words: Vocabulary,
): readonly Stretch[] {
  const { tokens, roles } = page;
  const out: Stretch[] = [];
  let begin = from;
  let open = 0;
  for (let at = Math.max(from, after); at < to; at += 1) {
    const role = roles[at] ?? 0;
    if ((role & SIGNS) === 0) continue;
    if (role & OPENS) open += 1;
    else if (role & SHUTS && open > 0) open -= 1;
    if ((role & ENDS) === 0) continue;
    let next = at + 1;
    const enclosed = open > 0;
    for (; next < to && tokens[next]?.glued; next += 1) {
      const sign = roles[next] ?? 0;
      if (sign & SHUTS) open = Math.max(0, open - 1);
      else if ((sign & ENDS) === 0 && !CLOSING.has(tokens[next]?.norm ?? '')) break;
    }
    if (next >= to) break;
    next = pastNote(page, at, next, to);
    // "[...]", "(see above. Also …)" and "(cyst? abscess?)": the sentence around goes on
    const stop = tokens[at]?.norm === '.';
    if (enclosed && (open === 0 ? stop && tokens[next]?.norm === '(' : closesSoon(tokens, next, to))) {
      at = next - 1;
      continue;
    }
    if (!ends(page, at, next, to, words)) {
      at = next - 1;
      continue;
    }
    add(page, out, begin, next);
    begin = next;
    at = next - 1;
    open = 0;
  }
  if (begin < to) add(page, out, begin, to);
  return out;
}

/** A stretch without a word or number belongs to the one before. */
function add({ roles }: Page, out: Stretch[], from: number, to: number): void {
  if (holds(roles, WORD | NUMBER, from, to)) {
    out.push({ from, to });
    return;
  }
  const last = out.pop();
  if (last) out.push({ from: last.from, to });
}

/** Past the number of a footnote right after the full stop: "type 2).10 This". */
function pastNote({ text, tokens }: Page, at: number, next: number, to: number): number {
  const before = tokens[at - 1];
  const note = tokens[next];
  if (note?.kind !== 'number' || !note.glued || (before?.kind !== 'word' && before?.norm !== ')')) return next;
  let after = next + 1;
  while (after < to && tokens[after]?.kind === 'number') after += 1;
  const following = tokens[after];
  return after < to && following && startsUpper(text, following) ? after : next;
}

/** "No MR. LV thrombus", "Moderate MR. RVSP 52": letters of a term, where a name in capitals is longer. */
const SHORT_TERM = 4;

/** "NO PNEUMOTHORAX.ACUTE EMBOLISM": two words in capitals, neither a part of "T.L.C." nor of "WWW.NAME.COM". */
function endsInCapitals(
  { text, tokens }: Pick<Page, 'text' | 'tokens'>,
  at: number,
  word: string,
  words: Vocabulary,
): boolean {
  const before = tokens[at - 1];
  if (before?.kind !== 'word' || before.norm.length < 3 || word.length < 2 || words.abbreviations.has(before.norm))
    return false;
  const [behind, dot] = [tokens[at + 2], tokens[at - 2]];
  const shown = text.slice(before.start, before.end);
  const isDotted =
    (dot?.norm === '.' && before.glued) ||
    (behind?.glued && (behind.norm === '.' || behind.norm === '@') && tokens[at + 3]?.glued);
  return shown === shown.toUpperCase() && !isDotted;
}

/** Whether the sign at `at` ends a sentence, with `next` the token after it and its closing signs. */
function ends({ text, tokens, roles }: Page, at: number, next: number, to: number, words: Vocabulary): boolean {
  const sign = tokens[at];
  const before = tokens[at - 1];
  const following = tokens[next];
  if (!sign || !before || !following) return true;
  if ((roles[next] ?? 0) & ENDS) return false;
  // "FREE FLUID ...... NIL"
  if (sign.norm === '.' && next - at >= LEADING && tokens[next - 1]?.norm === '.') return false;
  if (sign.norm === '。' || sign.norm === '．' || sign.norm === '！' || sign.norm === '？') return true;
  const word = text.slice(following.start, following.end);
  const upper = following.kind === 'word' && word.charAt(0) !== word.charAt(0).toLowerCase();
  if (following.glued) {
    // "effusion.The heart", "Tuesday.Mr. Smith": a full stop without a space
    if (sign.norm !== '.' || !upper || word.length < 2) return false;
    if (word === word.toUpperCase()) return endsInCapitals({ text, tokens }, at, word, words);
    if (
      tokens[next + 1]?.glued &&
      (tokens[next + 1]?.norm === '@' || (tokens[next + 1]?.norm === '.' && tokens[next + 2]?.glued))
    )
      return false; // www.Name.com
    if (before.kind === 'number') return before.norm.length > 2;
    const last = text.charAt(before.end - 1);
    return before.kind === 'word' && before.norm.length > 2 && last !== last.toUpperCase();
  }
  if (following.norm === ',' || following.norm === ';' || following.norm === ':' || following.norm === ')')
    return false;
  const lower = following.kind === 'word' && !upper;
  // closing signs or an ellipsis before a small letter: the sentence goes on
  if (lower && (next > at + 1 || before.norm === '.')) return false;
  if (sign.norm !== '.') {
    // a question mark before a diagnosis ("? pneumonia") or within dashes
    if (!sign.glued && sign.norm === '?') return false;
    // "No fracture? or dislocation"
    if (lower && words.notAfter.has(following.norm)) return false;
    return following.norm !== '-' && following.norm !== '–';
  }
  if (!sign.glued) return upper || following.kind !== 'word';
  const opener = words.openers.has(following.norm);
  if (before.kind === 'number') {
    // "LAD: 1. CX: 2.": a value, and the next label
    if (upper && tokens[at - 2]?.norm === ':' && beginsLabel(text, tokens, next, to)) return true;
    if (upper) return !/^\d{1,2}$/.test(before.norm) || !opensItem(tokens, at - 1, words);
    return !lower || (!/^[a-z]{1,2}$/.test(word) && tokens[at - 2]?.norm !== '-' && tokens[at - 2]?.norm !== '/');
  }
  if (before.kind !== 'word') return true;
  const single = before.end - before.start === 1;
  const dotted = single && before.glued && tokens[at - 2]?.norm === '.' && tokens[at - 2]?.glued === true;
  if (dotted) return upper && (opener || TIMES.has(before.norm));
  const shown = text.slice(before.start, before.end);
  // "C. difficile"
  if (single && lower && words.species.has(following.norm)) return false;
  // an initial: "J. Smith", but "hepatitis B. The liver" and "Lung-RADS 4B. Referral"
  if (single && shown === shown.toUpperCase() && upper)
    return (
      opener ||
      (before.glued && tokens[at - 2]?.kind === 'number') ||
      // "Grade I. Normal edges", "Grade I. Uterus: …"
      (REFERS.has(tokens[at - 2]?.norm ?? '') && !isToSomebody(tokens, at - 2)) ||
      beginsLabel(text, tokens, next, to)
    );
  // "Moderate MR. Mild AR", but "MR. Smith"
  if (words.capitalTerms.has(before.norm) && shown === shown.toUpperCase() && upper)
    return opener || ((word !== word.toUpperCase() || word.length <= SHORT_TERM) && words.medical(following.norm));
  // "9 mm. 6 mm of shift": a unit behind its figure
  const figure = following.kind === 'number' && tokens[at - 2]?.kind === 'number';
  if (figure && words.finalAbbreviations.has(before.norm)) return true;
  if (words.abbreviations.has(before.norm))
    return (
      words.finalAbbreviations.has(before.norm) &&
      upper &&
      !(words.openingAbbreviations.has(before.norm) && opensSentence(text, tokens, at - 1)) &&
      (opener || !isName(text, tokens, next))
    );
  return true;
}

/** "TELEPHONED TO K. STONE", but "grade I to II. Normal edges". */
const isToSomebody = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.norm === 'to' && !/^(?:[ivx]+|\d+|[a-z])$/.test(tokens[at - 1]?.norm ?? '');

/** So many dots lead to an answer. */
const LEADING = 4;

/** a.m., p.m. */
const TIMES = new Set(['m']);

/** Nothing of its sentence stands before: "RT. KIDNEY IS NORMAL" */
function opensSentence(text: string, tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined || SENTENCE_ENDS.has(before.norm)) return true;
  return text.slice(before.end, tokens[at]?.start).includes('\n');
}
const SENTENCE_ENDS = new Set(['.', ';', ':']);

/** A single capital with a full stop, or a word before one: part of a name. */
function isName(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  return token.end - token.start === 1 && tokens[at + 1]?.norm === '.' && text.slice(token.start, token.end) !== 'A';
}

/** The number at `at` begins the text of an item ("2. Small cyst"). */
function opensItem(tokens: readonly Token[], at: number, words: Vocabulary): boolean {
  const before = tokens[at - 1];
  // "Total: 62. The score …"
  if (before?.norm === ':' && (tokens[at]?.norm.length ?? 0) > 1) return false;
  // "p. 55. Next"
  if (before?.norm === '.' && words.abbreviations.has(tokens[at - 2]?.norm ?? '')) return false;
  // "3.9x2.0x2.5. Normal flow"
  if (before?.norm === '.' && before.glued && tokens[at]?.glued && /\d$/.test(tokens[at - 2]?.norm ?? '')) return false;
  return before === undefined || before.norm === '.' || before.norm === ':' || before.norm === ';';
}

/** The bracket that is open closes again before long. */
function closesSoon(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < Math.min(to, from + 40); at += 1) {
    if (tokens[at]?.norm === ')' || tokens[at]?.norm === ']') return true;
    if (tokens[at]?.norm === '(') return false;
  }
  return false;
}
