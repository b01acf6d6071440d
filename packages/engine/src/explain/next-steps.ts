/** Wing 4, explain: each recommendation as a step: what, when, on what condition, with a date only where the report states both date and interval. */
import { adviceTakenBack } from '../advice-taken-back.ts';
import { conceptsById } from '../concepts-by-id.ts';
import type { Recommendation, Span, TimeUnit } from '../document.ts';
import type { NextStep } from '../explanation.ts';
import type { Knowledge, Related } from '../stages.ts';
import { choicesIn, isRoundOf, isTimed, NO_OTHERS } from './next-steps-choices.ts';
import type { Speech } from './speech.ts';
import { boardText } from './step-board.ts';
import { careText, lastingText } from './step-care.ts';
import { dueOf } from './step-due.ts';
import { numberedDenial } from './step-numbered.ts';
import { stepSceneOf } from './step-scene.ts';
import { deniedFor, type StepScene, whatOf } from './step-what.ts';
import { countedFrom, namedWhen, sinceWords } from './step-when.ts';
import {
  ageIn,
  asksUrgently,
  comparesTests,
  deniesScans,
  isContrary,
  orIf,
  soonerIf,
  writtenOf,
} from './step-words.ts';
import { withoutGeneral } from './steps-of-recall.ts';
import { fill } from './template.ts';
import type { Templates } from './templates.ts';

type SpokenSteps = Pick<Speech, 'templates' | 'nameOf' | 'spanWords'>;

/** `isQuoted`: whether a statement is shown in the report's own words. Which steps there are is found in the language that is read. */
export function nextStepsOf(
  related: Related,
  { told, read }: { readonly told: SpokenSteps; readonly read: SpokenSteps },
  knowledge: Knowledge,
  isQuoted: (statement: string) => boolean,
): readonly NextStep[] {
  if (related.recommendations.length === 0) return [];
  const isFinding = (concept: string): boolean => conceptsById(knowledge).get(concept)?.kind === 'finding';
  const found = stepSceneOf(related, knowledge);
  const sceneOf = ({ templates, nameOf, spanWords: words }: SpokenSteps): StepScene => ({
    ...found,
    templates,
    words,
    nameOf: (concept) => (isFinding(concept) ? nameOf(concept) : undefined),
  });
  const scene = sceneOf(read);
  const choices = choicesIn(related, knowledge, scene.said);
  const takenBack = adviceTakenBack(related, knowledge);
  const asked = related.recommendations.filter(
    (one) => !choices.second.has(one.id) && !takenBack.has(one.id) && !isRoundOf(one, related.recommendations),
  );
  const steps = asked.map((recommendation): NextStep => {
    const isUnnamed = scene.unnamed.has(recommendation.id);
    const isUntold =
      recommendation.action === 'other' && !recommendation.care && !recommendation.relatives && !isUnnamed;
    const isTold = isUntold && !isQuoted(recommendation.statement);
    const others = choices.others.get(recommendation.id) ?? NO_OTHERS;
    const step = stepTextOf(recommendation, scene, isTold, { others });
    return {
      text: step,
      recommendation: recommendation.id,
      due: others.every((other) => isTimed(recommendation, other)) ? dueOf(recommendation, related.study.date) : null,
      basis: basisOf(recommendation),
    };
  });
  const kept = withoutGeneral(onceEach(steps, asked, related), scene, knowledge);
  if (told === read) return kept;
  const retold = sceneOf(told);
  const byId = new Map(related.recommendations.map((one) => [one.id, one]));
  return kept.map((step) => {
    const recommendation = byId.get(step.recommendation);
    return recommendation
      ? {
          ...step,
          text: stepTextOf(recommendation, retold, false, {
            others: choices.others.get(recommendation.id) ?? NO_OTHERS,
          }),
        }
      : step;
  });
}

interface AsStep {
  /** what may be done instead */
  readonly others: readonly Recommendation[];
}

/** What is asked for, when and on what condition; `isTold`: advice on care that its statement tells in plain words; `step`: as a step of its own, which says all that its statement says of it. */
export function stepTextOf(
  recommendation: Recommendation,
  scene: StepScene,
  isTold: boolean,
  step: AsStep | null = null,
): string {
  const { related, templates, words, said } = scene;
  const own = recommendation.condition?.span;
  const plain = (span: Span): string => words?.plain(span) ?? writtenOf(span, related.source.text);
  const numbered = numberedDenial(recommendation, related);
  if (numbered) return numberedText(numbered, scene);
  const condition = own ? (isContrary(recommendation, related, said) ? templates.ifNot : plain(own)) : '';
  const choice = [recommendation, ...(step?.others ?? NO_OTHERS)];
  const isOneTime = choice.every((one) => isTimed(recommendation, one));
  const things = choice.map((one) => (isOneTime ? whatOf(one, scene) : timedWhat(one, scene)));
  const sooner = step && soonerIf(recommendation, related, said);
  const either = own ? null : orIf(recommendation, related, said);
  const conditions = [
    own && condition ? conditioned(own, condition, scene) : '',
    either
      ? fill(templates.conditioned, { condition: `${templates.or}${templates.gap}${lowerFirst(plain(either))}` })
      : '',
    sooner ? fill(templates.sooner, { condition: lowerFirst(plain(sooner)) }) : '',
  ];
  const { relatives } = templates;
  const all = recommendation.relatives
    ? fill(relatives.step.replace('{condition}', conditions.join('')), {})
    : conditions.join('');
  if (recommendation.relatives && recommendation.action === 'other')
    return fill(relatives.alone, { condition: conditions.join('') });
  if (recommendation.board)
    return boardText(
      recommendation,
      isOneTime ? when(recommendation, scene, step !== null) : '',
      conditions.join(''),
      templates,
    );
  if (recommendation.care) return careText(recommendation.care, recommendation, conditions.join(''), scene);
  return fill(isTold ? templates.stepCare : textFor(recommendation, scene), {
    strength: templates.stepStrength[recommendation.strength],
    what: listed(things, templates),
    when: isOneTime ? when(recommendation, scene, step !== null) : '',
    thing: recommendation.action === 'none-needed' ? (deniedFor(recommendation, scene) ?? '') : '',
    condition: all,
  });
}

/** Told as the report says it; in another language than its own, in its own words. */
const numberedText = (span: Span, { related, templates, words }: StepScene): string =>
  templates.headlineAsWritten === undefined
    ? fill(templates.normal, { text: `${words?.plain(span) ?? writtenOf(span, related.source.text)}.` })
    : fill(templates.notExplained, { text: related.source.text.slice(...span) });

/** ", if low risk"; "Low risk: …" is for those whom it names, in the words of the report. */
function conditioned(own: Span, condition: string, { related, templates, said }: StepScene): string {
  const { text } = related.source;
  const written = writtenOf(own, text);
  if (templates.unless !== '' && said.unless.includes(written.split(' ')[0]?.toLowerCase() ?? ''))
    return fill(templates.unless, { condition: written });
  const isLabel = templates.labelled !== '' && text.slice(own[1]).trimStart().startsWith(':');
  return isLabel
    ? fill(templates.labelled, { condition: written })
    : fill(templates.conditioned, { condition: lowerFirst(condition) });
}

/** "A CT scan, a PET scan or a tissue sample" */
function listed(things: readonly string[], { gap, or }: Templates): string {
  const comma = gap === '' ? '、' : `,${gap}`;
  const last = things.at(-1) ?? '';
  return things.length < 2 ? last : `${things.slice(0, -1).join(comma)}${gap}${or}${gap}${last}`;
}

/** "A CT scan in 3 months", in the order of the language. */
function timedWhat(recommendation: Recommendation, scene: StepScene): string {
  const { step, gap } = scene.templates;
  const [what, time] = [whatOf(recommendation, scene), when(recommendation, scene, true)];
  if (time === '') return what;
  const isAhead = step.imaging.indexOf('{when}') < step.imaging.indexOf('{what}');
  return isAhead ? `${time}${gap}${what}` : `${what}${gap}${time.trim()}`;
}

/** What is denied for one thing may be asked for another. */
const asksElsewhere = ({ statement }: Recommendation, { recommendations }: Related): boolean =>
  recommendations.some((other) => other.action !== 'none-needed' && other.statement !== statement);

/** "Laboratory correlation" compares; "a biopsy is not advised" says nothing of other steps. */
function textFor(recommendation: Recommendation, { related, templates, words, said, unnamed }: StepScene): string {
  const { action, modality, span } = recommendation;
  const kind = unnamed.get(recommendation.id);
  if (kind) return kind === 'look' ? templates.stepLook : templates.stepCompare;
  if (action === 'laboratory' && comparesTests(related, span, said)) return templates.step['clinical-correlation'];
  if (action === 'none-needed' && (modality !== null || words?.procedure(span)))
    return asksElsewhere(recommendation, related) ? templates.stepNotAdvisedFor : templates.stepNotAdvised;
  if (action === 'none-needed' && deniesScans(related, span, said)) return templates.stepNoScan;
  return templates.step[action];
}

/** What is asked for in the findings and again in the impression is one step; what two items of the impression ask for are two, except that care is not named and so told once. */
function onceEach(
  steps: readonly NextStep[],
  recommendations: readonly Recommendation[],
  { impression }: Related,
): readonly NextStep[] {
  const items = new Map(impression.flatMap(({ statements, rank }) => statements.map((id) => [id, rank] as const)));
  const care = new Set(recommendations.filter(({ action }) => action === 'other').map(({ id }) => id));
  const isCare = ({ recommendation }: NextStep): boolean => care.has(recommendation);
  const kept: { step: NextStep; rank: number | undefined }[] = [];
  steps.forEach((step, at) => {
    const rank = items.get(recommendations[at]?.statement ?? '');
    const same = kept.find(
      (one) =>
        isSame(one.step, step) && (isCare(step) || one.rank === rank || one.rank === undefined || rank === undefined),
    );
    if (same && isCare(step)) return;
    if (!same) kept.push({ step, rank });
    else {
      same.step = { ...same.step, basis: [...same.step.basis, ...step.basis] };
      same.rank ??= rank;
    }
  });
  return kept.map(({ step }) => step);
}

const isSame = (one: NextStep, other: NextStep): boolean =>
  one.text === other.text && one.due?.latest === other.due?.latest;

const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? (text[0] ?? '').toLowerCase() + text.slice(1) : text;

const basisOf = ({ span, condition }: Recommendation): NextStep['basis'] =>
  condition && (condition.span[0] < span[0] || condition.span[1] > span[1]) ? [span, condition.span] : [span];

/** When it is asked for: counted, named, or both. */
function when(recommendation: Recommendation, scene: StepScene, isStep: boolean): string {
  const { on } = recommendation;
  const counted = on && !recommendation.interval ? '' : countedWhen(recommendation, scene, isStep);
  const named = on ? namedWhen(on, scene.templates) : '';
  return counted && named ? `${counted}${scene.templates.gap}${named}` : counted || named;
}

function countedWhen(recommendation: Recommendation, scene: StepScene, isStep: boolean): string {
  const { templates } = scene;
  const { interval, repeat, since, lasting } = recommendation;
  if (!interval && !isStep) return '';
  if (!interval) return atAge(recommendation, scene) ?? urgently(recommendation, scene);
  const { min, max, unit } = interval;
  const places = { min: String(min), max: String(max ?? ''), unit: name(templates, unit, max ?? min) };
  if (max === 0) return templates.interval.now;
  if (since && !repeat) return fill(countedFrom(min, max, templates), { ...places, since: sinceWords(since, scene) });
  if (repeat)
    return `${fill(everyOf(min, max, templates), places)}${isStep && lasting ? lastingText(lasting, templates) : ''}`;
  if (max === null) return `${fill(templates.interval.atLeast, places)}`;
  if (min === 0) return `${fill(templates.interval.within, places)}`;
  // "at 1, 3 and 5 years" is no range
  const { times = [] } = recommendation;
  if (times.length > 1) return fill(templates.interval.exact, { ...places, min: pointsOf(times, templates) });
  return `${fill(min === max ? templates.interval.exact : templates.interval.range, places)}`;
}

/** "1, 3 and 5" */
function pointsOf(times: readonly number[], { gap, and }: Templates): string {
  const comma = gap === '' ? '、' : `,${gap}`;
  return `${times.slice(0, -1).join(comma)}${gap}${and}${gap}${times.at(-1)}`;
}

/** "Urgent MRI": asked for soon, without a time. */
const urgently = ({ span, action }: Recommendation, { related, templates, said }: StepScene): string =>
  action !== 'none-needed' && asksUrgently(related, span, said) ? templates.interval.urgent : '';

/** "Repeat scan at 32 weeks" */
function atAge({ span }: Recommendation, { related, templates, said }: StepScene): string | null {
  const age = ageIn(related, span, said);
  if (!age) return null;
  const { at, atAge } = templates.interval;
  return fill(age.isChild ? atAge : at, { min: age.weeks, max: age.weeks, unit: name(templates, 'week', 2) });
}

/** "Every month", "every 6 months", "every 3 to 6 months" */
const everyOf = (min: number, max: number | null, { interval }: Templates): string =>
  min === 1 && max === 1 ? interval.each : max === null || min === max ? interval.repeat : interval.repeatRange;

const name = (templates: Templates, unit: TimeUnit, count: number): string =>
  templates.units[unit][count === 1 ? 0 : 1] ?? '';
