/** Wing 3, assertion: from the cues whose scope holds a target to its presence, certainty, time and person. */
import type { Assertion, Certainty, Presence, Span } from '../../document.ts';
import type { Category, PlacedCue } from './cues.ts';
import { isLooming } from './scope.ts';

export interface Reaching {
  readonly cue: PlacedCue;
  readonly category: Category;
  readonly side: 'forward' | 'backward';
  /** tokens between cue and target */
  readonly distance: number;
  /** stands in a heading of its own line, which dates nothing by itself */
  readonly undated: boolean;
}

type Meaning = readonly [Presence, Certainty];
const MEANING: Readonly<Partial<Record<Category, Meaning>>> = {
  negated: ['absent', 'excluded'],
  'hedged-negated': ['absent', 'unlikely'],
  'double-negative': ['present', 'definite'],
  definite: ['present', 'definite'],
  likely: ['present', 'likely'],
  suspected: ['possible', 'likely'],
  possible: ['possible', 'possible'],
  'not-evaluated': ['possible', 'possible'],
  alternative: ['possible', 'possible'],
  unlikely: ['possible', 'unlikely'],
  conditional: ['conditional', 'possible'],
  hypothetical: ['hypothetical', 'possible'],
  future: ['hypothetical', 'possible'],
};

const SAID: Meaning = ['present', 'definite'];

/** Which cue has the last word where several reach a target; the lower the stronger. */
const RANK: Readonly<Partial<Record<Category, number>>> = {
  'double-negative': 0,
  future: 1,
  conditional: 1,
  'not-evaluated': 2,
  negated: 3,
  'hedged-negated': 3,
  instead: 3,
  hypothetical: 4,
  alternative: 5,
  unlikely: 5.5,
  suspected: 6,
  possible: 6,
  likely: 6,
  definite: 7,
};
const DOUBT = new Set<Category>(['likely', 'suspected', 'possible', 'unlikely']);
const DENIAL = new Set<Category>(['negated', 'hedged-negated']);
const SUPPOSING = new Set<Category>(['likely', 'possible', 'suspected', 'alternative']);
const isSupposing = ({ category }: { readonly category: Category }): boolean => SUPPOSING.has(category);

export interface Circumstance {
  /** the statement stands in a request or a history */
  readonly request: boolean;
  /** the "or" between the target and another: one of both */
  readonly either: Span | null;
  /** what may reach the target: A of "A rather than B" may be only supposed */
  readonly near: readonly { readonly category: Category }[];
  readonly resolved: Span | null;
  readonly pastDate: Span | null;
  /** it is said to grow, so that it is here, whatever was done to it */
  readonly grows: boolean;
}

/** Whether a cue has a word in what is said, so that nothing else must be asked. */
export const isSettled = (reaching: readonly Reaching[]): boolean =>
  reaching.some(({ category }) => RANK[category] !== undefined);

export function decide(reaching: readonly Reaching[], target: Span, circumstance: Circumstance): Assertion {
  if (reaching.length === 0 && !circumstance.either && !circumstance.resolved && !circumstance.pastDate)
    return plain(target);
  const nearest = strongest(reaching, null);
  const second = nearest && strongest(reaching, nearest);
  const winner = nearest && outermost(nearest, reaching);
  let past: Reaching | undefined;
  let person: Reaching | undefined;
  let beyond = false;
  for (const one of reaching) {
    if (one.category === 'historical') past ??= circumstance.grows && isDeed(one) ? undefined : one;
    else if (one.category === 'other-person') person ??= one;
    if (one.cue.cue.beyond === 'historical') beyond = true;
  }
  let category = winner?.category ?? null;
  if (!category && circumstance.either) category = 'alternative';
  if (category === 'instead') category = circumstance.near.some(isSupposing) ? 'unlikely' : 'negated';
  if (winner && second && isReserved(winner, second)) category = 'hedged-negated';
  if (circumstance.request && category && DOUBT.has(category) && category !== 'unlikely') category = 'hypothetical';
  const [presence, certainty] = (category && MEANING[category]) || SAID;
  const gone = circumstance.resolved !== null && presence === 'present' && category !== 'double-negative';
  const future = category === 'future';
  const old = past !== undefined || circumstance.pastDate !== null || beyond;
  const historical = old && presence !== 'conditional' && presence !== 'hypothetical';
  const basis: Span[] = [];
  const give = (span: Span | undefined): void => {
    if (span && !basis.some(([start, end]) => start === span[0] && end === span[1])) basis.push(span);
  };
  if (winner) give(spanOf(winner));
  else if (circumstance.either) give(circumstance.either);
  if (gone && circumstance.resolved) give(circumstance.resolved);
  if (historical) give(past ? spanOf(past) : (circumstance.pastDate ?? undefined));
  if (person) give(spanOf(person));
  if (basis.length === 0) basis.push(target);
  if (basis.length > 1) basis.sort((a, b) => a[0] - b[0]);
  return {
    presence: gone ? 'absent' : presence,
    certainty: gone ? 'excluded' : certainty,
    temporality: future ? 'future' : historical || (person && !person.undated) ? 'historical' : 'current',
    experiencer: person ? 'other' : 'patient',
    basis,
  };
}

/** "treated", "previously resected" – not "history of" */
const isDeed = ({ cue: { cue } }: Reaching): boolean => !cue.list;

const plain = (target: Span): Assertion => ({
  presence: 'present',
  certainty: 'definite',
  temporality: 'current',
  experiencer: 'patient',
  basis: [target],
});

/** "may be compatible with": the doubt before the other holds. */
function outermost(one: Reaching, all: readonly Reaching[]): Reaching {
  if (!DOUBT.has(one.category) || one.side !== 'forward' || one.category === 'unlikely') return one;
  const outer = all.find(
    ({ category, side, cue }) =>
      DOUBT.has(category) && side === 'forward' && cue.to <= one.cue.from && one.cue.from - cue.to <= 1,
  );
  return outer ?? one;
}

const spanOf = ({ cue }: Reaching): Span => [cue.start, cue.end];

/** The one with the last word, of equals the nearest, of those the first; but not `except`. */
function strongest(reaching: readonly Reaching[], except: Reaching | null): Reaching | null {
  let best: Reaching | null = null;
  let lowest = Number.POSITIVE_INFINITY;
  for (const one of reaching) {
    if (one === except || RANK[one.category] === undefined) continue;
    const own = rank(one, reaching);
    if (best && (own > lowest || (own === lowest && one.distance >= best.distance))) continue;
    best = one;
    lowest = own;
  }
  return best;
}

const LAST = 8;

/** "cannot be excluded but is unlikely": of two things said behind, the later counts. */
const isTakenBack = (one: Reaching, all: readonly Reaching[]): boolean =>
  all.some((other) => other.side === 'backward' && DOUBT.has(other.category) && other.cue.from >= one.cue.to);

const isDeniedBefore = (one: Reaching, all: readonly Reaching[]): boolean =>
  all.some((other) => DENIAL.has(other.category) && other.side === 'forward' && other.cue.to <= one.cue.from);

/** A doubt that stands before a denial holds it: "might not be X" is possible. */
function rank(one: Reaching, all: readonly Reaching[]): number {
  const rank = RANK[one.category] ?? 9;
  if (one.category === 'definite' && one.cue.cue.direction === 'value') return 2;
  if (one.category === 'not-evaluated' && one.side === 'backward' && isTakenBack(one, all)) return LAST;
  if (isLooming(one.cue) && isDeniedBefore(one, all)) return LAST;
  if (!DOUBT.has(one.category) || one.side !== 'forward') return rank;
  const holds = all.some(
    (other) => DENIAL.has(other.category) && other.side === 'forward' && other.cue.from >= one.cue.to,
  );
  return holds ? 2.5 : rank;
}

/** "likely no fracture", "suggesting the absence of a fracture" */
function isReserved(winner: Reaching, second: Reaching): boolean {
  return (
    (winner.category === 'likely' || winner.category === 'suspected') &&
    DENIAL.has(second.category) &&
    second.cue.from >= winner.cue.to
  );
}
