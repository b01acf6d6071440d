/** Wing 4, explain: things of which one is asked for, "CT, PET/CT or biopsy": they are one step. */
import { LOOKS } from '../advice-taken-back.ts';
import type { Recommendation } from '../document.ts';
import type { Knowledge, Related } from '../stages.ts';
import { isChoice, leavesChoice, type StepWords } from './step-words.ts';

export const NO_OTHERS: readonly Recommendation[] = [];

interface Choices {
  /** by the first of several, the others: "CT or MRI" */
  readonly others: ReadonlyMap<string, readonly Recommendation[]>;
  readonly second: ReadonlySet<string>;
}

/** "CT or MRI is recommended", "CT, PET/CT or biopsy": entries of one clause that leave the choice are one step. */
export function choicesIn(related: Related, knowledge: Knowledge, said: StepWords): Choices {
  const { recommendations } = related;
  const others = new Map<string, readonly Recommendation[]>();
  const second = new Set<string>();
  for (let at = 0; at + 1 < recommendations.length; ) {
    const one = recommendations[at];
    const group: Recommendation[] = [];
    for (let i = at + 1; i < recommendations.length; i += 1) {
      const next = recommendations[i];
      if (!one || !next || !isBeside(one, next)) break;
      group.push(next);
    }
    const [only, more] = group;
    const leaves =
      one !== undefined &&
      only !== undefined &&
      (isChoice(related, one.span, group.length + 1, knowledge, said) ||
        (isAlike(one, only) && !isAlike(only, more) && leavesChoice(related, one.span, said)));
    if (one && only && leaves) {
      const chosen = isChoice(related, one.span, group.length + 1, knowledge, said) ? group : [only];
      others.set(one.id, chosen);
      for (const { id } of chosen) second.add(id);
    }
    at += group.length + 1;
  }
  return { others, second };
}

/** Asked for in one clause, as strongly and on the same condition, and not one thing at several times. */
const isBeside = (one: Recommendation, other: Recommendation): boolean =>
  one.span[0] === other.span[0] &&
  one.span[1] === other.span[1] &&
  CHOSEN.has(one.action) &&
  CHOSEN.has(other.action) &&
  one.strength === other.strength &&
  one.condition?.span[0] === other.condition?.span[0] &&
  (one.action !== other.action || one.modality !== other.modality);

const CHOSEN: ReadonlySet<Recommendation['action']> = new Set(['imaging', 'procedure', 'surveillance', 'biopsy']);

/** "Annual screening in 12 months": the regular check whose next time is asked for in the same words. */
export const isRoundOf = (one: Recommendation, all: readonly Recommendation[]): boolean =>
  one.repeat === true &&
  inMonths(one) !== null &&
  all.some(
    (next) =>
      next.repeat !== true &&
      next.statement === one.statement &&
      LOOKS.has(next.action) &&
      LOOKS.has(one.action) &&
      next.modality === one.modality &&
      next.region === one.region &&
      inMonths(next) === inMonths(one),
  );

const inMonths = ({ interval }: Recommendation): number | null =>
  interval === null || interval.min !== interval.max || !(interval.unit === 'year' || interval.unit === 'month')
    ? null
    : interval.min * (interval.unit === 'year' ? 12 : 1);

export const isTimed = (one: Recommendation, other: Recommendation): boolean =>
  one.interval?.min === other.interval?.min &&
  one.interval?.max === other.interval?.max &&
  one.interval?.unit === other.interval?.unit;

const isAlike = (one: Recommendation, other: Recommendation | undefined): boolean =>
  other !== undefined &&
  isBeside(one, other) &&
  one.action === other.action &&
  one.action !== 'biopsy' &&
  one.interval?.min === other.interval?.min &&
  one.interval?.max === other.interval?.max;
