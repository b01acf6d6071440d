/** Wing 1, segment: a word that the end of a line parts, as in print or on a photograph: "peri-⏎pheral zone" is one word. */
import type { Knowledge } from '../stages.ts';
import type { Token } from '../token.ts';
import type { Word } from '../word.ts';

const SMALL = /^[a-z]+$/;
const PRINTED = /^[A-Za-z]+$/;

/** The same tokens, with one for each parted word that opens a name, or is known where its second half is not: not "left-⏎sided". */
export function withPartedWords(text: string, tokens: readonly Token[], { book }: Knowledge): readonly Token[] {
  let joined: Token[] | null = null;
  for (let at = 0; at < tokens.length; at += 1) {
    const whole = partedAt(text, tokens, at, book);
    if (whole) joined ??= tokens.slice(0, at);
    const own = whole ?? tokens[at];
    if (own) joined?.push(own);
    if (whole) at += 2;
  }
  return joined ?? tokens;
}

function partedAt(text: string, tokens: readonly Token[], at: number, book: Knowledge['book']): Token | null {
  const [hyphen, second] = [tokens[at + 1], tokens[at + 2]];
  if (hyphen?.norm !== '-' || !hyphen.glued || !second || second.glued || second.kind !== 'word') return null;
  const first = tokens[at];
  const behind = tokens[at + 3];
  if (first?.kind !== 'word' || !isOneBreak(text, hyphen.end, second.start)) return null;
  // a line of its own stays one
  if (behind && text.slice(second.end, behind.start).includes('\n')) return null;
  const [head, tail] = [text.slice(first.start, first.end), text.slice(second.start, second.end)];
  if (!PRINTED.test(head) || !SMALL.test(tail)) return null;
  const word = book.of(head + tail);
  return word.first >= 0 || (isKnown(word) && !isKnown(second.word))
    ? { start: first.start, end: second.end, norm: word.norm, kind: 'word', glued: first.glued, word }
    : null;
}

const isOneBreak = (text: string, from: number, to: number): boolean => {
  const gap = text.slice(from, to);
  return gap.includes('\n') && gap.indexOf('\n') === gap.lastIndexOf('\n');
};

/** Some table of the knowledge has it. */
const isKnown = ({ roles, signs, senses, moreSenses, kinds, classes, parts, first, advice }: Word): boolean =>
  first >= 0 || advice >= 0 || (roles | signs | senses | moreSenses | kinds | classes | parts) !== 0;
