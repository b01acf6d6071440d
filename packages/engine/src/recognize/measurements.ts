/** Wing 2, recognize: lengths and other quantities with unit, as written and in mm. */
import { EMPTY_LIST } from '../alike.ts';
import type { Measurement, Section } from '../document.ts';
import { longestForm } from '../search.ts';
import type { Knowledge, Segmented } from '../stages.ts';
import type { Token } from '../token.ts';
import { isExcluded } from './measurements/excluded.ts';
import type { Line } from './measurements/number.ts';
import { numberPieces } from './measurements/number-pieces.ts';
import { quantityWords, wordOfKind } from './measurements/quantity-words.ts';
import { rolesIn, sentenceOf } from './measurements/role.ts';
import { type FoundQuantity, scanQuantities } from './measurements/scan.ts';
import { SIGN, type Signs } from './sign.ts';
import { signsOfTokens } from './signs.ts';

export function measurementsIn(segmented: Segmented, signs: Signs, knowledge: Knowledge): readonly Measurement[] {
  if (!mayMeasure(signs)) return EMPTY_LIST;
  const { text } = segmented.source;
  let marks: ReadonlySet<number> | null = null;
  const line: Line = {
    text,
    ...piecesOf(segmented, signs, knowledge),
    words: quantityWords(knowledge),
    marks: () => (marks ??= listNumbers(segmented)),
  };
  const found = scanQuantities(line);
  const measurements: Measurement[] = [];
  const sectionAt = follower(segmented.sections);
  for (let at = 0; at < found.length; ) {
    const first = found[at];
    if (!first) break;
    const [from, to] = sentenceOf(line, first.from);
    const together: FoundQuantity[] = [];
    for (let next = found[at]; next && next.from < to; next = found[at]) {
      together.push(next);
      at += 1;
    }
    if (together.length === 0) at += 1;
    const roles = rolesIn(line, from, to, together);
    const code = sectionAt(line.pieces[first.from]?.start ?? 0)?.code;
    together.forEach((quantity, index) => {
      if (code === 'technique' && quantity.kind === 'length') return;
      if (isExcluded(line, quantity, from, to)) return;
      const { role = 'current', now = false, bound = null } = roles[index] ?? {};
      const id = `m${measurements.length + 1}`;
      measurements.push(
        measurement(line, id, quantity, code === 'history' && role === 'current' && !now ? 'prior' : role, bound),
      );
    });
  }
  return linked(measurements, segmented);
}

/** A quantity is a number with a unit, or behind its name. */
const mayMeasure = ({ inReport }: Signs): boolean =>
  (inReport & SIGN.hidden) !== 0 ||
  ((inReport & (SIGN.digits | SIGN.numeral)) !== 0 && (inReport & (SIGN.unit | SIGN.named)) !== 0);

/** The tokens themselves, where no word hides a number. */
function piecesOf(
  { source, tokens }: Segmented,
  signs: Signs,
  knowledge: Knowledge,
): { readonly pieces: readonly Token[]; readonly signs: Int32Array } {
  if (!(signs.inReport & SIGN.hidden)) return { pieces: tokens, signs: signs.of };
  const words = quantityWords(knowledge);
  const { text } = source;
  const isMeasured = (at: number): boolean =>
    longestForm(words.units, text, tokens, at) !== null || wordOfKind(words, text, tokens, at, 'times') > 0;
  const pieces = numberPieces(text, tokens, isMeasured, knowledge.book);
  return { pieces, signs: signsOfTokens(pieces) };
}

/** Numbers that open a list item stand before the first token of their statement. */
function listNumbers({ tokens, statements }: Segmented): ReadonlySet<number> {
  const marks = new Set<number>();
  for (const { from, span } of statements) {
    for (let at = from - 1; at >= 0 && (tokens[at]?.start ?? -1) >= span[0]; at -= 1)
      marks.add(tokens[at]?.start ?? -1);
  }
  return marks;
}

function measurement(
  { text, pieces }: Line,
  id: string,
  { from, to, kind, unit, values, range }: FoundQuantity,
  role: Measurement['role'],
  bound: Measurement['qualifier'],
): Measurement {
  const start = pieces[from]?.start ?? 0;
  const end = pieces[to - 1]?.end ?? start;
  const length = kind === 'length';
  return {
    id,
    span: [start, end],
    mm: length ? values : null,
    value: length ? null : values.length === 1 ? (values[0] ?? null) : values,
    unit,
    written: text.slice(start, end),
    role,
    qualifier: range ? 'range' : bound,
  };
}

/** An earlier size belongs to the present one in the same statement: "12 mm, previously 9 mm". */
function linked(measurements: readonly Measurement[], { statements }: Segmented): readonly Measurement[] {
  const statementAt = follower(statements);
  const of = measurements.map(({ span }) => statementAt(span[0]));
  return measurements.map((current, at) => {
    if (current.role !== 'current') return current;
    for (const other of [at + 1, at - 1]) {
      const prior = measurements[other];
      if (prior?.role === 'prior' && prior.unit === current.unit && of[other] === of[at] && near(prior, current))
        return { ...current, prior: prior.id };
    }
    return current;
  });
}

const near = (a: Measurement, b: Measurement): boolean =>
  Math.max(a.span[0], b.span[0]) - Math.min(a.span[1], b.span[1]) < 160;

/** Looks places up in order of the text: the pointer only moves forward. */
function follower<T extends { readonly span: Section['span'] }>(ordered: readonly T[]): (at: number) => T | undefined {
  let index = 0;
  return (at) => {
    while (index < ordered.length && (ordered[index]?.span[1] ?? 0) <= at) index += 1;
    const found = ordered[index];
    return found && found.span[0] <= at ? found : undefined;
  };
}
