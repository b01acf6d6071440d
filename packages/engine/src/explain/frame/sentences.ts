/** Wing 4, explain, frame: claims that stand together → the sentences of a language. */
import type { Claimed, Frames, FrameWords } from '@readingscan/knowledge';
import type { Direction, Recommendation, Span } from '../../document.ts';
import type { PlainSentence } from '../../explanation.ts';
import { fill } from '../template.ts';
import type { Claim, ThingClaim } from './claim.ts';
import { figureText } from './figures.ts';
import type { Nouns } from './noun.ts';

export type Sentence = Pick<PlainSentence, 'text' | 'basis'>;
/** Things that are told in one sentence, or one claim of another kind. */
export type Run = readonly [Claim, ...Claim[]];

export interface SentenceScene {
  readonly words: FrameWords;
  /** a recommendation as a sentence */
  readonly step: (recommendation: Recommendation) => string;
  /** what its words say beside that */
  readonly notes: (recommendation: Recommendation) => readonly string[];
}

/** Neighbors that are claimed alike, in one place, make one sentence. */
export function runsOf(claims: readonly Claim[], nouns: Nouns): readonly Run[] {
  const runs: [Claim, ...Claim[]][] = [];
  for (const claim of claims) {
    const last = runs.at(-1);
    const before = last?.[0];
    if (last && before && isThing(before) && isThing(claim) && isAlike(before, claim, nouns)) last.push(claim);
    else runs.push([claim]);
  }
  return runs;
}

export const isThing = (claim: Claim): claim is ThingClaim => claim.kind === 'thing' || claim.kind === 'deed';

const isAlike = (one: ThingClaim, other: ThingClaim, nouns: Nouns): boolean =>
  other.isListed &&
  one.kind === other.kind &&
  one.presence === other.presence &&
  one.change === other.change &&
  (one.change === null || one.presence !== 'present') &&
  one.thing.denied.length === 0 &&
  other.thing.denied.length === 0 &&
  nouns.where(one.thing.places, '') === nouns.where(other.thing.places, '');

/** null where a word of it has no translation. */
export function runSentences(
  run: Run,
  code: string,
  nouns: Nouns,
  { words, step, notes }: SentenceScene,
): readonly Sentence[] | null {
  const { frames, templates } = words.documents;
  const [claim] = run;
  const basis = once(run.flatMap((one) => one.basis));
  const say = (text: string | null, more: readonly Sentence[] = []): readonly Sentence[] | null =>
    text === null ? null : [{ text: nouns.sentence(text), basis }, ...more];
  switch (claim.kind) {
    case 'thing':
    case 'deed':
      return thingSentences(run.filter(isThing), claim, { code, nouns, frames, basis });
    case 'step':
      return [
        { text: step(claim.recommendation), basis },
        ...notes(claim.recommendation).map((text) => ({ text, basis })),
      ];
    case 'call':
      return [{ text: claim.call.urgent ? templates.communication.urgent : templates.communication.told, basis }];
    case 'score':
      return scoreSentence(claim, nouns, words, say);
    case 'tests':
      return testSentences(claim, code, nouns, frames, basis);
    case 'study': {
      const regions = claim.regions.map((region) => templates.regions[region]).filter((name) => name !== undefined);
      if (regions.length < claim.regions.length) return null;
      const isPlaced = regions.length > 0 && !templates.regionless.includes(claim.modality);
      const part = isPlaced ? fill(templates.region, { region: nouns.list(regions, 'and') }) : '';
      const space = frames.marks.space && part ? ' ' : '';
      const tests = `${templates.modalities[claim.modality] ?? templates.modalities.none ?? ''}${space}${part}`;
      const where = claim.side && part ? `${frames.marks.space ? ' ' : ''}${frames.where.side[claim.side]}` : '';
      return say(fillTight(frames.tests.done, { tests, where }, frames));
    }
    case 'felt':
      return say(fill(frames.history.felt, { what: nouns.list([...new Set(claim.names)], 'and') }));
    case 'no-comparison':
      return say(frames.tests.notCompared);
    case 'change': {
      const organ = claim.organs.length > 0 ? nouns.organs(claim.organs) : null;
      if (claim.organs.length > 0 && !organ) return null;
      return say(organ ? fill(frames.changed[claim.direction], { organ: organ.text }) : frames.change[claim.direction]);
    }
    case 'stock':
      return say(claim.text);
    case 'unseen': {
      const organ = nouns.organs(claim.organs);
      return say(organ && fill(organ.many ? frames.unseen.many : frames.unseen.one, { organ: organ.text }));
    }
    case 'measure': {
      const organ = nouns.organs([claim.organ]);
      const size = nouns.sizes(claim.sizes);
      const where = nouns.where(claim.places, organ?.text ?? '');
      if (!organ || where === null) return null;
      return say(
        fillTight(frames.measure, { organ: organ.text, where, size }, frames),
        changed(claim.change, basis, { nouns, frames }),
      );
    }
    case 'state': {
      const organ = nouns.organs(claim.organs);
      const where = nouns.where(claim.places, organ?.text ?? '');
      if (where === null) return null;
      const state = organ && nouns.state(claim.states, organ.agreement, claim.denied ? 'nor' : 'and');
      if (!organ || state === null) return null;
      const isJudged = claim.states.some((word) => word.isNormal || word.isVerdict);
      const template = stateTemplate(frames.state, organ.many, claim.denied ? (isJudged ? 'judged' : 'other') : null);
      const placed = frames.inflects ? `${organ.text}${where}` : `${where}${organ.text}`;
      const judged =
        claim.aspects.length > 0
          ? fill(frames.aspects.say, { organ: placed, aspects: nouns.list(claim.aspects, 'and') })
          : placed;
      const seen = claim.isSeenPart ? `${judged}${frames.seenPart}` : judged;
      return say(fill(template, { organ: seen, state }));
    }
  }
}

const stateTemplate = (state: Frames['state'], many: boolean, denied: 'judged' | 'other' | null): string => {
  if (denied === 'judged') return many ? state.notJudgedMany : state.notJudgedOne;
  if (denied === 'other') return many ? state.deniedMany : state.deniedOne;
  return many ? state.many : state.one;
};

/** A category with what it means, and of what. */
function scoreSentence(
  { meaning, places }: Extract<Claim, { kind: 'score' }>,
  nouns: Nouns,
  { documents: { frames, templates } }: FrameWords,
  say: (text: string | null) => readonly Sentence[] | null,
): readonly Sentence[] | null {
  const where = nouns.where(places, meaning.name);
  if (where === null) return null;
  const score = where ? fillTight(frames.scored, { score: meaning.name, where }, frames) : meaning.name;
  return say(fill(templates.scoreMeaning, { score, plain: meaning.plain }));
}

type TestClaim = Extract<Claim, { kind: 'tests' }>;

function testSentences(
  { tests, given, without, isBoth, dates, places }: TestClaim,
  code: string,
  nouns: Nouns,
  frames: Frames,
  basis: readonly Span[],
): readonly Sentence[] | null {
  const named = (list: TestClaim['tests']): string | null => {
    const names = list.map(({ concept, plural }) => nouns.name(concept, plural, { bare: true }));
    return names.some((name) => name === null)
      ? null
      : nouns.list([...new Set(names.filter((name): name is string => name !== null))], 'and');
  };
  const [done, used, lacking] = [named(tests), named(given), named(without)];
  const where = done === null ? null : nouns.where(places, done, frames.tests.of);
  if (done === null || used === null || lacking === null || where === null) return null;
  const gap = frames.marks.space ? ' ' : '';
  const both = isBoth ? `${frames.marks.comma}${gap}${frames.tests.both}` : '';
  const { open, comma, close } = frames.marks;
  const days = dates.map((date) => nouns.quantity(figureText(date, frames))).join(`${comma}${gap}`);
  const dated = days ? `${gap}${open}${days}${close}` : '';
  const say = (template: string, names: string, at: string): Sentence => ({
    text: nouns.sentence(fillTight(template, { tests: names, where: at, when: dated }, frames)),
    basis,
  });
  const doneText = code === 'comparison' ? frames.tests.compared : frames.tests.done;
  return [
    ...(done ? [say(doneText, `${done}${both}`, where)] : []),
    ...(used ? [say(frames.tests.given, used, '')] : []),
    ...(lacking ? [say(frames.tests.without, lacking, '')] : []),
  ];
}

interface ThingScene {
  readonly code: string;
  readonly nouns: Nouns;
  readonly frames: Frames;
  readonly basis: readonly Span[];
}

/** Claims that take a name without an article. */
const BARE: ReadonlySet<Claimed> = new Set([
  'absent',
  'gone',
  'past',
  'treated',
  'pastAbsent',
  'family',
  'familyAbsent',
  'asked',
  'unchecked',
]);
const DENIED: ReadonlySet<Claimed> = new Set(['absent', 'gone', 'pastAbsent', 'familyAbsent']);

function thingSentences(
  things: readonly ThingClaim[],
  { kind, presence, change, thing: first }: ThingClaim,
  { code, nouns, frames, basis }: ThingScene,
): readonly Sentence[] | null {
  const inHistory = code === 'history';
  const bare = BARE.has(presence) || inHistory || kind === 'deed';
  const isNew = presence === 'absent' && change === 'new';
  const names = things.flatMap(
    ({ thing }) => nouns.thing(thing, { bare, isNew, isDenied: DENIED.has(presence) }) ?? [],
  );
  if (names.length < things.length) return null;
  const [only, another] = names;
  const isEither =
    things.length > 1 && things.some((one) => one.isAlternative || one.thing.finding.differential.length > 0);
  const join = DENIED.has(presence) ? 'nor' : isEither ? 'or' : 'and';
  const texts = another ? names.map(({ text, behind }) => `${text}${behind}`) : names.map(({ text }) => text);
  const what = nouns.list([...new Set(texts)], join);
  const at = nouns.where(first.places, what);
  if (at === null) return null;
  const where = another ? at : `${at}${only?.behind ?? ''}`;
  const { history, deeds } = frames;
  const asHistory: Partial<Record<Claimed, string>> = {
    present: history.present,
    asked: history.asked,
    absent: history.absent,
    past: history.past,
  };
  const deed = kind === 'deed' && (presence === 'past' || presence === 'present') ? deeds[presence] : null;
  const not =
    first.denied.length > 0 ? nouns.state(first.denied, nouns.agreementOf(first.concept, first.plural), 'nor') : '';
  if (not === null) return null;
  const denied = not ? [{ text: nouns.sentence(fillTight(frames.notSo, { state: not }, frames)), basis }] : [];
  const template = (inHistory && asHistory[presence]) || deed || frames.claims[presence];
  return [
    { text: nouns.sentence(fillTight(template, { what, where }, frames)), basis },
    ...denied,
    ...(isNew ? [] : changed(change, changeBasis(things, basis), { nouns, frames })),
  ];
}

function changed(
  change: Direction | null,
  basis: readonly Span[],
  { nouns, frames }: Pick<ThingScene, 'nouns' | 'frames'>,
): readonly Sentence[] {
  return change === null || change === 'resolved' ? [] : [{ text: nouns.sentence(frames.change[change]), basis }];
}

/** As `fill`, where a language sets no spaces. */
const fillTight = (template: string, places: Readonly<Record<string, string>>, { marks }: Frames): string => {
  const text = fill(template, places);
  return marks.space
    ? text
    : text.replace(/(\p{Script=Han}|[（），：。、]) +(?=\p{Script=Han}|[（），：。、])/gu, '$1');
};

const changeBasis = (things: readonly ThingClaim[], basis: readonly Span[]): readonly Span[] => {
  const own = things.flatMap(({ thing }) => thing.finding.change?.basis ?? []);
  return own.length > 0 ? once([...own, ...things.map(({ thing }) => thing.finding.span)]) : basis;
};

function once(spans: readonly Span[]): readonly Span[] {
  const seen = new Map(spans.map((span) => [span.join(), span]));
  return [...seen.values()].sort((a, b) => a[0] - b[0]);
}
