/** Wing 3, relate, findings: which places belong to which finding (located-at), and on which side. */
import { EMPTY_LIST } from '../../alike.ts';
import type { Laterality } from '../../document.ts';
import type { Mention, Mentions } from './mentions.ts';
import {
  type Adjective,
  type Before,
  canStandAt,
  NO_PLACES,
  postmodifiers,
  premodifiers,
  sideBehind,
} from './neighbors.ts';
import {
  ALTERNATIVE,
  DETERMINER,
  EXISTENTIAL,
  isAt,
  JOIN,
  LINK,
  MODIFIER,
  NORMAL,
  type Part,
  PLACE,
  PREPOSITION,
  STOP,
} from './part.ts';
import type { Parts, Scene } from './scene.ts';

export interface Location {
  readonly places: readonly Mention[];
  /** organs named by an adjective: pulmonary */
  readonly adjectives: readonly Adjective[];
  readonly side: Laterality | null;
  /** first part of what stands before the finding and belongs to it */
  readonly opens: number;
  /** joined to the finding before it: "effusion and atelectasis" */
  readonly joined: boolean;
}

const NO_LOCATIONS: readonly Location[] = EMPTY_LIST;

/** One location for each finding among the mentions, in order. */
export function locationsOf(
  scene: Scene,
  { parts, hold }: Parts,
  { mentions, named: findings, owner }: Mentions,
): readonly Location[] {
  if (findings.length === 0) return NO_LOCATIONS;
  const placed = (hold & PLACE) !== 0;
  const organs = placed ? organsOf(findings) : NO_ORGANS;
  const before: Before[] = [];
  for (const finding of findings) before.push(premodifiers(scene, parts, owner, finding, organs));
  const behind: (readonly Mention[])[] = [];
  const claimed = new Set<Mention>();
  if (placed) {
    for (const organ of organs) claimed.add(organ);
    for (const { places } of before) for (const place of places) claimed.add(place);
    for (const finding of findings)
      behind.push(finding.organ ? NO_PLACES : postmodifiers(scene, parts, owner, finding, claimed));
    for (const places of behind) for (const place of places) claimed.add(place);
  }
  const found: Location[] = [];
  let order = -1;
  for (let index = 0; index < findings.length; index += 1) {
    const finding = findings[index];
    const own = before[index];
    if (!finding || !own) break;
    order = placed ? mentions.indexOf(finding, order + 1) : 0;
    const previous = index > 0 ? found[index - 1] : undefined;
    const joined = index > 0 && isJoined(parts, findings[index - 1], finding, own.opens);
    let places = together(own.places, behind[index] ?? NO_PLACES);
    if (finding.organ) places = [finding.organ];
    let { adjectives } = own;
    let side = own.side ?? (hold & MODIFIER ? sideBehind(scene, parts, finding) : null);
    if (places.length === 0 && adjectives.length === 0) {
      const lent = lentByNext(parts, findings, before, behind, index);
      if (lent) places = lent;
      else if (joined && previous && (previous.places.length > 0 || previous.adjectives.length > 0)) {
        places = previous.places;
        adjectives = previous.adjectives;
      } else if (placed) places = subjectOf(scene, parts, mentions, order, claimed);
    }
    if (side === null && joined && previous && places.length === 0) side = previous.side;
    found.push({ places, adjectives, side, opens: own.opens, joined });
  }
  return found;
}

const NO_ORGANS: ReadonlySet<Mention> = new Set();

function organsOf(findings: readonly Mention[]): ReadonlySet<Mention> {
  if (!findings.some(({ organ }) => organ)) return NO_ORGANS;
  return new Set(findings.flatMap(({ organ }) => organ ?? []));
}

const together = (one: readonly Mention[], other: readonly Mention[]): readonly Mention[] => {
  if (other.length === 0) return one;
  return one.length === 0 ? other : [...one, ...other];
};

/** "effusion and atelectasis in the left lower lobe": the place behind the second is that of the first too. */
function lentByNext(
  parts: readonly Part[],
  findings: readonly Mention[],
  before: readonly Before[],
  behind: readonly (readonly Mention[])[],
  index: number,
): readonly Mention[] | null {
  const [finding, next, own, places] = [findings[index], findings[index + 1], before[index + 1], behind[index + 1]];
  if (!finding || !next || !own || !places || places.length === 0 || own.places.length > 0) return null;
  // "biopsy of the mass and aspiration of the node"
  if (next.concept.kind === 'procedure' && finding.concept.kind !== 'procedure') return null;
  return isJoined(parts, finding, next, own.opens) ? places : null;
}

/** Between the two only words that join, articles and what belongs to the second. */
function isJoined(parts: readonly Part[], one: Mention | undefined, two: Mention, opens: number): boolean {
  if (!one || one.organ || two.organ || opens <= one.last) return false;
  let joins = false;
  for (let at = one.last + 1; at < opens; at += 1) {
    const is = isAt(parts, at);
    if (is & JOIN) joins = true;
    else if (!(is & (DETERMINER | ALTERNATIVE | MODIFIER))) return false;
  }
  return joins;
}

/** "The liver shows a cyst", "LIVER: cyst", "in the left lung there is a nodule": the nearest free place before it. */
function subjectOf(
  scene: Scene,
  parts: readonly Part[],
  mentions: readonly Mention[],
  index: number,
  claimed: ReadonlySet<Mention>,
): readonly Mention[] {
  const finding = mentions[index];
  if (!finding) return NO_PLACES;
  const places: Mention[] = [];
  const end = Math.max(0, index - FARTHEST);
  for (let before = index - 1; before >= end; before -= 1) {
    const mention = mentions[before];
    if (!mention || mention.kind === 'finding') continue;
    const from = mention.last + 1;
    const to = places[0]?.first ?? finding.first;
    if (claimed.has(mention) || to - from > FARTHEST) break;
    if (places.length === 0 && closes(parts, from, to, mention.first)) break;
    if (places.length > 0 && !isList(parts, from, to)) break;
    places.unshift(mention);
  }
  return finding.concept.site ? places.filter((place) => canStandAt(scene, place, finding)) : places;
}

/** Only modifiers and link words, a joining one among them. */
function isList(parts: readonly Part[], from: number, to: number): boolean {
  let joined = false;
  for (let at = from; at < to; at += 1) {
    const is = isAt(parts, at);
    if (!(is & (MODIFIER | LINK))) return false;
    if (is & JOIN) joined = true;
  }
  return joined;
}

/** parts or mentions; a place farther away is none of the finding's */
const FARTHEST = 30;

/** What stands between a place and a finding ends the sentence of the place: "the heart is normal and there is …". */
function closes(parts: readonly Part[], from: number, to: number, first: number): boolean {
  for (let at = from; at < to; at += 1) {
    const is = isAt(parts, at);
    if (is & (STOP | NORMAL)) return true;
    if (is & EXISTENTIAL && !opensWithPreposition(parts, first)) return true;
  }
  return false;
}

/** "In the left lung there is …" */
function opensWithPreposition(parts: readonly Part[], first: number): boolean {
  const end = Math.max(0, first - 4);
  for (let at = first - 1; at >= end; at -= 1) if (isAt(parts, at) & PREPOSITION) return true;
  return false;
}
