/** Wing 2, recognize: assessment categories and scores (BI-RADS 4A, LI-RADS 5, T-score −2.6). */
import { EMPTY_LIST } from '../alike.ts';
import type { Measurement, Score, Section } from '../document.ts';
import type { Knowledge, Segmented } from '../stages.ts';
import { tokenAt } from '../token.ts';
import type { Line } from './scores/category.ts';
import { scaleWords } from './scores/scale-words.ts';
import { scanScores } from './scores/scan.ts';
import { systemTokens } from './scores/system-tokens.ts';
import { isHistorical, namesEarlier } from './scores/temporality.ts';
import { isTold, toldOf } from './scores/told.ts';
import { SIGN, type Signs } from './sign.ts';
import { signsOfTokens } from './signs.ts';

export function scoresIn(
  segmented: Segmented,
  signs: Signs,
  measurements: readonly Measurement[],
  knowledge: Knowledge,
): readonly Score[] {
  const { source } = segmented;
  const words = scaleWords(knowledge);
  const named = (signs.inReport & (SIGN.scaled | SIGN.coded)) !== 0;
  const tokens = named ? systemTokens(segmented.tokens, words) : segmented.tokens;
  const line: Line = { text: source.text, tokens, words };
  const of = tokens === segmented.tokens ? signs.of : signsOfTokens(tokens);
  const found = named ? toldOf(line, scanScores(line, of)) : [];
  if (found.length === 0 && measurements.length === 0) return EMPTY_LIST;
  const codeAt = codesOf(segmented);
  const scores: Omit<Score, 'id'>[] = found.map((score, index) => {
    const start = tokens[score.from]?.start ?? 0;
    const end = tokens[score.to - 1]?.end ?? start;
    const place = {
      from: score.from,
      to: score.to,
      start: found[index - 1]?.to ?? 0,
      next: found[index + 1]?.from ?? tokens.length,
      response: score.scale.entry.response ?? false,
    };
    const historical = score.earlier ?? isHistorical(line, place) ?? isEarlier(line, codeAt(start), score.from);
    return {
      system: score.scale.entry.system,
      category: score.code,
      temporality: historical ? 'historical' : 'current',
      span: [start, end],
    };
  });
  const tokenAfter = (place: number): number => tokenAt(tokens, place, 0, tokens.length);
  for (const { entry } of line.words.measured)
    for (const { unit, value, written, role, span, qualifier } of measurements) {
      if (unit !== entry.system || typeof value !== 'number') continue;
      const counted = unit === 'Agatston';
      // "a T-score below -2.5 defines …" is nobody's
      if (!counted && (qualifier !== null || !isTold(line, tokenAfter(span[0]), tokenAfter(span[1]), false))) continue;
      scores.push({
        system: entry.system,
        category: counted ? String(value) : signed(written),
        temporality: role === 'prior' ? 'historical' : 'current',
        span,
      });
    }
  return scores
    .sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1])
    .map((score, index) => ({ id: `g${index + 1}`, ...score }));
}

/** The history tells of earlier examinations, and so does the comparison where it names one: "Comparison: MRI of March, PI-RADS 4". */
const isEarlier = (line: Line, code: Section['code'], from: number): boolean =>
  code === 'history' || (code === 'comparison' && namesEarlier(line, from));

/** "−1.1" and "minus 1,1" are -1.1 */
const signed = (written: string): string =>
  written
    .replace(/minus\s*|[−–‐‑]/i, '-')
    .replace(/\s/g, '')
    .replace(',', '.');

/** Section codes in the order of the text: the pointer only moves forward. */
function codesOf({ sections }: Segmented): (at: number) => Section['code'] {
  let index = 0;
  return (at) => {
    while (index < sections.length && (sections[index]?.span[1] ?? 0) <= at) index += 1;
    const section = sections[index];
    return section && section.span[0] <= at ? section.code : 'other';
  };
}
