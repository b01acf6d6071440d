/** Wing 1, segment: lines that name the examination ("CT ABDOMEN WITH CONTRAST", "XR Chest 14/02/2023"). */
import { phraseAt } from '../search.ts';
import type { Page } from './page.ts';
import { ENDS, EXAM, EXAM_COMPANION, LEAD, MARK, NUMBER, STATING, WORD } from './roles.ts';
import type { Vocabulary } from './vocabulary.ts';

const MOST_WORDS = 18;

/** How many words of a stretch name an examination, stand beside such a name, or neither. */
function count({ roles, tokens }: Page, from: number, to: number): { exam: number; beside: number; other: number } {
  let exam = 0;
  let beside = 0;
  let other = 0;
  for (let at = from; at < to; at += 1) {
    const role = roles[at] ?? 0;
    if (!(role & WORD) || isRay(tokens, at)) continue;
    // "8 x 4 cm" is no x-ray
    if (role & EXAM && !((roles[at - 1] ?? 0) & NUMBER && (roles[at + 1] ?? 0) & NUMBER)) exam += 1;
    else if (role & EXAM_COMPANION) beside += 1;
    else other += 1;
  }
  return { exam, beside, other };
}

/** The second half of "X-ray". */
const isRay = (tokens: Page['tokens'], at: number): boolean =>
  tokens[at]?.norm === 'ray' && tokens[at - 1]?.norm === '-' && tokens[at - 2]?.norm === 'x';

/** Nothing but the name of an examination. */
export function isExamName(page: Page, from: number, to: number): boolean {
  const { exam, beside, other } = count(page, from, to);
  return other === 0 && exam > 0 && exam + beside <= MOST_WORDS;
}

/** Nothing but a side or a part of the body: "right hip". */
export function isRegion(page: Page, from: number, to: number): boolean {
  const { exam, beside, other } = count(page, from, to);
  return other === 0 && exam === 0 && beside > 0;
}

/** An examination with the part that it shows: "MRI RIGHT KNEE". */
export function isFullExamName(page: Page, from: number, to: number): boolean {
  const { exam, beside, other } = count(page, from, to);
  return other === 0 && exam > 0 && beside > 0;
}

/** A word that no name of an examination holds. */
export const holdsOther = (page: Page, from: number, to: number): boolean => count(page, from, to).other > 0;

/** A line that is a title of an examination, with a word or two that the lists do not know. */
export function isExamTitle(page: Page, from: number, to: number): boolean {
  const last = page.tokens[to - 1];
  if (last?.norm === '.' || last?.norm === ',' || last?.norm === ';' || last?.norm === ':') return false;
  const { exam, beside, other } = count(page, from, to);
  const all = exam + beside + other;
  if (exam === 0 || all > MOST_WORDS) return false;
  if (other === 0) return true;
  // "APPENDICITIS CT" opens a report: what was looked for, not what was found
  const isMostly = all > 2 * other || (from === 0 && other === 1 && opensWithWord(page));
  return isMostly && other <= 3 && !holdsSentence(page, from, to);
}

/** A line of examinations and parts that only their full names tell: "BONE AGE", "EARLY PREGNANCY SCAN"; `strictly` with no word beside. */
export function isTestTitle(page: Page, from: number, to: number, words: Vocabulary, strictly: boolean): boolean {
  const { tokens, roles } = page;
  let named = 0;
  let other = 0;
  let at = from;
  while (at < to) {
    const role = roles[at] ?? 0;
    const test = role & MARK ? null : phraseAt(words.tests, tokens, at, to);
    if (test) named += test.to - at;
    else if (role & WORD && role & EXAM) named += 1;
    else if (role & WORD && !(role & EXAM_COMPANION)) other += 1;
    at = test?.to ?? at + 1;
  }
  return named > 0 && to - from <= MOST_WORDS && (strictly ? other === 0 : named > other);
}

/** A text that opens with a word, not with "2-D". */
const opensWithWord = ({ tokens }: Page): boolean => tokens[0]?.kind === 'word' && tokens[0].norm.length > 2;

/** Whether the stretch states something: a verb, or a full stop inside. */
export function holdsSentence({ tokens, roles }: Page, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const role = roles[at] ?? 0;
    if (role & STATING && !isDated(roles, at, to)) return true;
    if (role & ENDS && tokens[at]?.norm === '.' && at + 1 < to && !tokens[at + 1]?.glued) return true;
  }
  return false;
}

/** "16 May 2025", "9:30 AM": part of a date or a time, which states nothing. */
const isDated = (roles: Page['roles'], at: number, to: number): boolean =>
  ((roles[at - 1] ?? 0) & NUMBER) !== 0 && (at + 1 === to || ((roles[at + 1] ?? 0) & NUMBER) !== 0);

/** "Compared with the CT of May": a sentence that names an examination, a number or a comparison. */
export function compares(
  { tokens, roles }: Page,
  { from, to }: { readonly from: number; readonly to: number },
  words: Vocabulary,
): boolean {
  for (let at = from; at < to; at += 1) {
    const role = roles[at] ?? 0;
    if (role & (NUMBER | EXAM)) return true;
    if (role & LEAD && phraseAt(words.leads, tokens, at, to)?.value === 'comparison') return true;
  }
  return false;
}
