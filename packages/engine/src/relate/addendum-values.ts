/** Wing 3, relate: the side, the size and the level that a correction gives, and those that it takes back: "18 mm, not 8 mm". */
import type { ReadingDocuments } from '@readingscan/knowledge';
import type { Finding, Span } from '../document.ts';
import { buildKinds } from '../kinds.ts';
import { type Level, levelsIn } from '../level.ts';
import { firstPhrase, tagsIn } from '../search.ts';
import type { Knowledge, Recognized, SegmentedStatement } from '../stages.ts';
import type { Token } from '../token.ts';
import type { Trie } from '../trie.ts';
import { checkWords } from './checks/words.ts';

type Side = 'left' | 'right';

export interface Scene {
  readonly recognized: Recognized;
  readonly knowledge: Knowledge;
  /** what stands before, or beside, the notes */
  readonly before: readonly SegmentedStatement[];
  readonly of: (statement: string) => readonly Finding[];
}

/** What the words of a correction name. */
export interface Corrected {
  /** the one side that is right; null where none is named, or it cannot be told which */
  readonly side: Side | null;
  readonly lengths: readonly number[];
  readonly levels: readonly string[];
  /** levels that are said to be wrong: "not L3-4", "L3-4 should read L4-5" */
  readonly wrongLevels: readonly string[];
  /** what is said to be wrong: "not 8 mm", "not left" */
  readonly wrong: Side | number | null;
}

export type Kind = keyof ReadingDocuments['checks']['amended'];
export type Words = Trie<ReadonlySet<Kind>>;

const cache = new WeakMap<object, Words>();

export function amendedWords({ reading }: Knowledge): Words {
  let words = cache.get(reading);
  if (!words) {
    words = buildKinds(reading.documents.checks.amended, reading.spelling);
    cache.set(reading, words);
  }
  return words;
}

/** Whether words of a kind stand in `[from, to)`. */
export function holds(
  words: Words,
  { tokens }: Recognized,
  { from, to }: Pick<SegmentedStatement, 'from' | 'to'>,
  kind: Kind,
): boolean {
  for (let at = from; at < to; ) {
    const hit = firstPhrase(words, tokens, at, to);
    if (!hit) return false;
    if (hit.value.has(kind)) return true;
    at = hit.to;
  }
  return false;
}

export function correctedIn(
  recognized: Recognized,
  { from, to, span }: SegmentedStatement,
  words: Words,
  knowledge: Knowledge,
): Corrected {
  const { tokens, source } = recognized;
  const sides = tagsIn(checkWords(knowledge.reading).sides, source.text, tokens, from, to);
  const named = sides.flatMap(({ value, from: at }) =>
    value.size === 1 && !value.has('both')
      ? [{ side: value.has('left') ? ('left' as const) : ('right' as const), at }]
      : [],
  );
  const refused = named.find(({ at }) => refuses(tokens, at)) ?? replaced(tokens, named, words);
  const kept = new Set(named.filter((one) => one !== refused && one.side !== refused?.side).map(({ side }) => side));
  const both = sides.some(({ value }) => value.has('both') || value.size > 1);
  const [side, second] = kept;
  const sizes = lengthsIn(recognized, span);
  const wrong = sizes.find(({ at }) => refuses(tokens, at))?.mm ?? refused?.side ?? null;
  return {
    side: both || second ? null : (side ?? (refused ? OTHER[refused.side] : null)),
    lengths: sizes.map(({ mm }) => mm),
    levels: levelsIn(tokens, from, to).map(({ level }) => level),
    wrongLevels: wrongLevelsIn(tokens, levelsIn(tokens, from, to), words),
    wrong,
  };
}

function wrongLevelsIn(tokens: readonly Token[], named: readonly Level[], words: Words): readonly string[] {
  const refused = named.filter(({ from }) => refuses(tokens, from));
  if (refused.length > 0) return refused.map(({ level }) => level);
  const [first, last] = [named[0], named.at(-1)];
  if (!first || !last || first.level === last.level) return [];
  return firstPhrase(words, tokens, first.from + 1, last.from)?.value.has('corrects') ? [first.level] : [];
}

interface Named {
  readonly side: Side;
  readonly at: number;
}

/** "Left should read right": the first of two. */
function replaced(tokens: readonly Token[], named: readonly Named[], words: Words): Named | undefined {
  const [first, last] = [named[0], named.at(-1)];
  if (!first || !last || first.side === last.side) return undefined;
  return firstPhrase(words, tokens, first.at + 1, last.at)?.value.has('corrects') ? first : undefined;
}

const OTHER: Readonly<Record<Side, Side>> = { left: 'right', right: 'left' };

/** "not 8 mm", "rather than left", "instead of the left" */
function refuses(tokens: readonly Token[], at: number): boolean {
  const before = tokens[tokens[at - 1]?.norm === 'the' ? at - 2 : at - 1]?.norm;
  return before === 'not' || before === 'than' || (before === 'of' && tokens[at - 2]?.norm === 'instead');
}

function lengthsIn({ tokens, measurements }: Recognized, [start, end]: Span): readonly { mm: number; at: number }[] {
  return measurements.flatMap(({ span, mm }) => {
    if (!mm || span[0] < start || span[1] > end) return [];
    const at = tokens.findIndex((token) => token.start >= span[0]);
    return mm.map((one) => ({ mm: one, at }));
  });
}

/** Whether a correction changes the side, or another value, of what a statement tells; it need not name the thing. */
export function isCorrected(
  { values, findings }: { readonly values: Corrected; readonly findings: readonly Finding[] },
  statement: SegmentedStatement,
  told: readonly Finding[],
  { recognized, before, of }: Scene,
): 'side' | 'value' | null {
  const there = told.filter(({ assertion }) => assertion.presence !== 'absent');
  if (there.length === 0) return null;
  // a correction that names a thing is about that thing
  if (findings.length > 0 && !there.some((one) => findings.some(({ concept }) => concept === one.concept))) return null;
  const sides = new Set(there.flatMap(({ anatomy }) => anatomy.flatMap(({ laterality }) => laterality ?? [])));
  if (findings.length === 0 && values.side !== null && sides.size === 1 && sides.has(OTHER[values.side])) return 'side';
  const own = lengthsIn(recognized, statement.span).map(({ mm }) => mm);
  if (own.length > 0 && values.lengths.length > 0) {
    if (own.some((mm) => values.wrong === mm)) return 'value';
    const sized = before.filter(({ id, span }) => of(id).length > 0 && lengthsIn(recognized, span).length > 0);
    const isOne = findings.length > 0 || sized.length === 1;
    if (isOne && !own.every((mm) => values.lengths.includes(mm))) return 'value';
  }
  const { tokens } = recognized;
  const levels = levelsIn(tokens, statement.from, statement.to).map(({ level }) => level);
  if (levels.length === 0 || values.levels.length === 0) return null;
  const differs =
    values.wrongLevels.length > 0
      ? levels.some((one) => values.wrongLevels.includes(one))
      : !values.levels.every((one) => levels.includes(one));
  return differs ? 'value' : null;
}
