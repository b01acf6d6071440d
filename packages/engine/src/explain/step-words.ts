/** Wing 4, explain: what the words of an advice say of its step, beside what was read: urgently, sooner, again, one or the other. */
import type { ReadingKnowledge } from '@readingscan/knowledge';
import type { Recommendation, Span } from '../document.ts';
import { firstNotBefore } from '../order.ts';
import type { Knowledge, Related } from '../stages.ts';

type Words = ReadingKnowledge['documents']['recommendations']['steps'];
export type StepWords = Words & {
  readonly weeks: readonly string[];
  readonly views: readonly string[];
};

export const stepWordsOf = ({ documents: { recommendations } }: ReadingKnowledge): StepWords => ({
  ...recommendations.steps,
  views: recommendations.words.views,
  weeks: recommendations.units.flatMap(({ unit, match }) => (unit === 'week' ? match : [])),
});

/** The tokens of an advice. */
export function wordsIn({ tokens }: Related, [start, end]: Span): Related['tokens'] {
  const from = firstNotBefore(tokens, (token) => token.start < start);
  return tokens.slice(
    from,
    firstNotBefore(tokens, (token) => token.end <= end, from),
  );
}

/** "Laboratory correlation" compares what is known. */
export function comparesTests(related: Related, span: Span, { laboratory, compares }: StepWords): boolean {
  const words = wordsIn(related, span);
  return words.some(({ norm }) => laboratory.includes(norm)) && words.some(({ norm }) => compares.includes(norm));
}

export const asksAgain = (related: Related, span: Span, { again }: StepWords): boolean =>
  wordsIn(related, span).some(({ norm }) => again.includes(norm));

/** "Admit under the surgeons" */
export const asksAdmission = (related: Related, span: Span, { admission }: StepWords): boolean =>
  wordsIn(related, span).some(({ norm }) => admission.includes(norm));

/** "Return to routine screening" */
export const asksScreening = (related: Related, span: Span, { screening }: StepWords): boolean =>
  wordsIn(related, span).some(({ norm }) => screening.includes(norm));

/** "Further imaging" */
export const asksFurther = (related: Related, span: Span, { further }: StepWords): boolean =>
  wordsIn(related, span).some(({ norm }) => further.includes(norm));

/** "Imaging follow-up": the sort of test is left open. */
export function asksPictures(related: Related, span: Span, { pictures, tests }: StepWords): boolean {
  const words = wordsIn(related, span);
  return words.some(({ norm }) => pictures.includes(norm)) && !words.some(({ norm }) => tests.includes(norm));
}

/** "No further imaging" */
export const deniesScans = (related: Related, span: Span, { scans }: StepWords): boolean =>
  wordsIn(related, span).some(({ norm }) => scans.includes(norm));

/** "Further views" of a breast. */
export const asksViews = (related: Related, span: Span, { views }: StepWords): boolean =>
  wordsIn(related, span).some(({ norm }) => views.includes(norm));

/** "Urgent MRI"; not "non-urgent", nor "emergency department". */
export function asksUrgently(related: Related, span: Span, { urgent, names, denials }: StepWords): boolean {
  const words = wordsIn(related, span);
  return words.some(
    ({ norm }, at) =>
      urgent.includes(norm) &&
      !names.includes(words[at + 1]?.norm ?? '') &&
      !words.slice(Math.max(0, at - 2), at).some((before) => denials.includes(before.norm)),
  );
}

/** "CT or MRI": the first link of the two leaves the choice; "MRI in 6 months or sooner" does not. */
export function leavesChoice(related: Related, span: Span, { links, choices, sooner }: StepWords): boolean {
  const words = wordsIn(related, span);
  const link = words.findIndex(({ norm }) => links.includes(norm));
  return choices.includes(words[link]?.norm ?? '') && !sooner.includes(words[link + 1]?.norm ?? '');
}

/** "CT, PET/CT or biopsy": as many things as are asked for, with "or" before the last and no "and" among them. */
export function isChoice(
  related: Related,
  span: Span,
  count: number,
  { reading }: Knowledge,
  { links, choices }: StepWords,
): boolean {
  const named = related.matches.concept.filter(
    ({ start, end, entry }) => start >= span[0] && end <= span[1] && ASKED.has(reading.concepts[entry]?.kind ?? ''),
  );
  if (named.length !== count) return false;
  return named.slice(1).every(({ start }, at) => {
    const between = wordsIn(related, [named[at]?.end ?? start, start]).filter(({ norm }) => links.includes(norm));
    const isLast = at === count - 2;
    const chosen = between.some(({ norm }) => choices.includes(norm));
    return (
      between.every(({ norm }) => norm === ',' || choices.includes(norm)) && (isLast ? chosen : between.length > 0)
    );
  });
}

const ASKED: ReadonlySet<string> = new Set(['test', 'procedure']);

/** "In 3 months or sooner if symptoms worsen": the condition. */
export const soonerIf = (recommendation: Recommendation, related: Related, said: StepWords): Span | null =>
  conditionBehind(recommendation, related, said, said.sooner);

/** "…; otherwise surgical referral" behind "if benign …": if not. */
export function isContrary(recommendation: Recommendation, related: Related, { contrary, unless }: StepWords): boolean {
  const { condition, statement } = recommendation;
  const own = condition && related.statements.find(({ id }) => id === statement);
  if (!own || !contrary.includes(related.source.text.slice(...condition.span).toLowerCase())) return false;
  return wordsIn(related, [own.span[0], condition.span[0]]).some(
    ({ norm }) => IFS.includes(norm) || unless.includes(norm),
  );
}

/** "At 6 hours or if the score falls": the condition. */
export const orIf = (recommendation: Recommendation, related: Related, said: StepWords): Span | null =>
  conditionBehind(recommendation, related, { conditions: IFS }, said.choices);

/** "or with contrast" is none */
const IFS: StepWords['conditions'] = ['if', 'when', 'should'];

function conditionBehind(
  { interval, span }: Recommendation,
  related: Related,
  { conditions }: Pick<StepWords, 'conditions'>,
  before: readonly string[],
): Span | null {
  if (!interval) return null;
  const words = wordsIn(related, span);
  const at = words.findIndex(({ norm }, i) => before.includes(norm) && conditions.includes(words[i + 1]?.norm ?? ''));
  const first = words[at + 1];
  if (at < 0 || !first) return null;
  const stop = words.findIndex(({ norm }, i) => i > at && /^[,);]$/.test(norm));
  const last = words[(stop < 0 ? words.length : stop) - 1];
  return last ? [first.start, last.end] : null;
}

/** The weeks of a pregnancy, or of a child's life, as written: "repeat scan at 32 weeks", "at 18-20 weeks" is counted from no scan. */
export function ageIn(
  related: Related,
  span: Span,
  said: StepWords,
): { readonly weeks: string; readonly isChild: boolean } | null {
  const words = wordsIn(related, span);
  const slash = words.findIndex(({ norm }, i) => norm === '/' && words[i + 1]?.norm === WHOLE);
  const weeks = words[slash - 1];
  if (weeks?.kind === 'number') return { weeks: related.source.text.slice(weeks.start, weeks.end), isChild: false };
  for (let at = 0; at < words.length; at += 1) {
    const from = words[at + 1];
    if (!said.at.includes(words[at]?.norm ?? '') || from?.kind !== 'number') continue;
    const isRange = words[at + 3]?.kind === 'number' && RANGE.has(words[at + 2]?.norm ?? '');
    let last = isRange ? at + 3 : at + 1;
    // "at 28, 32 and 36 weeks"
    while (!isRange && said.links.includes(words[last + 1]?.norm ?? '') && words[last + 2]?.kind === 'number')
      last += 2;
    const to = words[last];
    const unit = last + 1;
    if (!to || !said.weeks.includes(words[unit]?.norm ?? '')) continue;
    const isChild = words.slice(unit + 1, unit + 3).some(({ norm }) => said.age.includes(norm));
    const numbers = words.slice(at + 1, unit).filter(({ kind }) => kind === 'number');
    const written = related.source.text.slice(from.start, to.end);
    return { weeks: isRange ? written : numbers.map(({ norm }) => norm).join(', '), isChild };
  }
  return null;
}

/** "32/40" */
const WHOLE = '40';

const RANGE: ReadonlySet<string> = new Set(['-', '–', 'to']);

/** Where the words of the second, third … of several things begin: "colonoscopy" of "EGD and colonoscopy". Null where there are not so many. */
export function behindLink(related: Related, span: Span, nth: number, { links }: StepWords): Span | null {
  let left = nth;
  for (const { norm, end } of wordsIn(related, span)) {
    if (links.includes(norm)) left -= 1;
    if (left === 0) return [end, span[1]];
  }
  return null;
}

/** Words as written, on one line, without their stop. */
export const writtenOf = (span: Span, text: string): string =>
  text
    .slice(...span)
    .replace(/\s+/g, ' ')
    .replace(/[\s.,;]+$/, '');
