/** Text taken out of another format: one kind of line end, no control characters, no line that ends in blanks, one empty line at most. */

const INVISIBLE = /\u00ad|\u200b|\u200c|\u200d|\u2060|\ufeff/g;
const BLANKS = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;

export function tidy(text: string): string {
  const lines: string[] = [];
  for (const raw of printable(text).replace(BLANKS, ' ').replace(INVISIBLE, '').split('\n')) {
    const line = raw.trimEnd();
    if (line !== '' || lines.at(-1)) lines.push(line);
  }
  while (lines.at(-1) === '') lines.pop();
  return lines.join('\n');
}

/** Line ends of every kind as one; control characters left out, tabs aside. */
function printable(text: string): string {
  return text.replace(/\r\n?|[\u0085\u2028\u2029]|\v|\f/g, '\n').replace(/[^\P{Cc}\t\n]/gu, '');
}
