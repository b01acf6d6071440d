/** Whether a text already says something: words in the same order, whatever the punctuation, numbering and letter case. */

/** beyond this only the whole is looked for */
const LONGEST = 10_000;

/** Every sentence of `words` stands in `text`. */
export function says(text: string, words: string): boolean {
  const body = ` ${plain(text)} `;
  if (words.length > LONGEST) return body.includes(` ${plain(words)} `);
  return sentences(words).every((sentence) => body.includes(` ${sentence} `));
}

/** Two texts with nearly the same words. */
export function alike(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.size === 0 || b.size === 0) return false;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared += 1;
  return shared >= 0.92 * Math.max(a.size, b.size);
}

/** How many words a text has. */
export const wordCount = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    plain(text)
      .split(' ')
      .filter((word) => word.length > 2),
  );

const sentences = (text: string): string[] =>
  text
    .split(/[.;!?:](?=\s|$)|\n/)
    .map((sentence) => plain(sentence))
    .filter((sentence) => sentence !== '');

/** Words with single blanks between them; numbers of lists left out at the start of a line. */
function plain(text: string): string {
  const unnumbered = text.replace(/(^|\n|[:.;]\s)[ \t]*(?:\d{1,2}[.)]|[-*\u2022])(?=\s)/g, '$1');
  return (unnumbered.toLowerCase().match(/[\p{L}\p{N}]+(?:[.,]\p{N}+)*/gu) ?? []).join(' ');
}
