/** Wing 4, explain: what the current scores of a report mean, and what they are called in it. */
import type { Score, Span, UrgencyTier } from '../document.ts';
import { type Category, categoryOf, tierOfCategory } from '../score-category.ts';
import type { Explainable, Knowledge, SegmentedStatement } from '../stages.ts';
import { scoreSpansOf } from './score-span.ts';

export interface ScoreMeaning {
  /** as written: "LR-5", "Kellgren-Lawrence grade 3" */
  readonly name: string;
  readonly plain: string;
  /** the same in sentences */
  readonly means: string;
  /** what it rates, where the scale is of one thing: "lung spot" */
  readonly thing: string | undefined;
  readonly tier: UrgencyTier;
  readonly span: Span;
  readonly category: Category;
  /** a number that was measured */
  readonly measured: boolean;
  /** words of its names, where it is measured: its span is the number alone */
  readonly names: readonly string[];
  /** its few words need the name of what is graded: "at the joint line" */
  readonly dependent: boolean;
  /** a finding is graded, which its statement names: "grade III splenic laceration" */
  readonly graded: boolean;
  /** the category is written in words that say little to a patient: "partial response" */
  readonly worded: boolean;
}

/** Meanings of the current scores by the statement they stand in, those of the impression first. */
export type ScoreMeanings = ReadonlyMap<SegmentedStatement, readonly ScoreMeaning[]>;

export type { Category };

/** How a language speaks of scores. */
export interface SpokenScores {
  /** what a category of a scale means */
  readonly category: (system: string, code: string) => { readonly plain: string; readonly means: string } | undefined;
  /** what the scale rates */
  readonly thing: (system: string) => string | undefined;
  /** a figure with its unit as this language writes it; null where a name is not told as written, for its words are of another language */
  readonly quantity: ((written: string) => string) | null;
}

export function scoreMeaningsOf(related: Explainable, knowledge: Knowledge, spoken: SpokenScores): ScoreMeanings {
  const meanings = new Map<SegmentedStatement, ScoreMeaning[]>();
  const spans = scoreSpansOf(related);
  const ranges = rangesOf(related, knowledge);
  for (const [statement, score] of impressionFirst(related, knowledge)) {
    const scale = knowledge.reading.documents.scales.find(({ system }) => system === score.system);
    const category = scale && categoryOf(scale, score.category);
    const told = category && spoken.category(score.system, category.code);
    if (!category || !told || ranges.has(score)) continue;
    const own = spans.get(score) ?? score.span;
    const meaning: ScoreMeaning = {
      name: nameOf(score, own, related, spoken),
      plain: told.plain,
      means: told.means,
      thing: spoken.thing(scale.system),
      worded: scale.worded === true && scale.response === true,
      measured: scale.value === 'measurement',
      names: scale.value === 'measurement' && category.code !== 'number' ? scale.names.join(' ').split(' ') : [],
      dependent: scale.dependent ?? false,
      graded: own[1] < score.span[1],
      tier: tierOfCategory(category, score.category),
      span: score.span,
      category,
    };
    const known = meanings.get(statement);
    if (known) known.push(meaning);
    else meanings.set(statement, [meaning]);
  }
  return meanings;
}

/** Current scores that were read with certainty, those of the impression first; titles and notes hold none. */
function impressionFirst(
  { statements, impression, scores, sections, source }: Explainable,
  { words }: Knowledge,
): readonly (readonly [SegmentedStatement, Score])[] {
  const titles = words?.documents.grammar.titleSections ?? [];
  const titled = new Set(sections.filter(({ code }) => titles.includes(code)).map(({ id }) => id));
  const summary = new Set(impression.flatMap((item) => item.statements));
  const found: (readonly [SegmentedStatement, Score])[] = [];
  let at = 0;
  for (const score of scores) {
    while (at < statements.length && (statements[at]?.span[1] ?? 0) <= score.span[0]) at += 1;
    const statement = statements[at];
    if (!statement || statement.span[0] > score.span[0]) continue;
    const doubtful = source.doubts?.some(({ span }) => span[0] < score.span[1] && score.span[0] < span[1]);
    if (score.temporality === 'current' && !doubtful && !titled.has(statement.section)) found.push([statement, score]);
  }
  return [...found.filter(([{ id }]) => summary.has(id)), ...found.filter(([{ id }]) => !summary.has(id))];
}

/** "grade 2-3", "4A or 4B": neither of the two is said to hold. */
function rangesOf({ scores, source }: Explainable, { reading }: Knowledge): ReadonlySet<Score> {
  const between = new Set(reading.documents.scores.between);
  const ranges = new Set<Score>();
  scores.forEach((score, at) => {
    const before = scores[at - 1];
    if (before?.system !== score.system || before.temporality !== score.temporality) return;
    const gap = source.text.slice(before.span[1], score.span[0]).trim().toLowerCase();
    if (between.has(gap)) ranges.add(before).add(score);
  });
  return ranges;
}

/** "4A", "IIb", "-2.5", "55%", "B" */
const CODE = /^(?:[IVX]+[A-Da-d]?|-?\d[\d.,]*[A-Za-z]{0,2}%?|[A-E])$/;
/** British categories, which are called by their letter: "C5", "B5b", "Thy3a" */
const LETTERED = /^(?:[RMUPBC]|Thy)\d[a-f]?$/;
const LONGEST = 30; // characters of a name that fits a short sentence

/** As written where that names the scale or its grade in few words, else with the name of the system. */
function nameOf({ system, category }: Score, span: Span, { source }: Explainable, { quantity }: SpokenScores): string {
  const plain = source.text.slice(...span).replace(/[\s:=#]+/g, ' ');
  if (!quantity) {
    const last = plain.trim().split(' ').at(-1) ?? '';
    if (LETTERED.test(last)) return last;
    const code = CODE.test(last) ? last : (/-?\d[\d.,]*\s*%?/.exec(plain)?.[0] ?? (isCode(category) ? category : ''));
    return `${system} ${code}`.trim();
  }
  const written = quantity(plain);
  const isCut = written.includes('(') && !written.includes(')');
  if (written.length > LONGEST || isCut) return isCode(category) ? `${system} ${category}` : system;
  // "coronary calcium score is zero"
  if (/^\p{L}{2,}$/u.test(written) && /^-?\d/.test(category)) return `${system} ${category}`;
  return /^(?:[\d.,−–-]+|[IVX]+)?\p{L}?$/u.test(written) ? `${system} ${written}` : written;
}

/** 4C and IIF, not "below expected range for age". */
const isCode = (category: string): boolean => category.length <= 5;
