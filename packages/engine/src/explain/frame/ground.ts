/** Wing 4, explain, frame: what stands where in a statement, for walking from one thing to the next. */
import type { Frames } from '@readingscan/knowledge';
import { conceptsById } from '../../concepts-by-id.ts';
import type { Finding, Span } from '../../document.ts';
import { type Match, matchesWithin } from '../../lexicon.ts';
import type { Explainable, Knowledge, SegmentedStatement } from '../../stages.ts';
import { type AspectAt, aspectsIn } from './aspects.ts';

export interface Ground {
  readonly related: Explainable;
  readonly knowledge: Knowledge;
  readonly from: number;
  readonly to: number;
  /** by token: what begins or ends there */
  readonly modifierFrom: ReadonlyMap<number, Match>;
  readonly modifierTo: ReadonlyMap<number, Match>;
  readonly organFrom: ReadonlyMap<number, Match>;
  readonly organTo: ReadonlyMap<number, Match>;
  /** tests, of which only is said that they are normal */
  readonly testFrom: ReadonlyMap<number, Match>;
  readonly testTo: ReadonlyMap<number, Match>;
  readonly findingFrom: ReadonlyMap<number, Finding>;
  readonly findingTo: ReadonlyMap<number, Finding>;
  /** what of an organ is judged: "size", "parenchymal density" */
  readonly aspectFrom: ReadonlyMap<number, AspectAt>;
  readonly aspectTo: ReadonlyMap<number, AspectAt>;
  /** by token, where a word of change begins */
  readonly changeFrom: ReadonlySet<number>;
  /** and where one ends */
  readonly changeTo: ReadonlyMap<number, Match>;
  /** modifiers that are no part of a finding's name, in order */
  readonly modifiers: readonly Match[];
  readonly words: DescribingWords;
  /** by token from `from`: 1 where something was recognized */
  readonly known: Uint8Array;
}

/** `isTold`: whether another claim tells what stands at a place. Findings of the statement that are organs count as organs. */
export function groundOf(
  related: Explainable,
  { from, to }: SegmentedStatement,
  findings: readonly Finding[],
  isTold: (place: number) => boolean,
  frames: Frames,
  knowledge: Knowledge,
): Ground {
  const { matches } = related;
  const { concepts } = knowledge.reading;
  const isNamed = ({ start, end }: Match): boolean => findings.some(({ span }) => span[0] < end && start < span[1]);
  const isFree = (match: Match): boolean => !isNamed(match) && !isTold(match.start);
  const organs = matchesWithin(matches.concept, from, to).filter(
    (match) => isFree(match) && concepts[match.entry]?.kind === 'anatomy',
  );
  const inOrgan = ([start, end]: Span): boolean => organs.some((organ) => organ.start < end && start < organ.end);
  const isOther = (span: Span): boolean =>
    isTold(span[0]) || inOrgan(span) || findings.some((one) => one.span[0] < span[1] && span[0] < one.span[1]);
  const aspects = aspectsIn(related, from, to, isOther, frames, knowledge);
  // "parenchymal density"
  const inAspect = ({ start, end }: Match): boolean => aspects.some(({ span }) => span[0] <= start && end <= span[1]);
  // "right" and "upper" of "right upper lobe" are part of its name
  const modifiers = matchesWithin(matches.modifier, from, to).filter(
    (match) => isFree(match) && !inOrgan([match.start, match.end]) && !inAspect(match),
  );
  const tests = matchesWithin(matches.concept, from, to).filter(
    (match) => isFree(match) && concepts[match.entry]?.kind === 'test' && !inAspect(match),
  );
  const changes = matchesWithin(matches.change, from, to);
  const named = findings.map((finding) => [finding, tokensOf(finding.span, related, from, to)] as const);
  return {
    related,
    knowledge,
    from,
    to,
    modifierFrom: new Map(modifiers.map((match) => [match.from, match])),
    modifierTo: new Map(modifiers.map((match) => [match.to, match])),
    organFrom: new Map(organs.map((match) => [match.from, match])),
    organTo: new Map(organs.map((match) => [match.to, match])),
    testFrom: new Map(tests.map((match) => [match.from, match])),
    testTo: new Map(tests.map((match) => [match.to, match])),
    findingFrom: new Map(named.map(([finding, [first]]) => [first, finding])),
    findingTo: new Map(named.map(([finding, [, behind]]) => [behind, finding])),
    aspectFrom: new Map(aspects.map((aspect) => [aspect.from, aspect])),
    aspectTo: new Map(aspects.map((aspect) => [aspect.to, aspect])),
    changeFrom: new Set(changes.map((match) => match.from)),
    changeTo: new Map(changes.map((match) => [match.to, match])),
    modifiers,
    words: wordsOf(knowledge),
    known: knownIn(related, from, to, isTold),
  };
}

export const normAt = ({ related }: Ground, at: number): string => related.tokens[at]?.norm ?? '';

export const isOrgan = ({ concept }: Finding, knowledge: Knowledge): boolean =>
  conceptsById(knowledge).get(concept)?.kind === 'anatomy';

function tokensOf(span: Span, { tokens }: Explainable, from: number, to: number): readonly [number, number] {
  let first = to;
  let behind = from;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (!token || token.end <= span[0] || token.start >= span[1]) continue;
    first = Math.min(first, at);
    behind = Math.max(behind, at + 1);
  }
  return [first, behind];
}

function knownIn(
  { matches, tokens }: Explainable,
  from: number,
  to: number,
  isTold: (place: number) => boolean,
): Uint8Array {
  const known = new Uint8Array(to - from);
  for (const layer of ['concept', 'modifier', 'cue', 'change'] as const)
    for (const match of matchesWithin(matches[layer], from, to)) known.fill(1, match.from - from, match.to - from);
  for (let at = from; at < to; at += 1) if (isTold(tokens[at]?.start ?? -1)) known[at - from] = 1;
  return known;
}

/** A word that nothing knows and that is no word of grammar. */
export const isUnknown = ({ related, known, words, from, to }: Ground, at: number): boolean => {
  const token = related.tokens[at];
  return at < to && token?.kind === 'word' && known[at - from] === 0 && !words.grammar.has(token.norm);
};

/** Lists of data/<language>/lists, by the name of the list. */
export interface DescribingWords {
  /** may stand between a describing word and the noun behind it */
  readonly before: ReadonlySet<string>;
  /** may stand between a noun and what is said of it behind it */
  readonly behind: ReadonlySet<string>;
  /** among those: say that what follows is said of the noun */
  readonly link: ReadonlySet<string>;
  /** join the organs of a list */
  readonly list: ReadonlySet<string>;
  /** set a thing in the place behind them */
  readonly placing: ReadonlySet<string>;
  /** for a part of an organ */
  readonly parts: ReadonlySet<string>;
  /** may stand between an organ and its measure */
  readonly measuring: ReadonlySet<string>;
  /** may stand between an organ and a finding in it */
  readonly reaching: ReadonlySet<string>;
  /** may stand behind a size of what was named before it */
  readonly behindSize: ReadonlySet<string>;
  /** ids of modifiers that pick one of several things */
  readonly picking: ReadonlySet<string>;
  /** name of what is clear, negative or free */
  readonly completing: ReadonlySet<string>;
  /** may stand between a side and what lies on it */
  readonly siding: ReadonlySet<string>;
  /** stand between a judgement and the aspect it is of: "normal | in | size" */
  readonly judging: ReadonlySet<string>;
  /** stand between a part and the whole */
  readonly partOf: ReadonlySet<string>;
  /** begin a new noun phrase */
  readonly determiners: ReadonlySet<string>;
  /** by which what is absent was there before */
  readonly removing: ReadonlySet<string>;
  /** people who are told and are not the care team */
  readonly toldTo: ReadonlySet<string>;
  /** by which an organ is the baby's */
  readonly fetal: ReadonlySet<string>;
  /** turn what a statement says */
  readonly turning: ReadonlySet<string>;
  /** of what is still to come */
  readonly future: ReadonlySet<string>;
  /** show that a change is one over time */
  readonly overTime: ReadonlySet<string>;
  /** may stand before a denial of anything at all */
  readonly openingDenial: ReadonlySet<string>;
  /** keep what is said to what the pictures show */
  readonly seenPart: ReadonlySet<string>;
  /** behind one of those, name what is seen without saying which part it is */
  readonly seenPortions: ReadonlySet<string>;
  /** set what a test showed behind its name */
  readonly showing: ReadonlySet<string>;
  /** may stand before the test that a statement is about */
  readonly beforeTest: ReadonlySet<string>;
  /** set what a finding would explain behind it */
  readonly explaining: ReadonlySet<string>;
  /** may stand before what the person feels */
  readonly ofThePerson: ReadonlySet<string>;
  /** keep what is said to all that was not named before */
  readonly otherwise: ReadonlySet<string>;
  /** by which a denial is of others than those named before */
  readonly others: ReadonlySet<string>;
  /** ids of modifiers that judge what kind of thing it is: "suspicious" */
  readonly verdicts: ReadonlySet<string>;
  /** by which one side has more than the other */
  readonly exceeding: ReadonlySet<string>;
  /** stand between two names of which only one may hold */
  readonly alternatives: ReadonlySet<string>;
  /** all words of grammar among these */
  readonly grammar: ReadonlySet<string>;
}

const cache = new WeakMap<object, DescribingWords>();

export function wordsOf({ reading: { lists } }: Knowledge): DescribingWords {
  let words = cache.get(lists);
  if (!words) {
    const of = (...names: readonly string[]): ReadonlySet<string> =>
      new Set(names.flatMap((name) => lists[name] ?? []));
    words = {
      before: of('describing-before'),
      behind: of('describing-behind'),
      link: of('describing-link'),
      list: of('describing-list'),
      placing: of('placing'),
      parts: of('parts'),
      measuring: of('measuring'),
      reaching: of('reaching'),
      behindSize: of('behind-size'),
      picking: of('picking'),
      completing: of('completing'),
      siding: of('siding'),
      judging: of('judging'),
      partOf: of('part-of'),
      determiners: of('determiners'),
      removing: of('removing'),
      toldTo: of('told-to'),
      fetal: of('fetal'),
      turning: of('turning'),
      future: of('future'),
      overTime: of('over-time'),
      openingDenial: of('opening-denial'),
      seenPart: of('seen-part'),
      seenPortions: of('seen-portions'),
      showing: of('showing'),
      beforeTest: of('before-test'),
      explaining: of('explaining'),
      ofThePerson: of('of-the-person'),
      otherwise: of('otherwise'),
      others: of('others'),
      verdicts: of('verdicts'),
      exceeding: of('exceeding'),
      alternatives: of('alternatives'),
      grammar: of(
        'silent',
        'describing-before',
        'describing-behind',
        'describing-link',
        'describing-list',
        'placing',
        'reaching',
        'measuring',
        'over-time',
        'alternatives',
      ),
    };
    cache.set(lists, words);
  }
  return words;
}
