/** Wing 2, recognize: assessment categories and scores (BI-RADS 4A, LI-RADS 5, T-score −2.6). */
import { EMPTY_LIST } from '../alike.ts';
import type { Measurement, Score, Section, Span } from '../document.ts';
import type { Knowledge, Segmented, SegmentedStatement } from '../stages.ts';
import { type Token, tokenAt } from '../token.ts';
import type { Line } from './scores/category.ts';
import { type Legend, legendsOf } from './scores/legend.ts';
import { lettersIn } from './scores/letters.ts';
import { scaleWords } from './scores/scale-words.ts';
import { scanScores } from './scores/scan.ts';
import { systemTokens } from './scores/system-tokens.ts';
import { isHistorical, namesEarlier } from './scores/temporality.ts';
import { isTold, toldOf } from './scores/told.ts';
import { SIGN, type Signs } from './sign.ts';
import { signsOfTokens } from './signs.ts';

export interface ReadScores {
  readonly scores: readonly Score[];
  /** keys of scales and tables of guidelines: nothing in them is of this patient */
  readonly legends: readonly Span[];
}

export const scoresIn = (
  segmented: Segmented,
  signs: Signs,
  measurements: readonly Measurement[],
  knowledge: Knowledge,
): readonly Score[] => readScores(segmented, signs, measurements, knowledge).scores;

export function readScores(
  segmented: Segmented,
  signs: Signs,
  measurements: readonly Measurement[],
  knowledge: Knowledge,
): ReadScores {
  const { source } = segmented;
  const words = scaleWords(knowledge);
  const named = (signs.inReport & (SIGN.scaled | SIGN.coded)) !== 0;
  const tokens = named ? systemTokens(segmented.tokens, words) : segmented.tokens;
  const line: Line = { text: source.text, tokens, words };
  const of = tokens === segmented.tokens ? signs.of : signsOfTokens(tokens);
  const scanned = named ? scanScores(line, of) : [];
  const legends =
    named || mayHoldLegend(line, measurements) ? legendsOf(line, statementsIn(segmented, tokens), scanned) : EMPTY_LIST;
  const isKey = (at: number): boolean => legends.some(({ from, to }) => from <= at && at < to);
  const told = named ? toldOf(line, scanned) : [];
  const found = legends.length > 0 ? told.filter(({ from }) => !isKey(from)) : told;
  const letters = lettersIn(line);
  if (found.length === 0 && measurements.length === 0 && letters.length === 0)
    return { scores: EMPTY_LIST, legends: inText(legends, tokens) };
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
      if (isKey(tokenAfter(span[0]))) continue;
      // of one artery of several: "LM 0, LAD 120"
      if (counted && value === 0 && (isListed(line, tokenAfter(span[1])) || measurements.some(isSome))) continue;
      // "a T-score below -2.5 defines …" is nobody's
      if (!counted && (qualifier !== null || !isTold(line, tokenAfter(span[0]), tokenAfter(span[1]), false))) continue;
      scores.push({
        system: entry.system,
        category: counted ? String(value) : signed(written),
        temporality: role === 'prior' ? 'historical' : 'current',
        span,
      });
    }
  for (const { system, at, to } of letters) {
    const [start, end] = [tokens[at]?.start ?? 0, tokens[to - 1]?.end ?? 0];
    if (isKey(at) || scores.some(({ span }) => span[0] < end && start < span[1])) continue;
    const written = source.text.slice(tokens[at + 1]?.start, end).replace(/^[\s:=]+/, '');
    scores.push({ system, category: signed(written), temporality: 'current', span: [start, end] });
  }
  return {
    scores: scores
      .sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1])
      .map((score, index) => ({ id: `g${index + 1}`, ...score })),
    legends: inText(legends, tokens),
  };
}

const isSome = ({ unit, value }: Measurement): boolean => unit === 'Agatston' && typeof value === 'number' && value > 0;

const LIST = 16; // tokens of a list of arteries

/** Another count stands behind a comma: "0, LAD 120". */
function isListed({ tokens }: Line, from: number): boolean {
  if (tokens[from]?.norm !== ',' && tokens[from]?.norm !== ';') return false;
  for (let at = from; at < Math.min(tokens.length, from + LIST); at += 1) {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (!token || (token.norm === '.' && !next?.glued)) return false;
    if (token.kind === 'number' && Number(token.norm) > 0 && (!next || /^[,;.]$/.test(next.norm))) return true;
  }
  return false;
}

const LIMITS: ReadonlySet<string> = new Set(['<', '>', '≤', '≥']);

/** Lines drawn at a size or a value, though no scale is named: "<6 mm: no follow-up", "T-score above -1 normal". */
const mayHoldLegend = ({ tokens, words }: Line, measurements: readonly Measurement[]): boolean =>
  tokens.some(({ kind, norm }) => kind === 'mark' && LIMITS.has(norm)) ||
  measurements.some(({ unit }) => words.measured.some(({ entry }) => entry.cuts && entry.system === unit));

/** The statements with their places in the tokens that names are read from. */
function statementsIn({ statements, tokens: all }: Segmented, tokens: readonly Token[]): readonly SegmentedStatement[] {
  if (tokens === all) return statements;
  return statements.map((statement) => {
    const from = tokenAt(tokens, statement.span[0], 0, tokens.length);
    return { ...statement, from, to: tokenAt(tokens, statement.span[1], from, tokens.length) };
  });
}

const inText = (legends: readonly Legend[], tokens: readonly Token[]): readonly Span[] =>
  legends.length === 0
    ? EMPTY_LIST
    : legends.map(({ from, to }) => [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0] as const);

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
