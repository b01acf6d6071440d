/** Wing 4, explain, frame: what a statement claims, whatever the language: things that are there or not, organs and how they look, measures, steps. */
import type { Claimed, Frames } from '@readingscan/knowledge';
import { conceptsById } from '../../concepts-by-id.ts';
import type { Finding, Span } from '../../document.ts';
import { matchesWithin } from '../../lexicon.ts';
import type { Explainable, Knowledge, SegmentedStatement } from '../../stages.ts';
import { tokenAt } from '../../token.ts';
import { isOfPregnancy } from '../pregnancy.ts';
import { type Account, accountFor, type Figure } from './account.ts';
import { advisedPart } from './advised.ts';
import type { Claim } from './claim.ts';
import { describedIn, sideBeside } from './described.ts';
import { feltClaims } from './felt.ts';
import { type Ground, groundOf, isOrgan, normAt } from './ground.ts';
import { changeClaims, measureClaims } from './measures.ts';
import { placeOf } from './place-of.ts';
import type { Scene, StatementParts } from './scene.ts';
import { type Explained, explainedBy, type SeenOn, seenOn, tellsEarlierTest } from './seen-on.ts';
import { sideClaims } from './sides-compared.ts';
import { stockOpening } from './stock.ts';
import { testClaims } from './tests.ts';
import { thingClaims } from './things.ts';
import { unseenClaims, unseenIn } from './unseen.ts';

export interface Claims {
  readonly claims: readonly Claim[];
  /** words and figures that no claim holds, in order */
  readonly untold: readonly Span[];
  readonly figures: readonly Figure[];
  /** share of the content that a claim holds, 0 to 1 */
  readonly share: number;
  /** said of all that was not named before: "otherwise normal" */
  readonly isRest: boolean;
  /** the test that showed it */
  readonly seenOn: SeenOn | null;
  /** what the one thing that is denied would explain */
  readonly explained: Explained | null;
  /** the words of its advice, without what was found before it in the same clause */
  readonly advised: readonly Span[];
}

/** null where something in it has no frame that would be true to it: it stays as written. */
export function claimsOf(
  related: Explainable,
  statement: SegmentedStatement,
  parts: StatementParts,
  knowledge: Knowledge,
  frames: Frames,
): Claims | null {
  const account = accountFor(related, statement, knowledge);
  const advised = parts.recommendations.map((one) => advisedPart(one, statement, parts.findings, related, knowledge));
  const claims = askedClaims(related, knowledge, statement, parts, advised, account);
  if (claims === null) return null;
  const stock = REQUESTED.has(parts.code) ? null : stockOpening(related, statement, frames, knowledge);
  if (stock) {
    claims.push({ kind: 'stock', ...stock, at: stock.span[0], basis: [stock.span] });
    account.tell(stock.span);
  }
  const explained = REQUESTED.has(parts.code) ? null : explainedBy(related, statement, knowledge, frames);
  if (explained) account.tell(explained.span);
  const isAsked = ({ span }: Finding): boolean => account.isTold(span[0]) || advised.some((one) => isWithin(span, one));
  // "nuchal translucency study", "tumor board": what a step names is told with the step
  const findings = parts.findings.filter((one) => !isAsked(one));
  const named = findings.filter((one) => !isOrgan(one, knowledge));
  const anything = (related.said.anything.get(statement.id) ?? []).filter((one) => !isAsked(one));
  const things = [...named, ...anything].sort((a, b) => a.span[0] - b.span[0]);
  const ground = groundOf(related, statement, things, account.isTold, frames, knowledge);
  const described = describedIn(ground, frames);
  const hidden = unseenIn(ground, account);
  const unseen = new Set(hidden.flatMap(({ organs }) => organs.map(({ start }) => start)));
  const scene: Scene = { related, statement, parts, knowledge, frames, account, ground, described, unseen };
  const isLost =
    scene.described.isDenialLost || asksReader(scene) || isOfBaby(things, scene) || tellsEarlierTest(scene);
  const own = isLost ? null : thingClaims(things, scene);
  if (own === null) return null;
  claims.push(...own, ...sideClaims(own, scene));
  if (parts.code === 'history')
    claims.push(...feltClaims({ related, statement, knowledge, frames, account, findings }));
  for (const state of scene.described.states) claims.push({ kind: 'state', ...state, at: state.span[0] });
  for (const span of scene.described.told) account.tell(span);
  claims.push(...measureClaims(findings, scene), ...testClaims(scene));
  claims.push(...unseenClaims(hidden, scene));
  claims.push(...changeClaims(claims, scene));
  placeScores(claims, scene);
  tellSides(claims, scene);
  if (losesDenial(claims, scene)) return null;
  const isSeen = claims.length > 0 && claims.every(({ kind }) => SHOWN.has(kind)) && !REQUESTED.has(parts.code);
  const shown = isSeen ? seenOn(scene) : null;
  for (const span of shown?.basis ?? []) account.tell(span);
  if (explained && !(isSeen && deniesAlike(claims))) return null;
  if (claims.length > 0) account.settle();
  const rest = claims.some((claim) => reassuring(claim)) ? restOf(scene) : [];
  for (const span of rest) account.tell(span);
  claims.sort((a, b) => a.at - b.at);
  const left = account.left(parts.measurements);
  if (claims.some((claim) => saysTooMuch(claim, left.words, scene)) || turns(claims, left.words, scene)) return null;
  return {
    claims,
    untold: left.untold,
    figures: left.figures,
    share: left.share,
    isRest: rest.length > 0,
    advised,
    seenOn: shown,
    explained,
  };
}

/** Sections that say nothing of what was seen. */
export const REQUESTED: ReadonlySet<string> = new Set(['history', 'exam', 'technique', 'comparison']);

const DENYING: ReadonlySet<Claimed> = new Set(['absent', 'gone', 'unlikely', 'pastAbsent', 'familyAbsent']);

/** "no nodule above 5 mm in the lobe", "normal where it is seen" told without one of their words would say more than the report does. */
function saysTooMuch(claim: Claim, words: readonly number[], { related, ground }: Scene): boolean {
  const span = words.length > 0 ? reassuring(claim) : null;
  if (!span) return false;
  const { tokens } = related;
  const isMark = (at: number): boolean => tokens[at]?.kind === 'mark' && PARTING.has(normAt(ground, at));
  let first = tokenAt(tokens, span[0], ground.from, ground.to);
  let behind = tokenAt(tokens, span[1], first, ground.to);
  while (first > ground.from && !isMark(first - 1)) first -= 1;
  while (behind < ground.to && !isMark(behind)) behind += 1;
  return words.some((at) => first <= at && at < behind);
}

/** Kinds of claims that a test shows. */
const SHOWN: ReadonlySet<Claim['kind']> = new Set(['thing', 'state', 'measure', 'change']);

/** All of it is one denial. */
const deniesAlike = (claims: readonly Claim[]): boolean =>
  claims.every((claim, at) => claim.kind === 'thing' && claim.presence === 'absent' && (at === 0 || claim.isListed));

/** Where a claim denies something or calls it normal. */
function reassuring(claim: Claim): Span | null {
  if (claim.kind === 'state') {
    const isGood = claim.denied || claim.states.some(({ isNormal }) => isNormal);
    return isGood ? claim.span : null;
  }
  if ((claim.kind !== 'thing' && claim.kind !== 'deed') || !DENYING.has(claim.presence)) return null;
  const { span, assertion } = claim.thing.finding;
  const spans = [span, ...assertion.basis];
  return [Math.min(...spans.map(([from]) => from)), Math.max(...spans.map(([, to]) => to))];
}
const PARTING: ReadonlySet<string> = new Set([',', ';', '.']);

/** What is denied and has no claim ("is within normal limits" is one of a state): "no torsed appendix and no mass" told as "no mass" would list the rest as if it were there. */
function losesDenial(claims: readonly Claim[], { related, statement, knowledge, account }: Scene): boolean {
  const { cues } = knowledge.reading;
  return (
    claims.length > 0 &&
    matchesWithin(related.matches.cue, statement.from, statement.to).some(
      ({ entry, start, end }) =>
        NEGATING.has(cues[entry]?.category ?? '') && !account.isTold(start) && !account.isTold(end - 1),
    )
  );
}
const NEGATING: ReadonlySet<string> = new Set(['negated', 'hedged-negated']);

/** "Could this be a stone?" */
const asksReader = ({ related, statement: { span }, parts }: Scene): boolean =>
  parts.code !== 'history' &&
  related.source.text
    .slice(...span)
    .trimEnd()
    .endsWith('?');

/** "Fetal bladder: normal", and the organs of an obstetric study: they are not the reader's own. */
function isOfBaby(things: readonly Finding[], { related, ground, knowledge, parts }: Scene): boolean {
  const { tokens } = related;
  const { from, to, words, organFrom } = ground;
  const own = knowledge.reading.lists['maternal-regions'] ?? [];
  const byId = conceptsById(knowledge);
  const organs = [...organFrom.values()].map(({ entry }) => knowledge.reading.concepts[entry]);
  const named = [...things.map(({ concept }) => byId.get(concept)), ...organs];
  if (REQUESTED.has(parts.code)) return false;
  const isForeign = named.some((concept) => concept !== undefined && !own.includes(concept.region ?? ''));
  const saysFetal = tokens.slice(from, to).some(({ norm }) => words.fetal.has(norm));
  return isForeign && (saysFetal || isOfPregnancy(related, knowledge));
}

/** The words that keep what is said to all that was not named before. */
const restOf = ({ related: { tokens }, ground: { from, to, words } }: Scene): readonly Span[] =>
  tokens
    .slice(from, to)
    .flatMap(({ norm, start, end }): readonly Span[] => (words.otherwise.has(norm) ? [[start, end]] : []));

/** A word without a sentence that would turn what the others say, or a denial of anything at all with a word left over. */
function turns(
  claims: readonly Claim[],
  left: readonly number[],
  { related, ground, statement, knowledge }: Scene,
): boolean {
  const { tokens } = related;
  const { from, to, words } = ground;
  const isCall = claims.some(({ kind }) => kind === 'call');
  const all = isCall ? Array.from({ length: to - from }, (_, at) => from + at) : left;
  const isTurning = (norm: string): boolean =>
    isCall ? words.future.has(norm) || words.toldTo.has(norm) : words.turning.has(norm);
  const isOnlyScore = claims.every(({ kind }) => kind === 'score');
  // "BI-RADS 2 - benign": the category says it
  const isOfScore = (at: number): boolean =>
    isOnlyScore && knowledge.reading.modifiers[ground.modifierFrom.get(at)?.entry ?? -1]?.role === 'status';
  if (claims.length > 0 && all.some((at) => isTurning(tokens[at]?.norm ?? '') && !isOfScore(at))) return true;
  if (isCall && left.some((at) => words.turning.has(tokens[at]?.norm ?? ''))) return true;
  if (claims.length > 0 && decidesLeft(claims, left, ground)) return true;
  // a category is of the place that the statement names
  if (isOnlyScore && left.some((at) => ground.organFrom.has(at))) return true;
  const anything = related.said.anything.get(statement.id) ?? [];
  const isAnything = claims.some((claim) => claim.kind === 'thing' && anything.includes(claim.thing.finding));
  return isAnything && (left.length > 0 || !opensWithDenial(claims, ground));
}

/** "Node 12 mm, normal", "thickened, but intact", "normal uptake in the liver": a judgement without a sentence is the point of what it stands beside. */
function decidesLeft(claims: readonly Claim[], left: readonly number[], ground: Ground): boolean {
  const { related, knowledge, from, to } = ground;
  const told = claims.flatMap((claim) => {
    if (claim.kind === 'thing') return DENYING.has(claim.presence) ? [] : [claim.at];
    return claim.kind === 'measure' || (claim.kind === 'state' && !claim.denied) ? [claim.at] : [];
  });
  const isBefore = (at: number): boolean => {
    const next = ground.modifierFrom.get(at);
    return ground.findingFrom.has(at) || (next !== undefined && isBefore(next.to));
  };
  // "the tendon is intact, partly torn"
  const good = claims.flatMap((claim) => (claim.kind === 'state' && reassuring(claim) ? [claim.at] : []));
  return matchesWithin(related.matches.modifier, from, to).some((match) => {
    const role = knowledge.reading.modifiers[match.entry]?.role ?? '';
    if (!left.includes(match.from)) return false;
    if (role === 'abnormal') return good.some((at) => at < match.start);
    return DECIDING.has(role) && (told.some((at) => at < match.start) || isBefore(match.to));
  });
}
const DECIDING: ReadonlySet<string> = new Set(['normal', 'acuity']);

/** "No acute process", not "the artery is free of disease". */
function opensWithDenial(claims: readonly Claim[], { related: { tokens }, from, words }: Ground): boolean {
  const start = Math.min(...claims.flatMap(({ basis }) => basis.map(([place]) => place)));
  for (let at = from; (tokens[at]?.start ?? start) < start; at += 1)
    if (!words.openingDenial.has(tokens[at]?.norm ?? '')) return false;
  return true;
}

const isWithin = (inner: Span, outer: Span): boolean => outer[0] <= inner[0] && inner[1] <= outer[1];

/** "BI-RADS 3 (probably benign)": what a report says of its own score. */
const BESIDE = /^\s*\([^()\d]{1,40}\)/;

/** What is asked for, what was passed on, and scores: they are told by words of their own. */
function askedClaims(
  related: Explainable,
  knowledge: Knowledge,
  statement: SegmentedStatement,
  parts: StatementParts,
  advised: readonly Span[],
  account: Account,
): Claim[] | null {
  const { span: whole } = statement;
  const claims: Claim[] = [];
  if (parts.recommendations.some(({ condition }) => !condition) && isForSome(whole, related, knowledge)) return null;
  for (const call of parts.calls) {
    const own = calledPart(statement, parts.findings, related);
    claims.push({ kind: 'call', call, at: own[0], basis: [whole] });
    account.tell(own);
  }
  for (const [at, recommendation] of parts.recommendations.entries()) {
    if (recommendation.action === 'other' && !recommendation.care) return null;
    const { condition } = recommendation;
    const span = advised[at] ?? recommendation.span;
    const basis = condition ? [recommendation.span, condition.span] : [recommendation.span];
    claims.push({ kind: 'step', recommendation, at: span[0], basis });
    account.tell(span);
    if (condition) account.tell(condition.span);
    for (const finding of parts.findings)
      if (
        recommendation.action !== 'none-needed' &&
        conceptsById(knowledge).get(finding.concept)?.kind === 'finding' &&
        isWithin(finding.span, span) &&
        !(condition && isWithin(finding.span, condition.span))
      )
        account.release(finding.span);
  }
  for (const meaning of parts.scores) {
    claims.push({ kind: 'score', meaning, places: [], at: meaning.span[0], basis: [meaning.span] });
    account.tell(meaning.span);
    const [, end] = meaning.span;
    const note = BESIDE.exec(related.source.text.slice(end, whole[1]));
    if (note) account.tell([end, end + note[0].length]);
  }
  return claims;
}

/** "Large embolus, | discussed with Dr Smith": what stands before a call was found; all of the statement where nothing is set apart before it. */
export function calledPart(
  { span: [start, end] }: SegmentedStatement,
  findings: readonly Finding[],
  { source }: Explainable,
): Span {
  const last = Math.max(-1, ...findings.map(({ span }) => span[1]));
  const mark = last < 0 ? -1 : source.text.slice(last, end).search(/[,;]|\s[-–—]\s/);
  return mark < 0 ? [start, end] : [last + mark, end];
}

/** "Low risk: no follow-up": what stands before a colon says for whom advice is. */
function isForSome([start, end]: Span, { source }: Explainable, { reading }: Knowledge): boolean {
  const label = /^[^:.;]{1,40}(?=:)/.exec(source.text.slice(start, end))?.[0] ?? '';
  const turning = reading.lists.turning ?? [];
  return label
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => turning.includes(word));
}

/** "Lumbar spine: T-score -1.8": a category alone in its statement is of the one place that it names. */
function placeScores(claims: Claim[], { ground, knowledge, account }: Scene): void {
  const organs = [...ground.organFrom.values()].filter(({ start }) => !account.isTold(start));
  const [organ, another] = organs;
  if (!organ || another || !claims.every(({ kind }) => kind === 'score')) return;
  const places = [placeOf(organ, sideBeside(organ, ground), knowledge)];
  const span: Span = [organ.start, organ.end];
  account.tell(span);
  claims.forEach((claim, at) => {
    if (claim.kind === 'score') claims[at] = { ...claim, places, basis: [...claim.basis, span] };
  });
}

/** The sides that the places of the claims name are told with them. */
function tellSides(claims: readonly Claim[], { related, statement, knowledge, account }: Scene): void {
  const sides = new Set(
    claims.flatMap((claim) => {
      if (claim.kind === 'thing' || claim.kind === 'deed')
        return claim.thing.places.map(({ laterality }) => laterality);
      if (claim.kind === 'state') return [...claim.organs, ...claim.places].map(({ laterality }) => laterality);
      if (claim.kind === 'measure') return [claim.organ.laterality];
      if (claim.kind === 'change' || claim.kind === 'unseen') return claim.organs.map(({ laterality }) => laterality);
      if (claim.kind === 'score') return claim.places.map(({ laterality }) => laterality);
      return claim.kind === 'tests' ? claim.places.map(({ laterality }) => laterality) : [];
    }),
  );
  for (const { entry, start, end } of matchesWithin(related.matches.modifier, statement.from, statement.to)) {
    const modifier = knowledge.reading.modifiers[entry];
    if (modifier?.role === 'side' && [...sides].some((side) => side === modifier.value)) account.tell([start, end]);
  }
}
