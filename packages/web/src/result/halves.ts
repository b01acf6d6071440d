/** A text in two parts: behind its first colon, its first sentence, or before its last; in the marks of every language. */

export type Halves = readonly [first: string, second: string | null];

const COLON = /:\s+|：/;
const END = /\.\s+|。(?=.)/g;

/** The first part keeps its colon, and the space behind it where there is one. */
export const atColon = (text: string): Halves => cutBehind(text, COLON.exec(text));

export const atFirstSentence = (text: string): Halves => cutBehind(text, [...text.matchAll(END)][0]);

export const atLastSentence = (text: string): Halves => cutBehind(text, [...text.matchAll(END)].at(-1));

function cutBehind(text: string, mark: RegExpMatchArray | null | undefined): Halves {
  if (mark?.index === undefined) return [text, null];
  const end = mark.index + mark[0].length;
  return [text.slice(0, end), text.slice(end)];
}
