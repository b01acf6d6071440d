/** Wing 1, segment: dictation without a sign: "… findings the lungs are clear impression normal chest". */
import type { SectionCode } from '../document.ts';
import { phraseAt } from '../search.ts';
import { caseOf } from './letters.ts';
import type { Line } from './lines.ts';
import type { Page } from './page.ts';
import { HEADING } from './roles.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Headings anywhere in a run of words, or only where a sentence begins. */
export type Flow = 'run' | 'sentences';

/** A dictated flow: one line or two without a colon, but with the words of a finding part and of an impression. */
export function flowOf({ tokens, roles, lines }: Page, words: Vocabulary): Flow | null {
  if (tokens.length < 12 || !isOneLine(lines)) return null;
  const codes = new Set<SectionCode>();
  const opening = new Set<SectionCode>();
  let stops = false;
  let marks = false;
  let concludes = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.norm === ':') return null;
    if (token?.norm === '.' && at + 1 < tokens.length) stops = true;
    if (token?.kind === 'mark' && at + 1 < tokens.length) marks = true;
    const opens = token?.kind === 'word' && ((roles[at] ?? 0) & HEADING) !== 0;
    const hit = opens ? phraseAt(words.headings, tokens, at, tokens.length) : null;
    if (!hit?.value.anywhere || words.notAfter.has(tokens[hit.to]?.norm ?? '')) continue;
    codes.add(hit.value.code);
    // "with mild impression on the sac" concludes nothing
    if (hit.value.code === 'impression' && !words.unfinished.has(tokens[at - 1]?.norm ?? '')) concludes = at;
    if (at === 0 || tokens[at - 1]?.norm === '.') opening.add(hit.value.code);
  }
  // "… HISTORY COUGH FINDINGS CLEAR LUNGS. IMPRESSION NORMAL"
  if (stops && opening.has('impression') && opening.size === 1 && codes.has('findings') && codes.size > 2) return 'run';
  if (stops) return opening.has('impression') && opening.size > 1 ? 'sentences' : null;
  // "chest x ray lungs clear no effusion impression no acute disease"
  if (!marks && concludes >= BEFORE) return 'run';
  return codes.has('impression') && codes.has('findings') ? 'run' : null;
}

/** So many words tell of something that can be concluded from. */
const BEFORE = 6;
const MANY = 3;

/** A line with headings of capitals among small letters: "INDICATION cough FINDINGS clear lungs IMPRESSION normal". */
export function isShouted({ text, tokens, roles }: Page, line: Line, words: Vocabulary): boolean {
  const codes = new Set<SectionCode>();
  const firm = new Set<SectionCode>();
  for (let at = line.from; at < line.to; at += 1) {
    if (((roles[at] ?? 0) & HEADING) === 0) continue;
    const hit = phraseAt(words.headings, tokens, at, line.to);
    if (!hit || caseOf(text, tokens, at, hit.to) !== 'upper') continue;
    codes.add(hit.value.code);
    if (hit.value.anywhere) firm.add(hit.value.code);
  }
  return codes.size >= MANY && firm.size > 1;
}

/** One line, or two at most. */
function isOneLine(lines: readonly Line[]): boolean {
  let printed = 0;
  for (const line of lines) {
    if (!line.blank) printed += 1;
    if (printed > 2) return false;
  }
  return true;
}
