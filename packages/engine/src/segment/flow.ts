/** Wing 1, segment: dictation without a sign: "… findings the lungs are clear impression normal chest". */
import type { SectionCode } from '../document.ts';
import { phraseAt } from '../trie.ts';
import type { Page } from './page.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A dictated flow: no sign anywhere, but the words of findings and impression. */
export function isFlow({ tokens, lines }: Page, words: Vocabulary): boolean {
  if (tokens.length < 12 || lines.filter((line) => !line.blank).length > 2) return false;
  const codes = new Set<SectionCode>();
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token?.norm === ':' || (token?.norm === '.' && at + 1 < tokens.length)) return false;
    const hit = token?.kind === 'word' ? phraseAt(words.headings, tokens, at, at + 1) : null;
    if (hit?.value.anywhere) codes.add(hit.value.code);
  }
  return codes.has('impression') && codes.has('findings');
}
