/** Wing 1, segment: labels at the start of a line in rarer dress: spaced letters, a letter before them, a bar behind them, an addendum with number and date. */
import { holdsSentence, isExamName } from './exam-title.ts';
import { type Label, labelAt, relabelled } from './headings.ts';
import { caseOf } from './letters.ts';
import type { Line } from './lines.ts';
import type { Page } from './page.ts';
import { isColon, separatorAt } from './separators.ts';
import { isSigner } from './signers.ts';
import { spacedAt } from './slips.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Labels in rarer dress: "I M P R E S S I O N", "C. FINDINGS:", "ADDENDUM #2". */
export function costumed(page: Page, line: Line, from: number, words: Vocabulary, label: Label | null): Label | null {
  const { tokens } = page;
  const first = tokens[from];
  const second = tokens[from + 1];
  if (label?.code === 'addendum' && label.separator === 'none' && isReference(page, line, label.end, words))
    return relabelled(label, { end: line.to, to: line.to, separator: 'line' });
  if (label?.separator === 'none' && isCell(page, line, label.end))
    return relabelled(label, { to: label.end + 1, separator: 'colon' });
  if (label || first?.kind !== 'word' || first.end - first.start > 3 || !second) return label;
  if (second.kind === 'word' && second.end - second.start === 1 && !second.glued) {
    const spaced = spacedAt(tokens, from, line.to, words);
    if (!spaced) return null;
    const { word, to: end } = spaced;
    const separator = separatorAt(tokens, end, line.to, from);
    const to = separator === 'line' || separator === 'none' ? end : end + 1;
    return { ...word, from, core: from, end, to, separator, plain: true };
  }
  if (line.colon <= from || !second.glued || (second.norm !== '.' && second.norm !== ')')) return null;
  const lettered = labelAt(page, from + 2, line.to, words, false);
  return lettered?.separator === 'colon' && !isLoneLetter(lettered, page) ? lettered : null;
}

/** "Findings | The liver is normal.": a table of two columns, the only bar of its line. */
function isCell({ tokens }: Page, line: Line, at: number): boolean {
  if (tokens[at]?.norm !== '|' || tokens[at]?.glued || at + 1 >= line.to) return false;
  for (let next = at + 1; next < line.to; next += 1) if (tokens[next]?.norm === '|') return false;
  return true;
}

/** What may follow the word of an addendum on its own line: its number, its date, its writer. */
function isReference(page: Page, line: Line, from: number, words: Vocabulary): boolean {
  const { tokens } = page;
  if (line.to - from > 12 || holdsSentence(page, from, line.to)) return false;
  let at = from;
  while (at < line.to && tokens[at]?.kind !== 'word') at += 1;
  return at === line.to || isSigner(page, { line, from: at, to: line.to }, words, false);
}

/** "F:" is a heading only with words after it, and "I:" only where no "II:" follows. */
export const isLetterLabel = ({ separator, to }: Label, { tokens }: Page, line: Line): boolean =>
  separator === 'colon' && tokens[to]?.kind === 'word' && tokens[line.to]?.norm !== 'ii';

export const isLoneLetter = ({ from, end }: Label, { tokens }: Page): boolean =>
  end - from === 1 && (tokens[from]?.end ?? 0) - (tokens[from]?.start ?? 0) === 1;

/** "CT ABDOMEN:" before the words that tell what it shows. */
export function examLabel(page: Page, line: Line, from: number): Label | null {
  const { text, tokens } = page;
  let colon = from;
  // "CT HEAD. Comparison: none": a title, and another heading
  const goesOn = (at: number): boolean => tokens[at]?.norm !== '.' || (tokens[at + 1]?.glued ?? false);
  while (colon < line.to && colon - from < 16 && !isColon(tokens, colon) && goesOn(colon)) colon += 1;
  if (tokens[colon]?.norm !== ':' || colon - from < 1 || colon >= line.to) return null;
  if (caseOf(text, tokens, from, colon) === 'lower' || !isExamName(page, from, colon)) return null;
  return {
    code: 'findings',
    loinc: undefined,
    anywhere: false,
    soft: false,
    yields: undefined,
    from,
    core: from,
    end: colon,
    to: colon + 1,
    separator: 'colon',
    plain: false,
  };
}
