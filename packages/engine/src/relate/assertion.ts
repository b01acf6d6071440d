/** Wing 3, relate: is what a statement names present, absent, possible, past, somebody else's? ConText: cue, direction, scope, termination. */
import { EMPTY_LIST } from '../alike.ts';
import type { Assertion, Change, Span } from '../document.ts';
import { matchesWithin } from '../lexicon.ts';
import { firstNotBefore } from '../order.ts';
import { sectionsById } from '../sections-by-id.ts';
import type { Knowledge, Recognized, SegmentedStatement } from '../stages.ts';
import { listed } from '../word-lists.ts';
import { askedTest, soughtBy } from './assertion/asked-test.ts';
import { type ChangeReach, changeFor, changeReaches } from './assertion/change.ts';
import { type Category, type Cues, cuesOf, firstBehind, type PlacedCue } from './assertion/cues.ts';
import { decide, isSettled, type Reaching } from './assertion/decide.ts';
import { exceptedBehind } from './assertion/excepted.ts';
import { bitsAt, type Ground, groundOf, normAt, tokenAfter, tokenBehind, wallAt } from './assertion/ground.ts';
import { headingCues } from './assertion/heading.ts';
import { isBeside, isHost } from './assertion/hosts.ts';
import { isLimitedView } from './assertion/limited-view.ts';
import { alternativeTo } from './assertion/lists.ts';
import { nearby } from './assertion/nearby.ts';
import { forwardEnd, forwardStart } from './assertion/scope.ts';
import { backwardStart } from './assertion/scope-behind.ts';
import { isSpared, pivotOf } from './assertion/sides.ts';
import { sizeChange, yearAfter } from './assertion/size-change.ts';
import { doneBefore, treatedBefore } from './assertion/treated.ts';
import { ADD, GENITIVE, JOIN, LINK } from './assertion/word-classes.ts';

export interface Asserted {
  readonly assertion: Assertion;
  readonly change: Change | null;
  /** where what is denied elsewhere is left out, and so is there: "except in the calf" */
  readonly excepted?: Span;
}

interface Scope {
  /** first token of the cue */
  readonly at: number;
  readonly cue: PlacedCue;
  readonly category: Category;
  readonly side: 'forward' | 'backward';
  readonly from: number;
  readonly to: number;
}

/** Cues that may be part of the target's own words and still be said of it: "healed fracture", "probable cyst". */
const WITHIN = new Set<Category>(['historical', 'likely', 'possible', 'suspected', 'unlikely']);
/** A heading that dates or attributes makes no question of what is under it. */
const DATED = new Set<Category>(['historical', 'other-person']);
const DENYING = new Set<Category>(['negated', 'hedged-negated']);
const ASKED = new Set<Category>(['hypothetical', 'conditional', 'future']);

/** One answer for each target, in order. Targets are spans inside the statement. */
export function assertTargets(
  recognized: Recognized,
  statement: SegmentedStatement,
  targets: readonly Span[],
  knowledge: Knowledge,
): readonly Asserted[] {
  if (targets.length === 0) return EMPTY_LIST;
  const opens = withBox(recognized, statement, knowledge);
  const ground = groundOf(recognized, opens, withAnswer(recognized, statement), knowledge);
  const section = sectionsById(recognized).get(statement.section);
  const heading = section?.heading ? headingCues(recognized, section.heading, ground, knowledge) : NOTHING;
  const request = section?.code === 'history' && !heading.some(({ category }) => DATED.has(category));
  const cues = cuesOf(ground, recognized.matches, request, knowledge);
  const scopes = scopesOf(ground, cues);
  const changes = changesOf(ground, cues, scopes);
  const said: Said = {
    ground,
    cues,
    knowledge,
    request,
    isAdvice: section?.code === 'recommendation',
    scopes,
    changes,
    above: heading.length > 0 && endsPast(cues) ? heading.filter(({ category }) => category !== 'historical') : heading,
  };
  const sized = changes.length === 0 ? sizeChange(recognized.measurements, statement.span, targets) : null;
  const answers: Asserted[] = [];
  for (const target of targets)
    answers.push(answerFor(said, target, sized?.target === answers.length ? sized.change : null));
  return answers;
}

const NOTHING: readonly Reaching[] = EMPTY_LIST;

/** What acts in a statement. */
interface Said {
  readonly ground: Ground;
  readonly cues: Cues;
  readonly knowledge: Knowledge;
  readonly request: boolean;
  readonly isAdvice: boolean;
  readonly scopes: readonly Scope[];
  readonly changes: readonly ChangeReach[];
  /** what the heading says of all under it */
  readonly above: readonly Reaching[];
}

function answerFor(said: Said, target: Span, sized: Change | null): Asserted {
  const { ground, cues, request, isAdvice, scopes, changes, above } = said;
  const from = tokenBehind(ground, target[0]);
  const to = tokenAfter(ground, from, target[1]);
  const near = nearby(scopes, from, to);
  const told = changes.length === 0 ? null : changeFor(nearby(changes, from, to), from, to);
  const change: Change | null = told ? { direction: told.direction, basis: told.basis } : sized;
  let reaching: readonly Reaching[] = near.length === 0 ? NOTHING : reachingOf(said, near, from, to);
  if (changes.length > 0 || above.length > 0) reaching = [...reaching, ...denialsOf(changes, from, to), ...above];
  const assertion = decide(reaching, target, {
    request,
    either:
      request ||
      told?.denied ||
      told?.side === 'forward' ||
      isSettled(reaching) ||
      near.some((scope) => denies(scope, from))
        ? null
        : alternativeTo(ground, from, to),
    near,
    grows: told !== null && !told.denied && COMES.has(told.direction),
    resolved: change?.direction === 'resolved' ? (change.basis[0] ?? null) : null,
    pastDate: yearAfter(ground, to),
  });
  const except =
    assertion.presence === 'absent' && near.some((scope) => denies(scope, from))
      ? exceptedBehind(ground, cues, from, to)
      : null;
  if (except) {
    const basis: Span = [except.cue.start, except.cue.end];
    const certainty = except.isOneOf ? 'possible' : 'definite';
    const presence = except.isOneOf ? 'possible' : 'present';
    return { assertion: { ...assertion, presence, certainty, basis: [basis] }, change: null, excepted: basis };
  }
  const isOpen = !request && assertion.presence !== 'absent' && assertion.presence !== 'hypothetical';
  const test = isOpen
    ? (askedTest(ground, from, to) ?? (isSettled(reaching) ? null : soughtBy(ground, from, to)))
    : null;
  if (test) return { assertion: { ...ASKED_FOR, experiencer: assertion.experiencer, basis: [test] }, change: null };
  const isNow = assertion.presence === 'present' && assertion.temporality === 'current' && change === null;
  const deed = isNow ? (treatedBefore(ground, from, to) ?? (isAdvice ? null : doneBefore(ground, from, to))) : null;
  if (deed) return { assertion: { ...assertion, temporality: 'historical', basis: [deed] }, change: null };
  // "the nodule described last year is no longer visible": it is so now
  if (assertion.presence === 'absent' && assertion.temporality === 'historical' && change?.direction === 'resolved')
    return { assertion: { ...assertion, temporality: 'current' }, change };
  const isExcluded = assertion.presence === 'absent' && assertion.certainty === 'excluded' && change === null;
  if (isExcluded && isLimitedView(ground, to)) return { assertion: { ...assertion, certainty: 'unlikely' }, change };
  return {
    assertion,
    change: change && contradicts(change, assertion) ? null : change,
  };
}

const ASKED_FOR = { presence: 'hypothetical', certainty: 'possible', temporality: 'current' } as const;

/** "the treated metastasis is enlarging" */
const COMES = new Set<Change['direction']>(['new', 'increased']);

/** "no enlarging nodule": what is not there has not grown. "One of two clots has resolved": what is there has not. */
const contradicts = ({ direction }: Change, { presence }: Assertion): boolean =>
  (presence === 'absent' && GROWN.has(direction)) || (presence === 'present' && direction === 'resolved');

const GROWN = new Set<Change['direction']>(['increased', 'decreased']);

/** The changes of the statement that are told, not asked. */
function changesOf(ground: Ground, cues: Cues, scopes: readonly Scope[]): readonly ChangeReach[] {
  const changes = changeReaches(ground, cues);
  return changes.length === 0 || scopes.length === 0
    ? changes
    : changes.filter((reach) => !isAsked(scopes, reach.at) && !isDeniedState(scopes, reach));
}

/** "treated lymphoma, no nodal enlargement": a word for a state of things, not for how another thing went. */
const isDeniedState = (scopes: readonly Scope[], { at, change, side }: ChangeReach): boolean =>
  change.change.static === true && side === 'backward' && nearby(scopes, at, at).some((scope) => denies(scope, at));

/** "if the mass enlarges" tells of no change yet. */
function isAsked(scopes: readonly Scope[], at: number): boolean {
  return nearby(scopes, at, at).some(
    ({ category, side, from, to }) => side === 'forward' && ASKED.has(category) && at >= from && at < to,
  );
}

/** "PMH: currently on dialysis" */
const endsPast = ({ cues }: Cues): boolean =>
  cues.some(
    ({ category, facing, cue }) => category === 'current' && facing === 'terminate' && cue.ends?.includes('historical'),
  );

const BRACKETS = new Set([')', ']']);

/** "[N] Haemorrhage": the letter that looks like the mark of a list is the answer. */
function withBox(
  { tokens, matches, statements }: Recognized,
  { from }: SegmentedStatement,
  { reading }: Knowledge,
): number {
  if (from === 0 || !BRACKETS.has(tokens[from - 1]?.norm ?? '')) return from;
  const box = matches.cue[firstBehind(matches.cue, from - 1)];
  if (!box || box.to !== from || !reading.cues[box.entry]?.box) return from;
  // "Ascites (-)  Hernia (+)": the answer of the statement before
  const around = statements[firstNotBefore(statements, ({ to }) => to <= box.from)];
  return around && around.from <= box.from && around.to >= box.to ? from : box.from;
}

/** "Midline shift?" and "Nodes ......" belong together with the "No" after them. */
function withAnswer({ tokens, matches }: Recognized, { to }: SegmentedStatement): number {
  const last = tokens[to - 1]?.norm;
  if (last !== '?' && !(last === '.' && to > 1 && tokens[to - 2]?.norm === '.')) return to;
  const answer = matches.cue[firstBehind(matches.cue, to)];
  if (!answer || answer.from !== to || answer.to > Math.min(tokens.length, to + 2)) return to;
  const after = tokens[answer.to];
  return !after || ENDS_ANSWER.has(after.norm) ? answer.to : to;
}

/** "Shift? No.", "Infarct? Yes, on the left." */
const ENDS_ANSWER = new Set(['.', ',', ';']);

const NO_SCOPES: readonly Scope[] = EMPTY_LIST;

function scopesOf(ground: Ground, cues: Cues): readonly Scope[] {
  if (cues.cues.length === 0) return NO_SCOPES;
  const scopes: Scope[] = [];
  for (const cue of cues.cues) {
    const { facing, category } = cue;
    const beyond = cue.cue.beyond;
    if (facing === 'pseudo' || facing === 'terminate') continue;
    // "22 mm versus 14 mm" and "minus 2.5" weigh sizes, not diagnoses
    if ((facing === 'both' || category === 'instead') && ground.tokens[cue.to]?.kind === 'number') continue;
    const pivot = cue.cue.pivot ? pivotOf(ground, cues, cue) : null;
    if (facing === 'forward' || facing === 'both') {
      const end = forwardEnd(ground, cues, cue);
      const to = Math.min(end, pivot ?? end);
      scopes.push({ at: cue.from, cue, category, side: 'forward', from: forwardStart(ground, cue, to), to });
    }
    if (facing !== 'forward')
      scopes.push({
        at: cue.from,
        cue,
        category,
        side: 'backward',
        from: backwardStart(ground, cues, cue),
        to: cue.from,
      });
    if (beyond && (pivot !== null || (facing === 'backward' && !cue.cue.pivot))) {
      const from = pivot === null ? cue.to : pivot + 1;
      const to = forwardEnd(ground, cues, pivot === null ? cue : { ...cue, to: from });
      scopes.push({ at: cue.from, cue, category: beyond, side: 'forward', from, to });
    }
  }
  return scopes;
}

const denies = ({ category, side, from, to }: Scope, at: number): boolean =>
  side === 'forward' && DENYING.has(category) && at >= from && at < to;

/** Denials do not reach what only holds the denied thing. */
function reachingOf(
  { ground, cues, knowledge }: Said,
  scopes: readonly Scope[],
  from: number,
  to: number,
): readonly Reaching[] {
  let reaching: Reaching[] | null = null;
  const isDenied = scopes.some((scope) => denies(scope, from));
  for (const scope of scopes) {
    const distance = scope.side === 'forward' ? distanceBehind(scope, from, to) : distanceBefore(scope, to);
    if (distance < 0) continue;
    const { cue, category, side } = scope;
    if (cue.cue.spares && cue.from !== from && isSpared(ground, cue, from, to)) continue;
    if (side === 'backward' && isBeside(ground, cues, from)) continue;
    if (denies(scope, from) && isHost(ground, cues, cue, from, knowledge)) continue;
    if (cue.cue.event && side === 'forward' && !isDenied && isBehindEvent(ground, cue.to, from)) continue;
    reaching ??= [];
    reaching.push({ cue, category, side, distance, undated: false });
  }
  return reaching ?? NOTHING;
}

const EVENTS: ReadonlySet<string> = new Set(['procedure', 'test', 'device']);

/** "Post biopsy hematoma", "post fall fracture": the event is of the past, what stands right behind it is not. Not "post resection of a glioma". */
function isBehindEvent(ground: Ground, after: number, from: number): boolean {
  const { reading } = ground.knowledge;
  const happened = listed(reading, 'events');
  let isPast = false;
  for (let at = after; at < from; at += 1) {
    if (wallAt(ground, at) > 0 || bitsAt(ground, at) & (LINK | GENITIVE | JOIN | ADD)) return false;
    isPast ||= happened.has(normAt(ground, at));
  }
  return (
    isPast ||
    matchesWithin(ground.concepts, after, from).some(({ entry }) => EVENTS.has(reading.concepts[entry]?.kind ?? ''))
  );
}

/** Tokens between a cue and a target behind it that it reaches; -1 where it does not. */
function distanceBehind({ cue, category, from: start, to: end }: Scope, from: number, to: number): number {
  if (cue.from === from && from < to && WITHIN.has(category)) return 0;
  const reaches = (from >= start && from < end) || (cue.from < from && cue.to > from);
  return reaches ? Math.max(0, from - cue.to) : -1;
}

const distanceBefore = ({ cue, from: start, to: end }: Scope, to: number): number =>
  to <= end && to > start ? cue.from - to : -1;

/** "no change in hearing" as a target of its own: the change is what is denied. */
function denialsOf(changes: readonly ChangeReach[], from: number, to: number): readonly Reaching[] {
  return nearby(changes, from, to).flatMap(({ change: { by, from: start } }): Reaching[] =>
    by && start >= from && start < to
      ? [{ cue: by, category: by.category, side: 'forward', distance: 0, undated: false }]
      : [],
  );
}
