/** Wing 4, explain: what the current scores of a report mean, each told once, behind or instead of its bare code. */
import type { ReadingDocuments } from '@readingscan/knowledge';
import type { Score, Span, UrgencyTier } from '../document.ts';
import { unfaithful } from '../faithfulness.ts';
import type { Explainable, Knowledge, SegmentedStatement } from '../stages.ts';
import type { Teller, ToldStatement } from './sentence/statement.ts';
import { fill } from './template.ts';
import type { Templates } from './templates.ts';

export interface ScoreMeaning {
  /** as written: "LR-5", "Kellgren-Lawrence grade 3" */
  readonly name: string;
  readonly plain: string;
  /** what it rates, where the scale is of one thing: "lung spot" */
  readonly thing: string | undefined;
  readonly tier: UrgencyTier;
  readonly span: Span;
  readonly category: Category;
}

/** Meanings of the current scores by the statement they stand in, those of the impression first. */
export type ScoreMeanings = ReadonlyMap<SegmentedStatement, readonly ScoreMeaning[]>;

type Scale = ReadingDocuments['scales'][number];
type Category = Scale['categories'][number];

export function scoreMeaningsOf(related: Explainable, knowledge: Knowledge): ScoreMeanings {
  const meanings = new Map<SegmentedStatement, ScoreMeaning[]>();
  for (const [statement, score] of impressionFirst(related, knowledge)) {
    const scale = knowledge.reading.documents.scales.find(({ system }) => system === score.system);
    const category = scale && categoryOf(scale, score.category);
    if (!category) continue;
    const { plain, tier } = category;
    const meaning = { name: nameOf(score, related), plain, thing: scale.thing, tier, span: score.span, category };
    meanings.set(statement, [...(meanings.get(statement) ?? []), meaning]);
  }
  return meanings;
}

/** A teller that says beside a score what it means: once for each category, unless a statement holds nothing else or says it itself. */
export function withScoreMeanings(
  tell: Teller,
  meanings: ScoreMeanings,
  related: Explainable,
  { reading }: Knowledge,
  templates: Templates,
): Teller {
  const small = new Set(reading.documents.scores.alone);
  const said = new Set<Category>();
  const told = new Map<string, ToldStatement>();
  for (const [statement, own] of meanings) {
    const before = tell(statement);
    const instead =
      own.length === 1 && own[0] ? insteadOf(before, statement, own[0], { related, small, templates }) : null;
    const fresh = own.filter(
      ({ category, plain }) => !said.has(category) && !isNamed(category, statement, related) && !isTold(plain, before),
    );
    if (instead) {
      told.set(statement.id, instead);
      for (const { category } of own) said.add(category);
    } else if (fresh.length > 0) {
      told.set(statement.id, { ...before, plain: withMeanings(before.plain, fresh, templates) });
      for (const { category } of fresh) said.add(category);
    }
  }
  return (statement) => told.get(statement.id) ?? tell(statement);
}

/** Current scores that were read with certainty, those of the impression first; titles and notes hold none. */
function impressionFirst(
  { statements, impression, scores, sections, source }: Explainable,
  { words }: Knowledge,
): readonly (readonly [SegmentedStatement, Score])[] {
  const titleSections: readonly string[] = words?.documents.grammar.titleSections ?? [];
  const titled = new Set(sections.filter(({ code }) => titleSections.includes(code)).map(({ id }) => id));
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

/** "3/P2" is a 3 with more said beside it; a measured number has one meaning for all values but those named. */
function categoryOf({ categories, value }: Scale, category: string): Category | undefined {
  const [code = category] = category.split('/');
  return (
    categories.find((known) => known.code === category) ??
    categories.find((known) => known.code === code || (value !== undefined && known.code === 'number'))
  );
}

const LONGEST = 30; // characters of a name that fits a short sentence

/** As written where that names the scale or its grade in few words, else with the name of the system. */
function nameOf({ system, category, span }: Score, { source }: Explainable): string {
  const written = source.text.slice(...span).replace(/[\s:=#]+/g, ' ');
  if (written.length > LONGEST) return isCode(category) ? `${system} ${category}` : system;
  return /\p{L}{2}/u.test(written) ? written : `${system} ${written}`;
}

/** 4C and IIF, not "below expected range for age". */
const isCode = (category: string): boolean => category.length <= 5;

type Plain = ToldStatement['plain'];

/** Behind its code where that ends a part of a sentence: "…, LR-5 (it means this)."; else in a short sentence of its own. */
function withMeanings(plain: Plain, meanings: readonly ScoreMeaning[], templates: Templates): Plain {
  let sentences = plain;
  for (const meaning of meanings) {
    const { name, plain: meant, span } = meaning;
    const at = sentences.findIndex(
      ({ basis: [own], how }) => how !== 'verbatim' && own && own[0] <= span[0] && span[1] <= own[1],
    );
    const { text = '' } = sentences[at] ?? {};
    const end = text.indexOf(name) + name.length;
    sentences =
      end >= name.length && text.indexOf(name, end) < 0 && /^[,.](?: |$)/.test(text.slice(end)) && !text.includes('(')
        ? sentences.map((one, i) =>
            i === at
              ? {
                  ...one,
                  text: `${text.slice(0, end)} ${fill(templates.scoreBeside, { plain: meant })}${text.slice(end)}`,
                }
              : one,
          )
        : [...sentences, { text: sentenceOf(meaning, templates), basis: [span], how: COMPOSED }];
  }
  return sentences;
}

const COMPOSED = 'composed' as const;

function sentenceOf({ name, plain }: ScoreMeaning, { scoreMeaning }: Templates): string {
  const text = fill(scoreMeaning, { score: name, plain });
  return (text[0] ?? '').toUpperCase() + text.slice(1);
}

/** The words that clinicians call a category by, without what explains them. */
const calledBy = ({ label }: Category): readonly string[] =>
  (label.toLowerCase().split(/[:(,]/)[0] ?? '').split(/[^a-z]+/).filter((word) => word.length > 3);

/** The statement calls the category by its name, so that its own words say it: "TI-RADS 5, highly suspicious". */
function isNamed(category: Category, { from, to }: SegmentedStatement, { tokens }: Explainable): boolean {
  const words = calledBy(category);
  const held = new Set(tokens.slice(from, to).map(({ norm }) => norm));
  return words.length > 0 && words.every((word) => held.has(word));
}

/** The plain words of the statement say it already. */
function isTold(meant: string, { plain }: ToldStatement): boolean {
  const told = new Set(plain.flatMap(({ text }) => text.toLowerCase().match(LONG) ?? []));
  const words = meant.match(LONG) ?? [];
  return words.length > 0 && words.every((word) => told.has(word));
}

const LONG = /\p{L}{5,}/gu;

interface Around {
  readonly related: Explainable;
  readonly small: ReadonlySet<string>;
  readonly templates: Templates;
}

/** A statement that holds the score and nothing else but its name is told by the meaning alone. */
function insteadOf(
  told: ToldStatement,
  { span, from, to }: SegmentedStatement,
  meaning: ScoreMeaning,
  { related: { source, tokens }, small, templates }: Around,
): ToldStatement | null {
  if (source.doubts?.length) return null;
  const { category, name, span: own } = meaning;
  const names = new Set([
    ...calledBy(category),
    ...(category.match ?? []).join(' ').split(' '),
    ...name.toLowerCase().split(' '),
  ]);
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (!token || token.kind === 'mark' || (own[0] <= token.start && token.end <= own[1])) continue;
    if (!small.has(token.norm) && !names.has(token.norm)) return null;
  }
  const text = sentenceOf(meaning, templates);
  if (unfaithful(text, source.text.slice(...span))) return null;
  return { ...told, plain: [{ text, basis: [span], how: COMPOSED }], how: COMPOSED, notExplained: [] };
}
