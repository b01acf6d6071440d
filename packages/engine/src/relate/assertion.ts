/** Wing 3, relate: is what a statement names present, absent, possible, past, somebody else's? ConText: cue, direction, scope, termination. */
import type { Assertion, Change, Span } from '../document.ts';
import { matchesWithin } from '../lexicon.ts';
import { sectionsById } from '../sections-by-id.ts';
import type { Knowledge, Recognized, SegmentedStatement } from '../stages.ts';
import { type ChangeReach, changeFor, changeReaches } from './assertion/change.ts';
import { type Category, type Cues, cuesOf, type PlacedCue } from './assertion/cues.ts';
import { decide, type Reaching } from './assertion/decide.ts';
import { type Ground, groundOf, tokensOf } from './assertion/ground.ts';
import { headingCues } from './assertion/heading.ts';
import { alternativeTo } from './assertion/lists.ts';
import { nearby } from './assertion/nearby.ts';
import { forwardEnd } from './assertion/scope.ts';
import { backwardStart } from './assertion/scope-behind.ts';
import { sizeChange, yearAfter } from './assertion/size-change.ts';

export interface Asserted {
  readonly assertion: Assertion;
  readonly change: Change | null;
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
const ASKED = new Set<Category>(['hypothetical', 'conditional', 'future']);
const SUPPOSING = new Set<Category>(['likely', 'possible', 'suspected', 'alternative']);

/** One answer for each target, in order. Targets are spans inside the statement. */
export function assertTargets(
  recognized: Recognized,
  statement: SegmentedStatement,
  targets: readonly Span[],
  knowledge: Knowledge,
): readonly Asserted[] {
  if (targets.length === 0) return [];
  const ground = groundOf(recognized, statement.from, withAnswer(recognized, statement), knowledge);
  const section = sectionsById(recognized).get(statement.section);
  const { cue, change } = recognized.matches;
  const heading = section?.heading ? headingCues(recognized, section.heading, ground, knowledge) : [];
  const request = section?.code === 'history' && !heading.some(({ category }) => DATED.has(category));
  const cues = cuesOf(
    ground,
    matchesWithin(cue, ground.from, ground.to),
    matchesWithin(change, ground.from, ground.to),
    request,
    knowledge,
  );
  const scopes = scopesOf(ground, cues);
  const above = heading.filter(({ category }) => !(category === 'historical' && endsPast(cues)));
  const changes = changeReaches(ground, cues).filter((reach) => !isAsked(scopes, reach.at));
  const sized = changes.length === 0 ? sizeChange(recognized.measurements, statement.span, targets) : null;
  return targets.map((target, i): Asserted => {
    const [from, to] = tokensOf(ground, target[0], target[1]);
    const near = nearby(scopes, from, to);
    const change = changeFor(nearby(changes, from, to), from, to) ?? (sized?.target === i ? sized.change : null);
    const reaching = [...reachingOf(near, from, to), ...denialsOf(changes, from, to), ...above];
    const assertion = decide(reaching, target, {
      request,
      either: request || change ? null : alternativeTo(ground, from, to),
      supposed: near.some(({ category }) => SUPPOSING.has(category)),
      resolved: change?.direction === 'resolved' ? (change.basis[0] ?? null) : null,
      pastDate: yearAfter(ground, to),
    });
    return { assertion, change };
  });
}

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

/** "Midline shift?" and "Nodes ......" belong together with the "No" after them. */
function withAnswer(recognized: Recognized, statement: SegmentedStatement): number {
  const { tokens, matches } = recognized;
  const last = tokens[statement.to - 1]?.norm;
  if (last !== '?' && !(last === '.' && tokens[statement.to - 2]?.norm === '.')) return statement.to;
  const [answer] = matchesWithin(matches.cue, statement.to, Math.min(tokens.length, statement.to + 2));
  const after = answer && tokens[answer.to];
  return answer && answer.from === statement.to && (!after || after.norm === '.') ? answer.to : statement.to;
}

function scopesOf(ground: Ground, cues: Cues): readonly Scope[] {
  const scopes: Scope[] = [];
  for (const cue of cues.cues) {
    const { facing, category } = cue;
    const beyond = cue.cue.beyond;
    if (facing === 'pseudo' || facing === 'terminate') continue;
    // "22 mm versus 14 mm" weighs sizes, not diagnoses
    if (facing === 'both' && ground.tokens[cue.to]?.kind === 'number') continue;
    if (facing === 'forward' || facing === 'both')
      scopes.push({ at: cue.from, cue, category, side: 'forward', from: cue.to, to: forwardEnd(ground, cues, cue) });
    if (facing !== 'forward')
      scopes.push({
        at: cue.from,
        cue,
        category,
        side: 'backward',
        from: backwardStart(ground, cues, cue),
        to: cue.from,
      });
    if (beyond && facing === 'backward')
      scopes.push({
        at: cue.from,
        cue,
        category: beyond,
        side: 'forward',
        from: cue.to,
        to: forwardEnd(ground, cues, cue),
      });
  }
  return scopes;
}

function reachingOf(scopes: readonly Scope[], from: number, to: number): readonly Reaching[] {
  const reaching: Reaching[] = [];
  for (const { cue, category, side, from: start, to: end } of scopes) {
    const before = side === 'forward' && ((from >= start && from < end) || (cue.from < from && cue.to > from));
    const behind = side === 'backward' && to <= end && to > start;
    const within = WITHIN.has(category) && cue.from >= from && cue.from < to && side === 'forward' && cue.from === from;
    if (!before && !behind && !within) continue;
    reaching.push({ cue, category, side, distance: within ? 0 : before ? Math.max(0, from - cue.to) : cue.from - to });
  }
  return reaching;
}

/** "no change in hearing" as a target of its own: the change is what is denied. */
function denialsOf(changes: readonly ChangeReach[], from: number, to: number): readonly Reaching[] {
  return nearby(changes, from, to).flatMap(({ change: { by, from: start } }): Reaching[] =>
    by && start >= from && start < to ? [{ cue: by, category: by.category, side: 'forward', distance: 0 }] : [],
  );
}
