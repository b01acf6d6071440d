/** Wing 1, segment: whether a sentence tells what the pictures show, or why they were taken. */
import { firstPhrase, phraseAt } from '../search.ts';
import { namesIn } from './named.ts';
import type { Page } from './page.ts';
import { EXAM, holds, MARK, NUMBER, STATING, WORD } from './roles.ts';
import type { Stretch } from './sentences.ts';
import { isAgeOpening, isSized } from './unheaded.ts';
import type { Vocabulary } from './vocabulary.ts';

/** so many words at most beside an illness that is told of a person: "Metastatic breast cancer." */
const BRIEF = 5;

/** A sentence that tells what was seen: whether it names a finding, and whether it says how large. */
export interface Seen {
  readonly finding: boolean;
  readonly sized: boolean;
}

export function seenIn(page: Page, stretch: Stretch, words: Vocabulary): Seen | null {
  const { tokens, roles } = page;
  const from = pastMarks(page, stretch);
  const { to } = stretch;
  if (phraseAt(words.asked.opens, tokens, from, to) || asks(page, stretch)) return null;
  if (isAgeOpening(page, { from, to }) || holdsYear(page, from, to)) return null;
  const { finding, organ } = namesIn(page, from, to, words);
  if (!finding && !organ) return null;
  if (isSized(page, from, to)) return { finding, sized: true };
  if (firstPhrase(words.asked.holds, tokens, from, to) || holds(roles, EXAM, from, to)) return null;
  const told = finding ? !isIllness(page, from, to, words) : states(page, from, to, words);
  return told ? { finding, sized: false } : null;
}

/** Says something of the pictures: a finding, or an organ with how it is. */
export function claims(page: Page, from: number, to: number, words: Vocabulary): boolean {
  const { finding, organ } = namesIn(page, from, to, words);
  return finding || (organ && states(page, from, to, words));
}

/** "Kidneys normal", "No shift of the midline", "Heart enlarged". */
function states({ tokens, roles }: Page, from: number, to: number, words: Vocabulary): boolean {
  if (holds(roles, STATING, from, to) || firstPhrase(words.normal, tokens, from, to)) return true;
  const label = phraseAt(words.organLabels, tokens, from, to);
  return label !== null && label.to < to && ((roles[label.to] ?? 0) & WORD) !== 0;
}

/** "? appendicitis", "Stroke?" */
const asks = ({ tokens }: Page, { from, to }: Stretch): boolean =>
  tokens[from]?.norm === '?' || tokens[to - 1]?.norm === '?';

/** "Right breast cancer 2015": what was, years ago. */
function holdsYear({ tokens, roles }: Page, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1)
    if ((roles[at] ?? 0) & NUMBER && /^(?:19|20)\d\d$/.test(tokens[at]?.norm ?? '')) return true;
  return false;
}

function isIllness({ tokens, roles }: Page, from: number, to: number, words: Vocabulary): boolean {
  let count = 0;
  for (let at = from; at < to; at += 1) if ((roles[at] ?? 0) & WORD) count += 1;
  return count <= BRIEF && firstPhrase(words.asked.conditions, tokens, from, to) !== null;
}

function pastMarks({ tokens, roles }: Page, { from, to }: Stretch): number {
  let at = from;
  while (at < to - 1 && (roles[at] ?? 0) & MARK && tokens[at]?.norm !== '?') at += 1;
  return at;
}
