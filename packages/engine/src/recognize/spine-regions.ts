/** Wing 2, recognize: the word for a region before a finding of the spine is that part of the spine: "thoracic compression fracture". */
import type { ReadingKnowledge } from '@readingscan/knowledge';
import { conceptsById } from '../concepts-by-id.ts';
import { type Match, type Matches, withLayer } from '../lexicon.ts';
import { firstNotBefore } from '../order.ts';
import type { Segmented } from '../stages.ts';
import type { Token } from '../token.ts';

/** tokens between the word and the finding: "old", "vertebral" */
const FAR = 4;

/** The same matches, with the parts of the spine that such words name. */
export function withSpineRegions(matches: Matches, segmented: Segmented, reading: ReadingKnowledge): Matches {
  const words = wordsOf(reading);
  const { concept, modifier } = matches;
  const { tokens } = segmented;
  const { entries, joins } = words;
  const scene = { tokens, modifiers: modifier, words };
  const made: Match[] = [];
  for (const [at, finding] of concept.entries()) {
    if (!entries.has(finding.entry)) continue;
    const last = concept[at - 1]?.to ?? 0;
    let next = regionBefore(finding.from, Math.max(last, finding.from - FAR), scene);
    while (next) {
      made.push(next);
      next = joins.has(tokens[next.from - 1]?.norm ?? '') ? regionAt(next.from - 1, last, scene) : null;
    }
  }
  if (made.length === 0) return matches;
  return withLayer(
    matches,
    'concept',
    [...concept, ...made].sort((one, other) => one.from - other.from),
  );
}

interface Scene {
  readonly tokens: readonly Token[];
  readonly modifiers: readonly Match[];
  readonly words: Words;
}

/** The nearest region before a token, not before `first`, with nothing but descriptions between. */
function regionBefore(before: number, first: number, scene: Scene): Match | null {
  const { tokens, modifiers, words } = scene;
  for (let to = before; to > first; to -= 1) {
    const region = regionAt(to, first, scene);
    if (region) return region;
    if (!words.between.has(tokens[to - 1]?.norm ?? '') && !isDescribing(to - 1, modifiers)) return null;
  }
  return null;
}

/** The region whose word, or two words, end before a token: "thoracic", "lower thoracic". */
function regionAt(to: number, first: number, { tokens, words }: Scene): Match | null {
  for (const from of [to - 2, to - 1]) {
    if (from < first) continue;
    const named = tokens.slice(from, to);
    const entry = words.regions.get(named.map(({ norm }) => norm).join(' '));
    const [start, end] = [named[0]?.start ?? 0, named.at(-1)?.end ?? 0];
    if (entry !== undefined) return { layer: 'concept', entry, from, to, start, end, plural: false };
  }
  return null;
}

/** A modifier of one word stands at a token. */
function isDescribing(at: number, modifiers: readonly Match[]): boolean {
  const match = modifiers[firstNotBefore(modifiers, ({ from }) => from < at)];
  return match?.from === at && match.to === at + 1;
}

interface Words {
  /** findings of the spine */
  readonly entries: ReadonlySet<number>;
  /** word → entry of the part of the spine */
  readonly regions: ReadonlyMap<string, number>;
  readonly between: ReadonlySet<string>;
  /** "cervical and lumbar" */
  readonly joins: ReadonlySet<string>;
}

const cache = new WeakMap<ReadingKnowledge, Words>();

function wordsOf(reading: ReadingKnowledge): Words {
  let words = cache.get(reading);
  if (!words) {
    const { regions, regionOf, words: listed } = reading.documents.specializations;
    const byId = conceptsById({ reading });
    const sites = new Set(regionOf.sites);
    const isOfSpine = (id: string | undefined, depth = DEPTH): boolean =>
      id !== undefined &&
      depth > 0 &&
      (sites.has(byId.get(id)?.site ?? '') || isOfSpine(byId.get(id)?.broader, depth - 1));
    const entry = new Map(reading.concepts.map(({ id }, at) => [id, at]));
    words = {
      entries: new Set(
        reading.concepts.flatMap(({ id, kind }, at) => (kind === 'finding' && isOfSpine(id) ? [at] : [])),
      ),
      regions: new Map(
        Object.entries({ ...regions, ...regionOf.parts }).flatMap(([word, id]) => {
          const at = entry.get(id);
          return at === undefined ? [] : [[word, at] as const];
        }),
      ),
      between: new Set(regionOf.between),
      joins: new Set([...listed.shares, ...listed.commas]),
    };
    cache.set(reading, words);
  }
  return words;
}
/** broader terms of a term */
const DEPTH = 8;
