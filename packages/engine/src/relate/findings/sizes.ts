/** Wing 3, relate, findings: which finding, or which organ, a measurement measures (measured-as). */
import type { Location } from './location.ts';
import type { Mention, Mentions, Owners } from './mentions.ts';
import { opensCue } from './neighbors.ts';
import { COMMA, CONCEPT, isAt, MEASUREMENT, MODIFIER, type Part } from './part.ts';
import type { Parts, Scene } from './scene.ts';

/** For each mention the indices of its measurements; `loose` measurements name nothing in their own statement. */
export interface Sizes {
  readonly of: ReadonlyMap<Mention, readonly number[]>;
  readonly loose: readonly number[];
}

const NONE: Sizes = { of: new Map(), loose: [] };

export function sizesIn(
  scene: Scene,
  { parts, hold }: Parts,
  { owner, named }: Mentions,
  locations: readonly Location[],
): Sizes {
  if (!(hold & MEASUREMENT)) return NONE;
  const of = new Map<Mention, number[]>();
  const loose: number[] = [];
  const carriers = new Map<Mention, Mention>();
  const opens = new Map<number, Mention>();
  named.forEach((finding, index) => {
    if (finding.organ) carriers.set(finding.organ, finding);
    const location = locations[index];
    for (const place of location?.places ?? []) if (!carriers.has(place)) carriers.set(place, finding);
    for (let at = location?.opens ?? finding.first; at < finding.first; at += 1) opens.set(at, finding);
  });
  let last: Mention | null = null;
  parts.forEach((part, at) => {
    if (part.is & CONCEPT) last = owner[at] ?? last;
    if (!(part.is & MEASUREMENT)) return;
    const follows = isAt(parts, at - 1) & CONCEPT && owner[at - 1] !== null;
    const behind = opens.get(at) ?? (follows ? null : nounBehind(parts, owner, at));
    const mention: Mention | null = behind ?? last ?? nextMention(scene, parts, owner, at);
    if (!mention) {
      loose.push(part.entry);
      return;
    }
    const carrier = mention.kind === 'place' ? carrierOf(mention, carriers.get(mention), at) : mention;
    const list = of.get(carrier);
    if (list) list.push(part.entry);
    else of.set(carrier, [part.entry]);
  });
  return { of, loose };
}

/** The finding at a place; "the CBD is 9 mm, no stone": a finding that comes later, and is no state of the organ, takes nothing from it. */
function carrierOf(place: Mention, finding: Mention | undefined, at: number): Mention {
  if (!finding) return place;
  return finding.organ !== place && place.last < at && at < finding.first ? place : finding;
}

const NEAR = 12;

/** "6.4 mm canal": the place right behind it. */
function nounBehind(parts: readonly Part[], owner: Owners, at: number): Mention | null {
  let next = at + 1;
  while (isAt(parts, next) & MODIFIER && next < at + NEAR) next += 1;
  return isAt(parts, next) & CONCEPT ? (owner[next] ?? null) : null;
}

function nextMention(scene: Scene, parts: readonly Part[], owner: Owners, at: number): Mention | null {
  for (let next = at + 1; next < Math.min(owner.length, at + NEAR); next += 1) {
    const mention = owner[next];
    if (mention) return mention;
    // "wall thickness of 3 mm, no mass"
    const part = parts[next];
    if (part && isAt(parts, next - 1) & COMMA && opensCue(scene, part)) return null;
  }
  return null;
}
