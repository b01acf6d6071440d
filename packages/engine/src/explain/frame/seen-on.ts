/** Wing 4, explain, frame: what a sentence is told within: the test that showed it, and what it would explain. */
import type { Frames } from '@readingscan/knowledge';
import type { Span } from '../../document.ts';
import { type Match, matchesWithin } from '../../lexicon.ts';
import type { Explainable, Knowledge, SegmentedStatement } from '../../stages.ts';
import { sideBeside } from './described.ts';
import { feltAt } from './felt.ts';
import { type Ground, normAt, wordsOf } from './ground.ts';
import { placeOf, type ToldPlace } from './place-of.ts';
import type { Scene } from './scene.ts';

/** A test as the subject of its statement. */
export interface SeenOn {
  readonly concept: string;
  readonly plural: boolean;
  readonly places: readonly ToldPlace[];
  readonly basis: readonly Span[];
}

/** "The chest X-ray shows …", "MRI of the left knee demonstrates …"; null where another word stands before it or behind it. */
export function seenOn({ ground, account, knowledge, related: { tokens } }: Scene): SeenOn | null {
  const { words, from, to } = ground;
  let at = from;
  if (tokens[at]?.kind === 'number' && tokens[at + 1]?.kind === 'mark') at += 1;
  while (at < to && (tokens[at]?.kind === 'mark' || words.beforeTest.has(normAt(ground, at)))) at += 1;
  const before = partFrom(at, ground);
  const test = ground.testFrom.get(before?.to ?? at);
  if (!test || account.isTold(test.start)) return null;
  const behind = before || !words.partOf.has(normAt(ground, test.to)) ? null : partFrom(test.to + 1, ground);
  if (!words.showing.has(normAt(ground, behind?.to ?? test.to))) return null;
  const organ = before ?? behind;
  const sides = organ ? [ground.modifierTo.get(organ.from)].flatMap((one) => (one ? [one] : [])) : [];
  const spans = [test, ...sides, ...(organ ? [organ] : [])].map(({ start, end }): Span => [start, end]);
  return {
    concept: knowledge.reading.concepts[test.entry]?.id ?? '',
    plural: test.plural,
    places: organ ? [placeOf(organ, sideBeside(organ, ground), knowledge)] : [],
    basis: spans.sort((a, b) => a[0] - b[0]),
  };
}

/** "Prior CT showed no fracture": what it found is no longer what is there. */
export function tellsEarlierTest({ ground, knowledge, related: { matches } }: Scene): boolean {
  const { words, from, to } = ground;
  const showsAt = (at: number): boolean => {
    const test = ground.testFrom.get(at);
    return test !== undefined && words.showing.has(normAt(ground, test.to));
  };
  return matchesWithin(matches.cue, from, to).some(({ entry, from: first, to: behind }) => {
    const { direction, category } = knowledge.reading.cues[entry] ?? {};
    if (direction !== 'pseudo' || category !== 'historical') return false;
    for (let at = first; at <= behind + 1; at += 1) if (showsAt(at)) return true;
    return false;
  });
}

/** "the left knee", with one side at most */
function partFrom(from: number, ground: Ground): Match | null {
  const at = ground.words.determiners.has(normAt(ground, from)) ? from + 1 : from;
  const side = ground.modifierFrom.get(at);
  const isSide = side !== undefined && ground.knowledge.reading.modifiers[side.entry]?.role === 'side';
  return ground.organFrom.get(isSide ? side.to : at) ?? null;
}

/** What a thing would explain, in words of the language, to the end of the statement. */
export interface Explained {
  readonly names: readonly string[];
  /** one of them or the other */
  readonly isEither: boolean;
  readonly span: Span;
}

/** "… to account for the patient's abdominal pain", "… to explain bloating": null where a word of it is not known. */
export function explainedBy(
  related: Explainable,
  { from, to }: SegmentedStatement,
  knowledge: Knowledge,
  frames: Frames,
): Explained | null {
  const { tokens } = related;
  const words = wordsOf(knowledge);
  const norm = (at: number): string => (at < to ? (tokens[at]?.norm ?? '') : '');
  for (let at = from + 1; at < to; at += 1) {
    if (!words.explaining.has(norm(at))) continue;
    const first = norm(at - 1) === 'to' ? at - 1 : at;
    let next = norm(at + 1) === 'for' ? at + 2 : at + 1;
    const names: string[] = [];
    let isEither = false;
    while (next < to) {
      const felt = feltAt(next, to, frames, { related, knowledge });
      if (felt) {
        names.push(felt.value);
        next = felt.to;
      } else if (words.ofThePerson.has(norm(next)) || JOINING.has(norm(next)) || tokens[next]?.kind === 'mark') {
        isEither ||= norm(next) === 'or';
        next += 1;
      } else return null;
    }
    const [start, end] = [tokens[first]?.start ?? 0, tokens[to - 1]?.end ?? 0];
    return names.length > 0 ? { names: [...new Set(names)], isEither, span: [start, end] } : null;
  }
  return null;
}
const JOINING: ReadonlySet<string> = new Set(['and', 'or']);
