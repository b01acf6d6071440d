/** Wing 4, explain: each score is told with its meaning once, behind or instead of its bare code. */
import { unfaithful } from '../faithfulness.ts';
import type { Explainable, Knowledge, SegmentedStatement } from '../stages.ts';
import type { Category, ScoreMeaning, ScoreMeanings } from './score-meanings.ts';
import type { Teller, ToldStatement } from './sentence/statement.ts';
import { fill } from './template.ts';
import type { Templates } from './templates.ts';

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
  for (const [statement, all] of meanings) {
    const own = [...new Map(all.map((meaning) => [meaning.category, meaning])).values()];
    const before = tell(statement);
    const instead =
      all.length === 1 && own[0] ? insteadOf(before, statement, own[0], { related, small, templates }) : null;
    const fresh = own.filter(
      ({ category, plain, worded }) =>
        !said.has(category) &&
        category.code !== MEASURED &&
        !(isNamed(category, statement, related) && !worded) &&
        !isTold(plain, before),
    );
    if (instead) {
      told.set(statement.id, instead);
      for (const { category } of own) said.add(category);
      continue;
    }
    // "T-score -2.6." says nothing else; where more is said the word on tap says what the number is
    const numbers =
      statement.to - statement.from > BRIEF
        ? []
        : own.filter(({ category, measured }) => measured && category.code === MEASURED && !said.has(category));
    if (fresh.length === 0 && numbers.length === 0) continue;
    const plain = fresh.length > 0 ? withMeanings(before.plain, fresh, templates) : before.plain;
    told.set(statement.id, { ...before, plain: [...plain, ...numbers.map(sayingWhat)] });
    for (const { category } of [...fresh, ...numbers]) said.add(category);
  }
  return (statement) => told.get(statement.id) ?? tell(statement);
}

/** the category of a measured number, whose name is plain where anything else is said of it */
const MEASURED = 'number';

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

/** tokens of a statement that holds a score and little else */
const BRIEF = 9;

const COMPOSED = 'composed' as const;

/** "This number compares your bones with those of healthy young adults. …" */
const sayingWhat = ({ means, span }: ScoreMeaning): Plain[number] => ({ text: means, basis: [span], how: COMPOSED });

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

const LONG = /\p{L}{3,}/gu;

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
  if (source.doubts?.length || meaning.graded) return null;
  const { category, name, span: own, names: called } = meaning;
  const names = new Set([
    ...called,
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
