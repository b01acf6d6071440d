/** Does a message look like a radiology report? Such a message is stopped before it is stored. */
import { REPORT_HEADINGS } from './report-headings.ts';

const HEADINGS: ReadonlySet<string> = new Set(REPORT_HEADINGS);
/** So many different headings are a report, however short. */
const MANY_HEADINGS = 3;
/** More lines than this with a heading among them are one too. */
const MANY_LINES = 12;
/** Pasted into one line, a report is as long as this many letters a line. */
const LETTERS_A_LINE = 80;
const MOST_WORDS = 3;

/** Example: "FINDINGS: The lungs are clear. IMPRESSION: No pneumonia. TECHNIQUE: …"; not: "What does IMPRESSION mean?" */
export function looksLikeReport(message: string): boolean {
  const lines = message.split('\n');
  const found = new Set(lines.flatMap(headingsIn));
  if (found.size >= MANY_HEADINGS) return true;
  if (found.size >= 1 && lines.length > MANY_LINES) return true;
  return found.size >= 2 && message.length > MANY_LINES * LETTERS_A_LINE;
}

/** A heading stands alone in its line or before a colon: in capitals anywhere, as it likes at the start of a line. */
function headingsIn(line: string): readonly string[] {
  const parts = line.split(/[:：]/);
  const alone = parts.length === 1 ? [line] : [];
  return [...alone, ...parts.slice(0, -1)].flatMap((before, index) => {
    const words = before
      .trim()
      .split(/[\s.,;。，；、*#()（）【】[\]]+/)
      .filter(Boolean);
    const atStart = index === 0 && words.length <= MOST_WORDS ? heading(words.join(' ').toUpperCase()) : [];
    if (atStart.length > 0 || parts.length === 1) return atStart;
    return Array.from({ length: MOST_WORDS }, (_, more) => words.slice(-1 - more).join(' ')).flatMap(heading);
  });
}

const heading = (words: string): readonly string[] => (HEADINGS.has(words) ? [words] : []);
