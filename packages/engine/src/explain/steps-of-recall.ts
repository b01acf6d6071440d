/** Wing 4, explain: a breast report of category 0 asks for more pictures in several ways; where it names them, that is one step for each. */
import type { Recommendation } from '../document.ts';
import type { NextStep } from '../explanation.ts';
import type { Knowledge } from '../stages.ts';
import type { StepScene } from './step-what.ts';
import { asksViews } from './step-words.ts';

/** "Incomplete: additional imaging needed" and "additional views" go with the test that the report names beside them. */
export function withoutGeneral(
  steps: readonly NextStep[],
  { related, said }: StepScene,
  { reading }: Knowledge,
): readonly NextStep[] {
  const isRecall = related.scores.some(
    ({ system, category, temporality }) => system === 'BI-RADS' && category === '0' && temporality === 'current',
  );
  if (!isRecall || steps.length < 2) return steps;
  const byId = new Map(related.recommendations.map((one) => [one.id, one]));
  const adviceOf = (step: NextStep): Recommendation | undefined => byId.get(step.recommendation);
  const rankOf = (step: NextStep): number => {
    const one = adviceOf(step);
    if (!one || !isLook(one)) return -1;
    if (!namesTest(one)) return 0;
    return one.modality === 'MG' || one.modality === 'XR' ? (asksViews(related, one.span, said) ? 2 : 1) : 3;
  };
  function namesTest({ span, modality }: Recommendation): boolean {
    const isNamed = related.matches.concept.some(
      ({ start, end, entry }) => start >= span[0] && end <= span[1] && reading.concepts[entry]?.kind === 'test',
    );
    return modality !== null && (isNamed || asksViews(related, span, said));
  }
  const named = steps.filter((step) => rankOf(step) > 0);
  const views = steps.find((step) => rankOf(step) === 2);
  const into = (step: NextStep): NextStep | undefined =>
    rankOf(step) === 0 ? named[0] : rankOf(step) === 1 ? views : undefined;
  if (named.length === 0) return steps;
  return steps
    .filter((step) => !into(step))
    .map((step) => {
      const more = steps.filter((one) => into(one) === step).flatMap(({ basis }) => basis);
      return more.length > 0 ? { ...step, basis: [...step.basis, ...more] } : step;
    });
}

/** Asked for now, whatever comes of it. */
const isLook = ({ action, interval, condition, on, repeat }: Recommendation): boolean =>
  action === 'imaging' && !interval && !condition && !on && !repeat;
