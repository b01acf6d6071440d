/** Deidentify: names in a report that is typed in small letters: "dr p name", "mrs ann name-other". */
import { startsUpper } from '../segment/letters.ts';
import type { Cues } from './cues.ts';
import { MOST_WORDS, type NameText, type Run } from './name-run.ts';

/** Titles that tell a private person; a doctor's title stays. */
export const PRIVATE: ReadonlySet<string> = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'master']);

const TITLES: ReadonlySet<string> = new Set(['dr', 'mr', 'mrs', 'ms', 'miss', 'prof']);

/** Behind a title at a token: words in small letters that nothing else knows, with initials. */
export function smallNameAt({ text, tokens }: NameText, at: number, cues: Cues): Run | null {
  const title = tokens[at];
  if (!title || !TITLES.has(title.norm) || startsUpper(text, title)) return null;
  let end = tokens[at + 1]?.norm === '.' ? at + 2 : at + 1;
  const from = end;
  let words = 0;
  for (; end < tokens.length && words < MOST_WORDS; end += 1) {
    const token = tokens[end];
    const before = tokens[end - 1];
    if (!token || !before) break;
    if (token.norm === '-' && token.glued && tokens[end + 1]?.glued && words > 0) continue;
    if (end > from && (token.start - before.end > 1 || text.slice(before.end, token.start).includes('\n'))) break;
    const isInitial = token.end - token.start === 1;
    if (token.kind !== 'word' || startsUpper(text, token) || /\d/.test(token.norm)) break;
    const { norm } = token;
    const known = cues.medical(norm) || cues.everyday.has(norm) || cues.examWords.has(norm) || cues.notNames.has(norm);
    if (cues.credentials.has(norm) || (known && !isInitial)) break;
    words += isInitial ? 0 : 1;
  }
  if (words === 0) return null;
  return [PRIVATE.has(title.norm) ? at : from, end];
}
