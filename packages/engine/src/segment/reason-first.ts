/** Wing 1, segment: a body without headings that opens with why it was done: "Breast ca staging. Focal uptake at L3." */
import { firstPhrase } from '../search.ts';
import type { Page } from './page.ts';
import { holds, STATING, WORD } from './roles.ts';
import { seenIn } from './seen.ts';
import type { Piece, Told } from './statements.ts';
import { parted } from './told-in-context.ts';
import { isAgeOpening, isSized } from './unheaded.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The sections, the first sentences of such a body a history of their own, and what follows them findings. */
export function withReason(page: Page, told: readonly Told[], words: Vocabulary): readonly Told[] {
  const holdsCode = (code: string): boolean => told.some(({ cut }) => cut.code === code);
  const at = told.findIndex(({ cut }) => cut.heading === null && (cut.code === 'findings' || cut.code === 'history'));
  const own = told[at];
  if (!own || holdsCode(own.cut.code === 'findings' ? 'history' : 'findings') || holdsCode('findings_impression'))
    return told;
  const end = own.cut.code === 'findings' ? reasonsOf(page, own, words) : seenFrom(page, own, words);
  const first = own.pieces[end];
  return first ? parted(told, at, first, { ...own.cut, code: 'history', loinc: undefined }) : told;
}

/** How many sentences of a body say why it was done. */
function reasonsOf(page: Page, { pieces }: Told, words: Vocabulary): number {
  let end = 0;
  while (end < pieces.length && isReason(page, pieces[end], words)) end += 1;
  return end;
}

/** "71M weight loss. 3 cm mass in the left lung.": the first sentence behind a reason that tells what was seen. */
const seenFrom = (page: Page, { pieces }: Told, words: Vocabulary): number =>
  pieces.findIndex(({ body, to }, i) => i > 0 && to - body > SHORT && seenIn(page, { from: body, to }, words) !== null);
/** tokens of an illness by itself: "Acute diverticulitis." */
const SHORT = 4;

/** "Lung cancer follow up.", "71M weight loss.": few words, none of them about the pictures. */
function isReason(page: Page, piece: Piece | undefined, words: Vocabulary): boolean {
  if (!piece) return false;
  const { body, to } = piece;
  if (holds(page.roles, STATING, body, to) || isSized(page, body, to)) return false;
  if (isAgeOpening(page, { from: body, to })) return true;
  let count = 0;
  for (let at = body; at < to; at += 1) if ((page.roles[at] ?? 0) & WORD) count += 1;
  const lasts = lastsIn(page, body, to, words);
  if (count > (lasts ? LASTING : BRIEF) || firstPhrase(words.asked.tells, page.tokens, body, to) !== null) return false;
  const complaint = firstPhrase(words.asked.holds, page.tokens, body, to) !== null;
  const condition = firstPhrase(words.asked.conditions, page.tokens, body, to) !== null;
  return lasts ? complaint || condition : complaint && condition;
}
/** words of a reason, and of one that says how long it has lasted */
const BRIEF = 6;
const LASTING = 12;

/** "for 4 days", "2 yrs" */
function lastsIn({ tokens }: Page, from: number, to: number, { timeUnits }: Vocabulary): boolean {
  for (let at = from; at + 1 < to; at += 1)
    if (tokens[at]?.kind === 'number' && timeUnits.has(tokens[at + 1]?.norm ?? '')) return true;
  return false;
}
