/** Wing 3, relate: what should be there and is not: "no flow in the artery", "no heartbeat", "loss of enhancement of the kidney". It is never good news. */
import type { UrgencyTier } from '../document.ts';
import { matchesWithin } from '../lexicon.ts';
import { eachForm } from '../search.ts';
import type { Knowledge, Recognized, SegmentedStatement } from '../stages.ts';
import type { Token } from '../token.ts';
import { buildTrie, type FormEntry, type Trie } from '../trie.ts';
import { assertTargets } from './assertion.ts';
import { higher } from './urgency/tier.ts';
import { WANTED } from './word-kinds.ts';

type Rule = Knowledge['reading']['documents']['urgency']['missing'][number];

/** A form found, tokens `[from, to)`. */
interface Placed<T> {
  readonly value: T;
  readonly from: number;
  readonly to: number;
}

interface Thing {
  readonly rule: Rule;
  /** the word denies by itself: nonenhancing */
  readonly lacks: boolean;
}

interface Loss {
  readonly side: 'before' | 'behind';
  /** counts for this alone */
  readonly rule?: Rule;
}

interface Words {
  readonly things: Trie<Thing>;
  /** the group of each place */
  readonly places: Trie<string>;
  readonly without: Trie<Rule>;
  readonly lost: Trie<Loss>;
  readonly between: Readonly<Record<'of' | 'verbs' | 'stops' | 'denials', ReadonlySet<string>>>;
}

const found = new WeakMap<SegmentedStatement, UrgencyTier | null>();

/** The tier of what a statement says to be missing; null where nothing is. Asked for several times, found once. */
export function missingIn(
  recognized: Recognized,
  statement: SegmentedStatement,
  knowledge: Knowledge,
): UrgencyTier | null {
  const { from, to } = statement;
  let isHeld = false;
  for (let at = from; at < to && !isHeld; at += 1) isHeld = ((recognized.tokens[at]?.word.kinds ?? 0) & WANTED) !== 0;
  if (!isHeld) return null;
  let tier = found.get(statement);
  if (tier === undefined) {
    tier = tierOfMissing(recognized, statement, knowledge);
    found.set(statement, tier);
  }
  return tier;
}

function tierOfMissing(
  recognized: Recognized,
  statement: SegmentedStatement,
  knowledge: Knowledge,
): UrgencyTier | null {
  const { from, to } = statement;
  const { tokens } = recognized;
  const words = wordsOf(knowledge);
  const scene: Scene = { recognized, statement, knowledge, words };
  const named = formsIn(scene, words.things);
  // without a word that denies or tells of a loss all is there
  const isDeniable =
    named.some(({ value }) => value.lacks) ||
    matchesWithin(recognized.matches.cue, from, to).length > 0 ||
    (named.length > 0 && formsIn(scene, words.lost).length > 0);
  const things = isDeniable ? named.filter((thing) => isMeant(scene, thing)) : [];
  if (things.length === 0) return null;
  const answers = assertTargets(
    recognized,
    statement,
    things.map((thing) => [tokens[thing.from]?.start ?? 0, tokens[thing.to - 1]?.end ?? 0]),
    knowledge,
  );
  let tier: UrgencyTier | null = null;
  things.forEach((thing, i) => {
    const assertion = answers[i]?.assertion;
    if (assertion?.temporality !== 'current' || assertion.experiencer !== 'patient') return;
    const { rule, lacks } = thing.value;
    const isGone = lacks
      ? assertion.presence === 'present' || assertion.presence === 'possible'
      : (lossOf(scene, thing) ?? (rule.lost === undefined && assertion.presence === 'absent'));
    if (isGone) tier = higher(tier ?? rule.tier, rule.tier);
  });
  return tier;
}

interface Scene {
  readonly recognized: Recognized;
  readonly statement: SegmentedStatement;
  readonly knowledge: Knowledge;
  readonly words: Words;
}

/** Every form in a statement, also one within another; or only near a thing. */
function formsIn<T>({ recognized, statement }: Scene, trie: Trie<T>, near?: Placed<unknown>): Placed<T>[] {
  const { source, tokens } = recognized;
  const from = near ? Math.max(statement.from, near.from - NEAR) : statement.from;
  const to = near ? Math.min(statement.to, near.to + NEAR) : statement.to;
  const found: Placed<T>[] = [];
  for (let at = from; at < to; at += 1)
    eachForm(trie, source.text, tokens, at, to, (value, end) => found.push({ value, from: at, to: end }));
  return found;
}

/** tokens around a thing in which all that belongs to it stands */
const NEAR = 24;

const BESIDE = 6;

/** It lies in a place that needs it, and no word beside it makes its absence good news. */
function isMeant(scene: Scene, thing: Placed<Thing>): boolean {
  const { rule } = thing.value;
  const groups = rule.in;
  const place = groups ? placeOf(scene, thing, groups) : thing;
  if (!place) return false;
  if (!rule.without) return true;
  const from = Math.min(thing.from, place.from) - BESIDE;
  const to = Math.max(thing.to, place.to) + BESIDE;
  return !formsIn(scene, scene.words.without, thing).some(
    (one) => one.value === rule && one.from >= from && one.to <= to && !isCut(scene, one, thing, place),
  );
}

/** "No enhancement of the kidney, no mass": a word of the next clause is of another thing. */
function isCut(
  { recognized: { tokens }, words: { between } }: Scene,
  word: Placed<unknown>,
  ...ends: readonly Placed<unknown>[]
): boolean {
  const last = Math.max(...ends.map(({ to }) => to));
  for (let at = last; at < word.from; at += 1) if (between.stops.has(tokens[at]?.norm ?? '')) return true;
  return false;
}

const REACH = 9;

/** The place that the thing is said of: "flow in the artery", "renal enhancement", "the kidney shows no enhancement". */
function placeOf(scene: Scene, thing: Placed<Thing>, groups: readonly string[]): Placed<string> | null {
  const { tokens } = scene.recognized;
  const { of, verbs, stops } = scene.words.between;
  const places = formsIn(scene, scene.words.places, thing).filter(({ value }) => groups.includes(value));
  for (const place of places) {
    if (place.from >= thing.to) {
      const between = tokens.slice(thing.to, place.from);
      const near = between.length <= REACH && !between.some(({ norm }) => stops.has(norm));
      const isHosted = between.some(({ norm }) => of.has(norm));
      if (near && (isHosted || (thing.value.lacks && between.length <= 3))) return place;
    } else if (place.to <= thing.from) {
      const between = tokens.slice(place.to, thing.from);
      if (between.length <= 1 && !between.some(({ kind }) => kind === 'mark')) return place;
      const isSaid =
        between.some(({ norm }) => verbs.has(norm)) && !between.some(({ norm }) => norm === ';' || norm === '.');
      if (isSaid && between.length <= REACH) return place;
    }
  }
  return null;
}

const BETWEEN = 2;

/** Whether "loss of the normal flow", "the flow is lost" says so, or is denied itself; null where nothing speaks of loss. */
function lossOf(scene: Scene, thing: Placed<Thing>): boolean | null {
  const { tokens } = scene.recognized;
  let lost: boolean | null = null;
  const { rule } = thing.value;
  for (const one of formsIn(scene, scene.words.lost, thing)) {
    const isOfThis = one.value.rule === (rule.lost ? rule : undefined);
    const near =
      one.value.side === 'before'
        ? one.to <= thing.from && thing.from - one.to <= BETWEEN
        : one.from >= thing.to && one.from - thing.to <= REACH;
    const between = tokens.slice(Math.min(one.to, thing.to), Math.max(one.from, thing.from));
    if (isOfThis && near && !between.some(isMark)) lost = lost === true || !isDenied(scene, one.from);
  }
  return lost;
}

const isMark = ({ kind }: Token): boolean => kind === 'mark';

function isDenied({ recognized: { tokens }, statement, words: { between } }: Scene, at: number): boolean {
  return tokens.slice(Math.max(statement.from, at - 4), at).some(({ norm }) => between.denials.has(norm));
}

const cache = new WeakMap<object, Words>();

function wordsOf({ reading }: Knowledge): Words {
  let words = cache.get(reading);
  if (!words) {
    const { missing, places, lost, between } = reading.documents.urgency;
    const things = missing.flatMap((rule): FormEntry<Thing>[] => [
      ...(rule.match ?? []).map((form): FormEntry<Thing> => [form, { rule, lacks: false }]),
      ...(rule.lacks ?? []).map((form): FormEntry<Thing> => [form, { rule, lacks: true }]),
    ]);
    const named = Object.entries(places).flatMap(([group, forms]) =>
      forms.map((form): FormEntry<string> => [form, group]),
    );
    const without = missing.flatMap((rule) => (rule.without ?? []).map((form): FormEntry<Rule> => [form, rule]));
    const lossesOf = (words: typeof lost | undefined, rule?: Rule): FormEntry<Loss>[] =>
      (['before', 'behind'] as const).flatMap((side) =>
        (words?.[side] ?? []).map((form): FormEntry<Loss> => [form, rule ? { side, rule } : { side }]),
      );
    const gone = [...lossesOf(lost), ...missing.flatMap((rule) => lossesOf(rule.lost, rule))];
    words = {
      things: buildTrie(things, reading.spelling),
      places: buildTrie(named, reading.spelling),
      without: buildTrie(without, reading.spelling),
      lost: buildTrie(gone, reading.spelling),
      between: {
        of: new Set(between.of),
        verbs: new Set(between.verbs),
        stops: new Set(between.stops),
        denials: new Set(between.denials),
      },
    };
    cache.set(reading, words);
  }
  return words;
}
