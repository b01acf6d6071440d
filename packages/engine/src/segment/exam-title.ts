/** Wing 1, segment: lines that name the examination ("CT ABDOMEN WITH CONTRAST", "XR Chest 14/02/2023"). */
import type { Token } from '../token.ts';
import { phraseAt } from '../trie.ts';
import type { Vocabulary } from './vocabulary.ts';

const MOST_WORDS = 18;

/** How many words of a stretch name an examination, stand beside such a name, or neither. */
function count(
  tokens: readonly Token[],
  from: number,
  to: number,
  words: Vocabulary,
): { exam: number; beside: number; other: number } {
  let exam = 0;
  let beside = 0;
  let other = 0;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token?.kind === 'mark' || token?.kind === 'number' || !token) continue;
    if (words.examWords.has(token.norm)) exam += 1;
    else if (words.examCompanions.has(token.norm)) beside += 1;
    else other += 1;
  }
  return { exam, beside, other };
}

/** Nothing but the name of an examination. */
export function isExamName(tokens: readonly Token[], from: number, to: number, words: Vocabulary): boolean {
  const { exam, beside, other } = count(tokens, from, to, words);
  return other === 0 && exam > 0 && exam + beside <= MOST_WORDS;
}

/** A line that is a title of an examination, with a word or two that the lists do not know. */
export function isExamTitle(tokens: readonly Token[], from: number, to: number, words: Vocabulary): boolean {
  const last = tokens[to - 1];
  if (last?.norm === '.' || last?.norm === ',' || last?.norm === ';' || last?.norm === ':') return false;
  const { exam, beside, other } = count(tokens, from, to, words);
  const all = exam + beside + other;
  return (
    exam > 0 &&
    all <= MOST_WORDS &&
    (other === 0 || (all > 2 * other && other <= 3 && !holdsSentence(tokens, from, to, words)))
  );
}

/** Whether the stretch states something: a verb, or a full stop inside. */
export function holdsSentence(tokens: readonly Token[], from: number, to: number, words: Vocabulary): boolean {
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (!token) continue;
    if (words.stating.has(token.norm)) return true;
    if (token.norm === '.' && at + 1 < to && !tokens[at + 1]?.glued) return true;
  }
  return false;
}

/** "Compared with the CT of May": a sentence that names an examination, a number or a comparison. */
export function compares(
  tokens: readonly Token[],
  { from, to }: { readonly from: number; readonly to: number },
  words: Vocabulary,
): boolean {
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (!token || token.kind === 'number' || words.examWords.has(token.norm)) return true;
    if (phraseAt(words.leads, tokens, at, to)?.value === 'comparison') return true;
  }
  return false;
}
