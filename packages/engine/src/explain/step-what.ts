/** Wing 4, explain: what a next step is of, and with whom: "a visit with a urinary doctor", "a thin-needle sample of the breast". */
import type { Finding, Recommendation, Span } from '../document.ts';
import type { Related } from '../stages.ts';
import type { Unnamed } from './quoted.ts';
import type { SpanWords } from './sentence/span-words.ts';
import { moveOf } from './step-move.ts';
import {
  asksAdmission,
  asksAgain,
  asksFurther,
  asksPictures,
  asksScreening,
  asksViews,
  behindLink,
  type StepWords,
  wordsIn,
} from './step-words.ts';
import { fill } from './template.ts';
import type { Templates } from './templates.ts';

export interface StepScene {
  readonly related: Related;
  readonly templates: Templates;
  readonly words: SpanWords | null;
  /** words of the report that say more of a step */
  readonly said: StepWords;
  /** advice that names no test, by its id */
  readonly unnamed: ReadonlyMap<string, Unnamed>;
  /** regions of which one side can be asked for, and the side or sides that words name */
  readonly sided: ReadonlySet<string>;
  readonly sideOf: (span: Span) => 'left' | 'right' | 'both' | null;
  /** the plain name of a finding; none for a test or an organ */
  readonly nameOf: (concept: string) => string | undefined;
}

/** The thing asked for, with its article and its part of the body. */
export function whatOf(recommendation: Recommendation, scene: StepScene): string {
  const { related, templates, words } = scene;
  const { action, modality, span } = recommendation;
  const { stepWhat } = templates;
  if (action === 'referral') {
    const who = words?.team(ownSpan(recommendation, scene));
    if (asksAdmission(related, span, scene.said))
      return who ? fill(stepWhat.admissionWith, { who }) : stepWhat.admission;
    return who ? fill(stepWhat.visitWith, { who }) : stepWhat.visit;
  }
  if (action === 'biopsy') return `${sampleOf(recommendation, scene)}${partOf(recommendation, scene)}`;
  if (action === 'procedure')
    return (
      moveOf(recommendation, scene) ??
      namedBy(scene.said.taps, recommendation, scene) ??
      words?.procedure(ownSpan(recommendation, scene), modality === null) ??
      words?.device(ownSpan(recommendation, scene)) ??
      namedBy(scene.said.deeds, recommendation, scene) ??
      stepWhat.procedure
    );
  if (action === 'none-needed' && modality === null)
    return words?.procedure(span) ?? deniedFor(recommendation, scene) ?? stepWhat.neededForThis;
  if (modality === 'MG' && action !== 'none-needed' && asksViews(related, span, scene.said))
    return stepWhat.mammogramViews;
  if (modality === null && action === 'surveillance' && asksScreening(related, span, scene.said))
    return stepWhat.screening;
  if (modality === null && action === 'imaging' && asksFurther(related, span, scene.said)) return stepWhat.morePictures;
  if (action !== 'none-needed' && asksPictures(related, span, scene.said))
    return `${stepWhat.followUpPictures}${partOf(recommendation, scene)}`;
  const ultrasound = modality === 'US' ? namedBy(scene.said.ultrasounds, recommendation, scene) : null;
  const test = ultrasound ?? templates.modalities[modality ?? 'none'] ?? templates.modalities.none ?? '';
  const again = recommendation.repeat === undefined && isAgain(recommendation, scene);
  const named = again && action !== 'none-needed' ? fill(stepWhat.again, { test: test.replace(/^an? /, '') }) : test;
  return `${named}${modality === null || templates.regionless.includes(modality) ? '' : partOf(recommendation, scene)}`;
}

/** By the name of what one of its words asks for: "aspirate if symptomatic", "EUS". */
function namedBy(kinds: StepWords['deeds'], { span }: Recommendation, { related, words }: StepScene): string | null {
  const named = wordsIn(related, span);
  const kind = kinds.find(({ match }) => named.some(({ norm }) => match.includes(norm)));
  return (kind && words?.concept(kind.concept)) ?? null;
}

/** "EGD and colonoscopy": of two in one clause, the second is named behind the link. */
function ownSpan({ id, span, action }: Recommendation, { related, said }: StepScene): Span {
  const beside = related.recommendations.filter(
    (one) => one.action === action && one.span[0] === span[0] && one.span[1] === span[1],
  );
  const nth = beside.findIndex((one) => one.id === id);
  return (nth > 0 && behindLink(related, span, nth, said)) || span;
}

/** "A thin-needle sample (biopsy)": the kind where the report names it. */
function sampleOf(recommendation: Recommendation, scene: StepScene): string {
  const { words, templates } = scene;
  const named = words?.procedure(ownSpan(recommendation, scene));
  const isSample = named?.includes(templates.stepWhat.sample) === true;
  return named && isSample && !templates.stepWhat.biopsy.startsWith(named) ? named : templates.stepWhat.biopsy;
}

/** " of the bile ducts", " of the chest and belly" */
function partOf({ region, span }: Recommendation, { templates, sideOf, sided }: StepScene): string {
  if (!region) return '';
  const names = partsIn(region, templates).map((part) => templates.regions[part] ?? part);
  const list =
    names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${templates.and} ${names.at(-1)}`;
  const side = sided.has(region) ? sideOf(span) : null;
  return `${templates.gap}${fill(side ? templates.regionSide[side] : templates.region, { region: list })}`;
}

/** "Thoracic spine pelvis" names two parts; where one is not known, all of it stays one. */
function partsIn(region: string, { regions, bodyParts }: Templates): readonly string[] {
  const isPart = (name: string): boolean => regions[name] !== undefined || bodyParts.includes(name);
  if (regions[region] !== undefined) return [region];
  const words = region.split(' ');
  const parts: string[] = [];
  for (let at = 0; at < words.length; ) {
    const [one, two] = [words[at] ?? '', words.slice(at, at + 2).join(' ')];
    const part = at + 1 < words.length && isPart(two) ? two : one;
    if (!isPart(part)) return [region];
    parts.push(part);
    at += part === one ? 1 : 2;
  }
  return parts;
}

/** Whether the statement asks for the same once more. */
const isAgain = ({ id, span }: Recommendation, { related, said }: StepScene): boolean =>
  asksAgain(related, span, said) &&
  related.recommendations.find((one) => one.span[0] === span[0] && one.action !== 'laboratory')?.id === id;

/** "For the cyst on the left": what needs no step, where the statement, or the one right before it in its section, names one thing that is there. */
export function deniedFor(
  { span, statement }: Recommendation,
  { related, nameOf, templates, said }: StepScene,
): string | null {
  const { statements } = related;
  // a test or a sample is what is denied
  const findings = related.findings.filter(({ concept }) => nameOf(concept) !== undefined);
  const at = statements.findIndex(({ id }) => id === statement);
  const [here, before] = [statements[at], statements[at - 1]];
  const within = findings.filter((finding) => finding.span[0] >= span[0] && finding.span[1] <= span[1]);
  // "Left cyst - no sample or follow-up needed"
  const own = within.length > 0 ? within : findings.filter((finding) => finding.statement === statement);
  const follows = before !== undefined && before.section === here?.section && before.item === here.item;
  const named = own.length > 0 || !follows ? own : findings.filter((finding) => finding.statement === before.id);
  const told = named.filter(({ assertion }) => own.length > 0 || assertion.presence !== 'absent');
  // "A lesion, likely a cyst", "a cyst, most likely the cause of the pain"
  const sure = told.filter(({ assertion }) => assertion.certainty === 'definite');
  const [only, more] = sure.length > 0 ? sure : told;
  const isThere = only?.assertion.presence === 'present' && only.assertion.temporality === 'current';
  const what = only && !more && isThere ? nameOf(only.concept) : undefined;
  if (!only || !what) return null;
  const opening = here ? wordsIn(related, [here.span[0], only.span[0]]) : [];
  // "no other test for the cyst" is of the cyst itself
  const other = opening.findIndex(
    ({ norm }, at) => said.others.includes(norm) && !said.denials.includes(opening[at - 1]?.norm ?? ''),
  );
  // "other than the cyst": all but that
  if (other >= 0 && said.otherThan.includes(opening[other + 1]?.norm ?? '')) return null;
  if (other >= 0) return fill(templates.stepWhat.neededForOthers, { what });
  const side = sideWithin(only, within.length > 0 ? span : (here?.span ?? span));
  return fill(side ? templates.stepWhat.neededForSide[side] : templates.stepWhat.neededFor, { what });
}

/** The one side of a finding, where these very words name it. */
function sideWithin({ anatomy }: Finding, [start, end]: Span): 'left' | 'right' | null {
  const named = anatomy.filter(({ span }) => start <= span[0] && span[1] <= end);
  const [only, more] = new Set(named.map(({ laterality }) => laterality).filter((side) => side !== null));
  return more === undefined && (only === 'left' || only === 'right') ? only : null;
}
