/** Wing 2, recognize: the advice of one statement, put together: action, time, condition, guideline, strength. */
import type { ReadingKnowledge } from '@readingscan/knowledge';
import { EMPTY_LIST } from '../../alike.ts';
import type { Modality, Recommendation, Span } from '../../document.ts';
import type { Segmented, SegmentedStatement } from '../../stages.ts';
import type { Trie } from '../../trie.ts';
import { advisedOf } from './advice.ts';
import { boardOf, namesBoard } from './board.ts';
import { careOf } from './care.ts';
import { ASIDE, type Asides, asidesOf, type Clause, clausesOf, endOfPurpose } from './clauses.ts';
import { deniesHost } from './denied-host.ts';
import { type Guideline, guidelinesIn } from './guidelines.ts';
import { type Item, isA, itemsOf, type Mark, mayAim } from './items.ts';
import { advises } from './may-advise.ts';
import { modalityOf } from './modality.ts';
import { type Calendar, namedTimesIn } from './named-times.ts';
import { withNeedless } from './needless.ts';
import { ownPart } from './own-part.ts';
import { conditionOf, earlierOf, timesOf } from './owners.ts';
import { isForRelatives } from './relatives.ts';
import { roundAlone } from './rounds.ts';
import { isFirst, isLast, namesSample } from './standing.ts';
import { isTakenBack } from './taken-back.ts';
import { blank } from './target.ts';
import { type Target, targetsIn } from './targets.ts';
import { type Advice, type Placed, timedAdvice } from './timed-advice.ts';
import { ageOf, type Time, timesIn } from './times.ts';

export interface StatementScene {
  readonly segmented: Segmented;
  readonly statement: SegmentedStatement;
  readonly vocabulary: Trie<Mark>;
  readonly reading: ReadingKnowledge;
  /** modality of this examination */
  readonly modality: Modality | null;
  /** date of this examination, ISO 8601 */
  readonly date: string | null;
  readonly dates: Pick<Calendar, 'words' | 'months' | 'weekdays'>;
  /** under a heading of advice */
  readonly opened: boolean;
  /** in a line that was taken for a title, a request or a comparison without saying so: only what is plainly asked for counts */
  readonly wary: boolean;
  /** the last words of a text that names no examination, request or history: a test with a purpose is an order */
  readonly bare: boolean;
  /** in the conclusion of the report */
  readonly concludes: boolean;
  /** whether the report is of a pregnancy, where "at 32 weeks" is its age */
  readonly ofPregnancy: () => boolean;
  /** the same, where no X-ray is named but views */
  readonly ofBaby: () => boolean;
}

export interface StatementAdvice {
  readonly advice: readonly Advice[];
  /** ends in an opening such as "Recommendations:" that asks for what follows */
  readonly opens: boolean;
}

export function adviceIn(scene: StatementScene): StatementAdvice {
  const { segmented, statement, vocabulary } = scene;
  const { tokens, source } = segmented;
  const { text } = source;
  const items = itemsOf(vocabulary, text, tokens, statement.from, statement.to);
  const round = scene.concludes ? roundAlone(items) : -1;
  if (round >= 0 && !mayAim(items, 0, items.length)) return { advice: roundOf(scene, items, round), opens: false };
  const terse = !advises(items, scene.opened);
  if (terse && !(scene.concludes && advises(items, true))) return { advice: [], opens: false };
  if (!mayAim(items, 0, items.length)) return { advice: [], opens: endsOpen(items) };
  const possessive = (at: number): boolean => {
    const token = tokens[items[at]?.from ?? -1];
    return token !== undefined && token.end - token.start > token.norm.length;
  };
  const advice: Advice[] = [];
  const first = isFirst(scene);
  let opened = scene.opened;
  let before: readonly Target[] = [];
  let begun = 0;
  let guidelines: readonly Guideline[] | null = null;
  for (const clause of clausesOf(items)) {
    opened ||= opensAdvice(items, clause);
    const taken = advice.length > 0 && isTakenBack(items, clause);
    if (taken) {
      const kept = advice.splice(begun).filter(({ condition }) => taken === 'if' && condition === null);
      advice.push(...kept);
      continue;
    }
    if (deniesHost(items, clause)) continue;
    // a time alone goes on with what was asked for before it
    if (advice.length === 0 && !mayAim(items, clause.from, clause.to)) continue;
    const begunBefore = begun;
    begun = advice.length;
    const asides = asidesOf(items, clause);
    const named = namedTimesIn(items, clause.from, clause.to, { ...scene.dates, today: scene.date, text, tokens });
    const times = timesIn(items, clause, named, possessive)
      .filter((time) => asides.of[time.from] !== ASIDE.condition)
      .map((time) => (isAgeOfPregnancy(items, time) && scene.ofPregnancy() ? ageOf(time) : time));
    // "6 weeks after stent removal": what the time is counted from is no advice
    for (const { to, interval } of times)
      if (isA(items[to], 'since-event') && interval)
        asides.of.fill(ASIDE.purpose, to, endOfPurpose(items, to, clause.to));
    const free = (at: number): boolean =>
      asides.of[at] === ASIDE.none && !times.some(({ from, to }) => at >= from && at < to);
    const placed = { items, clause, spanOf: (part: Clause): Span => spanOf(scene, items, part) };
    const found = targetsIn(items, clause.from, clause.to, free).filter(
      (target) => !namesBoard(items, target, text, tokens, scene.reading),
    );
    const targets = withNeedless({ items, ...clause, aside: asides.of, opened, concludes: scene.concludes }, found);
    const told = advisedOf(
      {
        items,
        clause,
        asides,
        times,
        opened,
        modality: scene.modality,
        wary: scene.wary,
        bare: scene.bare,
        first,
        concluding: scene.concludes || opened,
        ends: scene.concludes && isLast(scene) && clause.to >= items.length - 1,
        terse,
        isSampled: () => namesSample(scene),
      },
      targets,
    );
    // "CT is not needed now but should be done if symptoms recur": the thing was named before "but"
    const elided = found.length === 0 && items[clause.from - 1]?.norm === 'but' ? strengthAlone(items, clause) : null;
    const advised = elided ? [...told, ...before.map((target) => ({ target, strength: elided }))] : told;
    const choice = isChoice(items, before) ? advice.slice(begunBefore) : EMPTY_LIST;
    before = found;
    const own = advised.map(({ target }) => target);
    // "otherwise rescan": a thing of its own is not what was asked for before
    const carried = own.length || found.some(({ weak }) => !weak) ? null : (advice.at(-1) ?? null);
    if (carried) {
      const leads = carried.condition && carried.condition.span[0] <= carried.span[0] ? carried.condition : null;
      const condition = conditionOf(asides, clause, [], atEnd(clause), scene, items) ?? leads;
      const span = spanOf(scene, items, clause);
      const choices = choice.length === 2 ? choice : null;
      for (const one of choices ?? [carried]) {
        const on = { ...one, condition, span: choices ? ([one.span[0], span[1]] as const) : span };
        advice.push(...carriedOn(on, items, clause, times, placed));
      }
      continue;
    }
    if (own.length) guidelines ??= guidelinesIn(items);
    for (const { target, strength } of advised) {
      const base = {
        statement: statement.id,
        span: spanOf(scene, items, ownPart(items, clause, asides, own, target)),
        modality: modalityOf(target, scene, items),
        region: target.region,
        condition: conditionOf(asides, clause, own, target, scene, items),
        strength,
        guideline:
          guidelines?.find((g) => g.everywhere || (g.at >= clause.from && g.at < clause.to))?.guideline ?? null,
        relatives: isForRelatives(items, clause, target) ? (true as const) : undefined,
        board: boardOf(items, target, targets, clause.to, text, tokens, scene.reading),
        care: careOf(items, clause, target, own, (from, to) => spanOf(scene, items, { from, to })),
      };
      const timed = target.care === null ? timesOf(items, times, own, target) : EMPTY_LIST;
      const early = earlierOf(items, timed, asides);
      if (early.length) advice.push(...timedAdvice({ ...base, condition: null }, target, early, placed));
      const told = timed.some((time) => isEither(items, time, asides)) ? { ...base, condition: null } : base;
      advice.push(...timedAdvice(told, takesTurns(items, own, target), timed.slice(early.length), placed));
    }
  }
  return { advice, opens: endsOpen(items) };
}

function roundOf(scene: StatementScene, items: readonly Item[], at: number): readonly Advice[] {
  const { min, max, unit } = items[at]?.mark.period ?? { min: 1, max: 1, unit: 'year' as const };
  return [
    {
      statement: scene.statement.id,
      span: spanOf(scene, items, { from: 0, to: items.length }),
      modality: null,
      region: null,
      condition: null,
      strength: 'recommended',
      guideline: guidelinesIn(items)[0]?.guideline ?? null,
      action: 'surveillance',
      interval: { min, max, unit },
      repeat: true,
    },
  ];
}

/** "CT or MRI at 6 months, then yearly": both go on. */
function isChoice(items: readonly Item[], [one, other, more]: readonly Target[]): boolean {
  const between = one && other && !more ? items.slice(one.to, other.from) : [];
  return between.length === 1 && between[0]?.norm === 'or';
}

/** "At 6 hours or if the score falls": the time holds without the condition. */
const isEither = (items: readonly Item[], { to, interval }: Time, { conditions }: Asides): boolean =>
  interval !== null &&
  items[to]?.norm === 'or' &&
  CONDITIONS.has(items[to + 1]?.norm ?? '') &&
  conditions.some(({ from }) => from === to + 1);

const CONDITIONS: ReadonlySet<string> = new Set(['if', 'when', 'should']);

/** A clause that opens with what asks and names no thing of its own. */
function strengthAlone(items: readonly Item[], { from, to }: Clause): Recommendation['strength'] | null {
  let at = from;
  while (at < to && isA(items[at], 'filler') && !isA(items[at], 'trigger')) at += 1;
  const trigger = at < to ? items[at]?.mark.trigger : undefined;
  return trigger && trigger.side !== 'after' ? trigger.strength : null;
}

/** "At 32 weeks", where a pregnancy is examined. */
const isAgeOfPregnancy = (items: readonly Item[], { from, interval, bound }: Time): boolean =>
  bound === 'exact' && items[from]?.norm === 'at' && interval?.unit === 'week' && interval.min >= 10;

/** "Recommendation:" or "Adv:" at the start of a clause. */
function opensAdvice(items: readonly Item[], clause: Clause): boolean {
  for (let at = clause.from; at < Math.min(clause.to, clause.from + 8); at += 1)
    if (isA(items[at], 'trigger') && [':', '-'].includes(items[at + 1]?.norm ?? '')) return true;
  return false;
}

const endsOpen = (items: readonly Item[]): boolean => items.at(-1)?.norm === ':' && isA(items.at(-2), 'trigger');

/** "Ultrasound every six months, alternating with MRI", "surveillance by CT or MRI": both are repeated. */
function takesTurns(items: readonly Item[], targets: readonly Target[], target: Target): Target {
  const before = targets[targets.indexOf(target) - 1];
  const between = before ? items.slice(before.to, target.from) : [];
  const chosen = before?.action === 'surveillance' && between.length === 1 && between[0]?.norm === 'or';
  const turns = chosen || between.some((item) => isA(item, 'turns'));
  return turns && target.action === 'imaging' ? { ...target, action: 'surveillance' } : target;
}

/** A clause with a time and nothing else goes on with what was asked for before: "…, then annually". */
function carriedOn(
  last: Advice,
  items: readonly Item[],
  clause: Clause,
  times: readonly Time[],
  placed: Placed,
): readonly Advice[] {
  if (last.action === 'none-needed' || last.action === 'clinical-correlation' || last.care) return EMPTY_LIST;
  const words = items.slice(clause.from, clause.to);
  if (!times.length || words.some((item) => isA(item, 'seen', 'past', 'test'))) return EMPTY_LIST;
  const { times: _times, repeat: _repeat, on: _on, since: _since, ...base } = last;
  return timedAdvice(base, { ...atEnd(clause), action: last.action }, times, placed);
}

/** What was asked for before goes on behind all words of a clause. */
const atEnd = ({ to }: Clause): Target => ({ ...blank, from: to, to, action: 'other' });

function spanOf({ segmented, statement }: StatementScene, items: readonly Item[], clause: Clause): Span {
  const start = segmented.tokens[items[clause.from]?.from ?? -1]?.start ?? statement.span[0];
  const end = segmented.tokens[(items[clause.to - 1]?.to ?? 0) - 1]?.end ?? statement.span[1];
  return [start, end];
}
