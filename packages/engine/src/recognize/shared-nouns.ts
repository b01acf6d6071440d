/** Wing 2, recognize: a noun that two names share: "mitral and tricuspid regurgitation" names two leaks, "upper and lower lobes" two places. */
import type { ReadingKnowledge } from '@readingscan/knowledge';
import { conceptsById } from '../concepts-by-id.ts';
import { type Match, type Matches, withLayer } from '../lexicon.ts';
import { firstNotBefore } from '../order.ts';
import { eachForm } from '../search.ts';
import type { Knowledge, Recognized, Segmented } from '../stages.ts';
import { entryNamed } from './entry-named.ts';

/** tokens between two names: a join, degrees and sides */
const FAR = 6;

/** The same matches; an organ, or a word, before a link that shares the noun of the finding behind it is one too; of a part of the body, a word. */
export function withSharedNouns(
  matches: Matches,
  segmented: Segmented,
  knowledge: Knowledge,
): Pick<Recognized, 'matches' | 'sharers'> {
  const { concept } = matches;
  const made: Match[] = [];
  for (const noun of concept) {
    if (noun.to - noun.from < 2) continue;
    const words = sharingWords(knowledge.reading);
    if (!words.nouns.has(noun.entry) && !words.places.has(noun.entry)) continue;
    const scene = { matches, segmented, words, knowledge };
    for (let next = noun; ; ) {
      const shared = sharerBefore(next, noun, scene);
      if (!shared) break;
      made.push(shared);
      next = shared;
    }
  }
  if (made.length === 0) return { matches, sharers: NONE };
  const taken = new Set(made.flatMap(({ from, to }) => [from, to - 1]));
  const kept = concept.filter(({ from, to }) => !taken.has(from) && !taken.has(to - 1));
  const named = withLayer(
    matches,
    'concept',
    [...kept, ...made].sort((one, other) => one.from - other.from),
  );
  const endings = new Map(made.map((name) => [name.to, name.from]));
  return {
    matches: withLayer(
      named,
      'modifier',
      matches.modifier.map((match) => beforeName(match, endings.get(match.to), segmented, knowledge)),
    ),
    sharers: new Set(made.map(({ from }) => from)),
  };
}
const NONE: ReadonlySet<number> = new Set();

/** "right" of "right upper", where "upper", from `name` on, is now a name of its own; any other modifier as it is. */
function beforeName(
  match: Match,
  name: number | undefined,
  { tokens, source }: Segmented,
  { lexicon }: Knowledge,
): Match {
  if (name === undefined || name <= match.from) return match;
  let rest = match;
  eachForm(lexicon.forms, source.text, tokens, match.from, name, ({ layer, entry }, to) => {
    if (layer === 'modifier' && to === name) rest = { ...match, entry, to, end: tokens[to - 1]?.end ?? match.end };
  });
  return rest;
}

/** roles of words by which two things of one name differ */
const TELLS_APART: ReadonlySet<string> = new Set(['acuity', 'position', 'side']);

interface Scene {
  readonly matches: Matches;
  readonly segmented: Segmented;
  readonly words: SharingWords;
  readonly knowledge: Knowledge;
}

/** "canal" of "severe canal and mild foraminal stenosis"; not of "in the canal and foraminal stenosis", nor of "normal canal and …". */
function sharerBefore(next: Match, noun: Match, scene: Scene): Match | null {
  const { matches, segmented, words, knowledge } = scene;
  const { tokens, statements } = segmented;
  const around = statements[firstNotBefore(statements, (statement) => statement.to <= next.from)];
  if (!around || around.from > next.from) return null;
  const norm = (at: number): string => (at >= around.from ? (tokens[at]?.norm ?? '') : '');
  let to = next.from;
  for (let own = describing(to, scene); own; own = describing(to, scene)) to = own.from;
  // "solid, dark nodule" is one nodule
  const isLast = next !== noun || !words.commas.has(norm(to - 1));
  if (next.from - to > FAR || !words.joins.has(norm(to - 1)) || !isLast) return null;
  to -= words.joins.has(norm(to - 2)) ? 2 : 1;
  const organ = endingAt(matches.concept, to);
  const from = organ?.from ?? to - 1;
  const isWord = tokens[from]?.kind === 'word' && from >= around.from;
  if (!isWord || (organ && knowledge.reading.concepts[organ.entry]?.kind !== 'anatomy')) return null;
  if (!words.nouns.has(noun.entry)) return organ ? null : sharing(from, to, noun, segmented, knowledge);
  // "solid and cystic mass" is one mass, "acute and chronic infarcts" are two
  const role = organ ? undefined : knowledge.reading.modifiers[describing(to, scene)?.entry ?? -1]?.role;
  if (role && !TELLS_APART.has(role)) return null;
  let before = from;
  for (let own = describing(before, scene); own; own = describing(before, scene)) {
    if (knowledge.reading.modifiers[own.entry]?.role === 'normal') return null;
    before = own.from;
  }
  while (words.determiners.has(norm(before - 1))) before -= 1;
  return words.prepositions.has(norm(before - 1)) ? null : sharing(from, to, noun, segmented, knowledge);
}

/** The degree or the side that ends right before a token. */
const describing = (at: number, { matches }: Scene): Match | undefined => endingAt(matches.modifier, at);

/** Of matches in their order, the one that ends at a token. */
function endingAt(all: readonly Match[], to: number): Match | undefined {
  const behind = firstNotBefore(all, ({ from }) => from < to);
  return all.slice(Math.max(0, behind - NEAR), behind).find((match) => match.to === to);
}
/** matches that may begin at one place */
const NEAR = 3;

/** The finding that the words `[from, to)` make with the last words of a name: "mitral" with "regurgitation" of "tricuspid regurgitation". */
function sharing(
  from: number,
  to: number,
  noun: Match,
  { tokens, source }: Segmented,
  { lexicon, book, reading }: Knowledge,
): Match | null {
  const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
  for (let rest = noun.from + 1; rest < noun.to; rest += 1) {
    const text = `${source.text.slice(start, end)} ${source.text.slice(tokens[rest]?.start ?? 0, noun.end)}`;
    const entry = entryNamed(text, { lexicon, book });
    if (entry >= 0 && entry !== noun.entry && reading.concepts[entry]?.kind === reading.concepts[noun.entry]?.kind)
      return { layer: 'concept', entry, from, to, start, end, plural: noun.plural };
  }
  return null;
}

interface SharingWords {
  /** entries of findings, and of what is a finding where it is only seen */
  readonly nouns: ReadonlySet<number>;
  /** entries of the other parts of the body */
  readonly places: ReadonlySet<number>;
  readonly joins: ReadonlySet<string>;
  readonly commas: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
}

const cache = new WeakMap<ReadingKnowledge, SharingWords>();

function sharedBy(reading: ReadingKnowledge, visible: ReadonlySet<string>): ReadonlySet<number> {
  const byId = conceptsById({ reading });
  const isVisible = (id: string | undefined, depth = DEPTH): boolean =>
    id !== undefined && depth > 0 && (visible.has(id) || isVisible(byId.get(id)?.broader, depth - 1));
  return new Set(
    reading.concepts.flatMap(({ id, kind }, at) =>
      kind === 'finding' || (kind === 'anatomy' && isVisible(id)) ? [at] : [],
    ),
  );
}
/** broader terms of a term */
const DEPTH = 8;

export function sharingWords(reading: ReadingKnowledge): SharingWords {
  let words = cache.get(reading);
  if (!words) {
    const { words: listed, visible } = reading.documents.specializations;
    const { shares, commas, prepositions, determiners } = listed;
    const nouns = sharedBy(reading, new Set(visible));
    words = {
      nouns,
      places: new Set(reading.concepts.flatMap(({ kind }, at) => (kind === 'anatomy' && !nouns.has(at) ? [at] : []))),
      joins: new Set([...shares, ...commas]),
      commas: new Set(commas),
      prepositions: new Set(prepositions),
      determiners: new Set(determiners),
    };
    cache.set(reading, words);
  }
  return words;
}
