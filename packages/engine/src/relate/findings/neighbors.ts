/** Wing 3, relate, findings: what stands directly before a finding and behind it, and says where it is. */
import { EMPTY_LIST } from '../../alike.ts';
import type { Laterality } from '../../document.ts';
import type { Mention, Owners } from './mentions.ts';
import {
  ADJECTIVE,
  BRACKET,
  COMMA,
  CONCEPT,
  CUE,
  DEGREE,
  DETERMINER,
  EXISTENTIAL,
  HYPHEN,
  isAt,
  JOIN,
  LINK,
  MEASUREMENT,
  MODIFIER,
  NORMAL,
  type Part,
  PREPOSITION,
  STATE,
  STOP,
  VERB,
  WORD,
} from './part.ts';
import { isCued, type Scene } from './scene.ts';

export interface Adjective {
  readonly anatomy: string;
  readonly part: number;
}

export interface Before {
  readonly places: readonly Mention[];
  readonly adjectives: readonly Adjective[];
  readonly side: Laterality | null;
  readonly opens: number;
}

export const NO_PLACES: readonly Mention[] = EMPTY_LIST;
const NO_ADJECTIVES: readonly Adjective[] = EMPTY_LIST;
/** parts; a place farther away is none of the finding's */
const FARTHEST = 30;

/** "small left lower lobe nodule": modifiers and places directly before it. */
export function premodifiers(
  scene: Scene,
  parts: readonly Part[],
  owner: Owners,
  finding: Mention,
  organs: ReadonlySet<Mention>,
): Before {
  let places: Mention[] | null = null;
  let adjectives: Adjective[] | null = null;
  let side: Laterality | null = null;
  let opens = finding.first;
  for (let at = finding.first - 1; at >= 0; at -= 1) {
    const is = isAt(parts, at);
    if (is & MODIFIER) {
      if (is & NORMAL) break;
      const modifier = scene.knowledge.reading.modifiers[parts[at]?.entry ?? 0];
      const anatomy = is & ADJECTIVE ? scene.tables.adjective.get(modifier?.id ?? '') : undefined;
      if (anatomy) {
        adjectives ??= [];
        adjectives.push({ anatomy, part: at });
      }
      if (!places) side ??= anatomy || saysSide(modifier?.role) ? sideOf(modifier?.value) : null;
    } else if (is & CONCEPT) {
      const place = owner[at];
      if (place?.kind !== 'place' || organs.has(place)) break;
      places ??= [];
      places.unshift(place);
    } else if (is & JOIN) {
      const left = isAt(parts, at - 1);
      // "on the left and effusion on the right": a modifier before the join needs one behind it
      const listed = left & isAt(parts, at + 1) & MODIFIER || (left & CONCEPT && owner[at - 1]?.kind === 'place');
      // "cyst on the left and old cyst on the right"
      const { from = 0, to = 0 } = parts[at - 1] ?? {};
      const isOwn = left & MODIFIER && to - from > 1;
      if (!listed || isOwn || at + 1 >= parts.length || is & COMMA) break;
    } else if (!(is & MEASUREMENT) && !(is & WORD && is & (HYPHEN | BRACKET))) {
      if (!places && is & WORD) side ??= sideBeyond(scene, parts, at);
      break;
    }
    opens = at;
  }
  return { places: places ?? NO_PLACES, adjectives: adjectives ?? NO_ADJECTIVES, side, opens };
}

const saysSide = (role: string | undefined): boolean => role === 'side' || role === 'position';

/** words of the name of a place that is not known */
const UNKNOWN = 2;

/** "left submandibular sialadenitis": the side before words that are no ordinary ones; null where an ordinary one stands between. */
export function sideBeyond(
  { knowledge, recognized, tables }: Scene,
  parts: readonly Part[],
  at: number,
): Laterality | null {
  let unknown = 0;
  for (let before = at; before >= 0; before -= 1) {
    const is = isAt(parts, before);
    if (is & MODIFIER && !(is & NORMAL)) {
      const modifier = knowledge.reading.modifiers[parts[before]?.entry ?? 0];
      const side = saysSide(modifier?.role) ? sideOf(modifier?.value) : null;
      if (side) return side;
      continue;
    }
    const token = recognized.tokens[parts[before]?.from ?? 0];
    if (!(is & WORD) || token?.kind !== 'word' || unknown === UNKNOWN || tables.everyday.has(token.norm)) return null;
    unknown += 1;
  }
  return null;
}

export function sideOf(value: string | undefined): Laterality | null {
  return value === 'left' || value === 'right' || value === 'bilateral' || value === 'midline' ? value : null;
}

/** "nodule in the left upper lobe", "nodule, left upper lobe", "nodule left upper lobe": places behind it up to the next finding. */
export function postmodifiers(
  scene: Scene,
  parts: readonly Part[],
  owner: Owners,
  finding: Mention,
  claimed: ReadonlySet<Mention>,
): readonly Mention[] {
  let places: Mention[] | null = null;
  let linked = false;
  const beside = endOfBeside(scene, parts, owner, finding);
  for (let at = finding.last + 1; at < parts.length; at += 1) {
    const is = isAt(parts, at);
    if (is & (STOP | EXISTENTIAL)) break;
    linked ||= at < beside;
    if (is & CONCEPT) {
      const mention = owner[at];
      if (mention?.kind === 'finding') break;
      if (mention?.kind !== 'place') continue;
      if (!linked || claimed.has(mention)) break;
      if (places && isAt(parts, at + 1) & VERB) break;
      places ??= [];
      places.push(mention);
      linked = false;
    } else if (is & LINK) {
      if (is & PREPOSITION) linked = true;
      else if (is & JOIN) {
        // a list of places goes on; a comma may open an apposition: "nodule, left upper lobe"
        linked = places
          ? listGoesOn(parts, owner, at)
          : (is & COMMA) !== 0 && apposed(scene, parts, owner, finding, at);
        if (!linked && !(is & COMMA)) break;
      } else if (is & VERB && places) break;
    } else if (is & WORD && is & BRACKET) linked = true;
    else if (is & NORMAL) break;
  }
  return places ?? NO_PLACES;
}

/** "Cyst upper pole left kidney, 3 cm": one after the places that stand bare right behind a finding; `finding.last + 1` where none do. */
function endOfBeside(scene: Scene, parts: readonly Part[], owner: Owners, finding: Mention): number {
  const none = finding.last + 1;
  let end = none;
  for (let at = none; at < parts.length; at += 1) {
    const is = isAt(parts, at);
    if (is & CONCEPT) {
      const place = owner[at];
      if (place?.kind !== 'place' || !canStandAt(scene, place, finding)) return none;
      end = at + 1;
    } else if (namesPart(scene, parts, at)) continue;
    else if (!(is & MODIFIER) || is & (NORMAL | STATE | DEGREE)) break;
    else {
      const role = scene.knowledge.reading.modifiers[parts[at]?.entry ?? 0]?.role;
      if (!saysSide(role)) break;
    }
  }
  if (end === none) return none;
  // "no mass left kidney 10 cm" may be a size of the kidney
  const isDenied = parts.slice(0, finding.first).some((part) => opensCue(scene, part));
  const next = isAt(parts, end);
  const isClosed = end >= parts.length || next & (STOP | COMMA) || (next & MEASUREMENT && !isDenied);
  return isClosed ? end : none;
}

/** A word that denies, doubts or dates; "no" is an article too. */
export const opensCue = (scene: Scene, { is, from }: Part): boolean =>
  (is & CUE) !== 0 || ((is & DETERMINER) !== 0 && isCued(scene, from));

/** "Right lobe liver", "segment 7 liver": words for a part of an organ before its name. */
function namesPart({ recognized: { tokens } }: Scene, parts: readonly Part[], at: number): boolean {
  const part = parts[at];
  if (!part || !(part.is & WORD) || part.to - part.from > 1) return false;
  const token = tokens[part.from];
  if (PARTS.has(token?.norm ?? '')) return true;
  return token?.kind === 'number' && PARTS.has(tokens[part.from - 1]?.norm ?? '');
}
const PARTS: ReadonlySet<string> = new Set(['lobe', 'segment', 'seg', 'zone']);

/** A finding with a place of its own stands only at that place, a part of it, or the same region of the body. */
export function canStandAt({ tables }: Scene, { concept: place }: Mention, { concept: finding }: Mention): boolean {
  if (!finding.site) return true;
  return (
    place.region === finding.region ||
    tables.lineage(place.id).includes(finding.site) ||
    tables.lineage(finding.site).includes(place.id)
  );
}

/** After a join only modifiers, articles, prepositions and the next place follow. */
function listGoesOn(parts: readonly Part[], owner: Owners, at: number): boolean {
  const end = Math.min(parts.length, at + FARTHEST);
  for (let next = at + 1; next < end; next += 1) {
    const is = isAt(parts, next);
    // "cyst of the left kidney, right kidney normal"
    if (is & CONCEPT) return owner[next]?.kind === 'place' && !(isAt(parts, next + 1) & (VERB | NORMAL));
    if (!(is & (MODIFIER | DETERMINER | PREPOSITION | JOIN))) return false;
  }
  return false;
}

/** Behind the comma stands a place alone; one with a size of its own, behind a size of the finding, is measured itself: "stones 11 mm, CBD 5 mm". */
function apposed(scene: Scene, parts: readonly Part[], owner: Owners, finding: Mention, at: number): boolean {
  const isMeasured = parts.slice(finding.last + 1, at).some(({ is }) => is & MEASUREMENT);
  let placed = false;
  const end = Math.min(parts.length, at + FARTHEST);
  for (let next = at + 1; next < end; next += 1) {
    const is = isAt(parts, next);
    if (is & CONCEPT) {
      if (owner[next]?.kind !== 'place' || (isMeasured && isAt(parts, next + 1) & MEASUREMENT)) return false;
      placed = true;
    } else if (is & LINK && !(is & DETERMINER)) return placed && !(is & VERB);
    else if (!(is & (MODIFIER | LINK)) && (placed || !namesPart(scene, parts, next))) return placed;
  }
  return placed;
}

/** "effusion on the left", "opacities bilaterally". */
export function sideBehind(scene: Scene, parts: readonly Part[], finding: Mention): Laterality | null {
  const end = Math.min(parts.length, finding.last + 6);
  for (let at = finding.last + 1; at < end; at += 1) {
    const is = isAt(parts, at);
    if (is & MODIFIER) {
      const modifier = scene.knowledge.reading.modifiers[parts[at]?.entry ?? 0];
      const side = modifier?.role === 'side' ? sideOf(modifier.value) : null;
      if (side) return isAt(parts, at + 1) & CONCEPT ? null : side;
    } else if (is & (CONCEPT | STOP | JOIN)) return null;
  }
  return null;
}
