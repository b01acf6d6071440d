/** Wing 3, relate, findings: organs whose state makes a finding: "the heart is mildly enlarged", "enlarged lymph nodes". */
import type { ReadingConcept } from '@readingscan/knowledge';
import type { Span } from '../../document.ts';
import { longestForm } from '../../search.ts';
import type { Mention, Owners } from './mentions.ts';
import {
  COMMA,
  CONCEPT,
  CUE,
  DETERMINER,
  EXISTENTIAL,
  isAt,
  JOIN,
  LINK,
  MEASUREMENT,
  MODIFIER,
  NORMAL,
  type Part,
  PLACE,
  PREPOSITION,
  SAYS,
  STATE,
  STOP,
  VERB,
} from './part.ts';
import { isCued, type Scene } from './scene.ts';
import { ANY } from './tables.ts';

/** Each organ with a word that says its state; the first of two that say the same counts. */
export function organStates(scene: Scene, parts: readonly Part[], owner: Owners): readonly Mention[] {
  const states: Mention[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const is = isAt(parts, at);
    if (!(is & (STATE | SAYS)) || is & (CONCEPT | MEASUREMENT | STOP)) continue;
    const state = stateWordAt(scene, parts, at);
    if (!state) continue;
    const { organs, until } = state;
    const behind = is & MODIFIER ? organsBehind(scene, parts, owner, at, organs) : NONE;
    // "the heart is enlarged small effusions"
    const isSaid = (isAt(parts, at - 1) & VERB) !== 0;
    const isOfNext = behind.length > 0 || (!isSaid && describesNext(parts, until));
    const before = isOfNext ? NONE : organsBefore(scene, parts, owner, at, organs);
    for (const organ of before.length > 0 ? before : behind)
      if (!states.some((told) => told.organ === organ.place && told.concept.id === organ.becomes.id))
        states.push(stateMention(scene, parts, organ, at, until));
  }
  return states;
}
const NONE: readonly Organ[] = [];

function stateMention(scene: Scene, parts: readonly Part[], organ: Organ, at: number, until: number): Mention {
  const first = Math.min(at, organ.place.first);
  const last = Math.max(until, organ.place.last);
  const span = spanOf(scene, parts, first, last);
  const before = organ.place.first < at;
  const doubted = before && (holdsCue(parts, organ.place.last + 1, at) || opensDenied(scene, parts, organ.place.first));
  return {
    kind: 'finding',
    concept: organ.becomes,
    first,
    last,
    span,
    target: before ? spanOf(scene, parts, at, until) : span,
    second: doubted ? organ.place.span : null,
    organ: organ.place,
  };
}

function holdsCue(parts: readonly Part[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isAt(parts, at) & CUE) return true;
  return false;
}

/** A modifier, or other words, that say the state of an organ, and the last part they cover. */
function stateWordAt(
  { tables, recognized, knowledge }: Scene,
  parts: readonly Part[],
  at: number,
): { readonly organs: Organs; readonly until: number } | null {
  const part = parts[at];
  if (!part) return null;
  if (part.is & STATE) {
    const id = knowledge.reading.modifiers[part.entry]?.id ?? '';
    const organs = { stated: tables.organState.get(id), named: tables.namedState.get(id) };
    if (organs.stated || organs.named) return { organs, until: at };
  }
  const said = longestForm(tables.says, recognized.source.text, recognized.tokens, part.from);
  const [stated] = said?.values ?? [];
  if (!said || !stated) return null;
  let until = at;
  while ((parts[until]?.to ?? said.to) < said.to && parts[until + 1]) until += 1;
  return { organs: { stated, named: undefined }, until };
}

function spanOf({ recognized }: Scene, parts: readonly Part[], first: number, last: number): Span {
  const start = recognized.tokens[parts[first]?.from ?? 0]?.start ?? 0;
  return [start, recognized.tokens[(parts[last]?.to ?? 1) - 1]?.end ?? start];
}

/** "No lymph node in …": only a cue and what describes the organ stand before it. */
function opensDenied(scene: Scene, parts: readonly Part[], first: number): boolean {
  const end = Math.max(0, first - LONGEST);
  for (let at = first - 1; at >= end; at -= 1) {
    const is = isAt(parts, at);
    if (is & CUE) return true;
    if (!(is & (MODIFIER | DETERMINER))) return false;
    if (is & DETERMINER && (at === 0 || isCued(scene, parts[at]?.from ?? 0))) return true;
  }
  return false;
}

/** parts of a noun phrase */
const LONGEST = 14;

interface Organ {
  readonly place: Mention;
  readonly becomes: ReadingConcept;
}

/** What the organs become: by themselves or as parts of others, and of those that a name holds just themselves. */
interface Organs {
  readonly stated: ReadonlyMap<string, string> | undefined;
  readonly named: ReadonlyMap<string, string> | undefined;
}

function stateOf({ tables }: Scene, place: Mention, organs: Organs): Organ | null {
  const line = tables.lineage(place.concept.id);
  const own = line.find((id) => organs.stated?.has(id)) ?? '';
  const here = tables.unsided(place.concept.id);
  const general = organs.stated?.get(own) ?? organs.named?.get(here) ?? organs.stated?.get(ANY) ?? '';
  const special = tables.special.get(general);
  const named = line.find((id) => special?.has(id));
  const becomes = tables.concept.get((named && special?.get(named)) ?? general);
  return becomes ? { place, becomes } : null;
}

/** "enlarged mediastinal lymph nodes": the head of the noun phrase that follows; of "enlarged axillary and inguinal nodes" each of the places. */
function organsBehind(
  scene: Scene,
  parts: readonly Part[],
  owner: Owners,
  at: number,
  organs: Organs,
): readonly Organ[] {
  const found: Organ[] = [];
  let isJoined = false;
  const end = Math.min(parts.length, at + LONGEST);
  for (let next = at + 1; next < end; next += 1) {
    const is = isAt(parts, next);
    if (is & CONCEPT) {
      const place = owner[next];
      if (place?.kind !== 'place') break;
      const own = stateOf(scene, place, organs);
      if (own) found.splice(isJoined ? found.length : found.length - 1, 1, own);
      isJoined = false;
    } else if (is & JOIN) {
      isJoined = scene.recognized.sharers.has(parts[next - 1]?.from ?? -1);
      // "enlarged para-aortic and pelvic nodes"
      const isDescribed = next - 1 > at && (isAt(parts, next - 1) & MODIFIER) !== 0;
      // "enlarged liver and spleen"
      const isOther = endsInOrgan(parts, next + 1);
      isJoined ||= isOther;
      if (!isJoined && !isDescribed && !(isAt(parts, next + 1) & MODIFIER)) break;
    } else if (!(is & MODIFIER)) break;
  }
  return found;
}

/** An organ, with its side, with which the words end. */
function endsInOrgan(parts: readonly Part[], from: number): boolean {
  let at = from;
  while (isAt(parts, at) & (MODIFIER | DETERMINER)) at += 1;
  const behind = isAt(parts, at + 1);
  return (isAt(parts, at) & PLACE) !== 0 && (at + 1 >= parts.length || (behind & (STOP | COMMA)) !== 0);
}

/** "The liver and spleen are enlarged": organs that a join ties to the one before the state. */
function joinedBefore(
  scene: Scene,
  parts: readonly Part[],
  owner: Owners,
  last: Mention,
  organs: Organs,
): readonly Organ[] {
  const found: Organ[] = [];
  let { first } = last;
  for (;;) {
    let at = first - 1;
    while (isAt(parts, at) & (MODIFIER | DETERMINER) && !(isAt(parts, at) & (NORMAL | STATE))) at -= 1;
    if (!(isAt(parts, at) & JOIN)) return found;
    if (isAt(parts, at - 1) & JOIN) at -= 1;
    const place = owner[at - 1];
    if (place?.kind !== 'place' || opensPlace(parts, place.first)) return found;
    const organ = stateOf(scene, place, organs);
    if (organ) found.unshift(organ);
    first = place.first;
  }
}

const REACH = 8;

/** "heart size normal, prominent left atrium": the word belongs to the noun behind it, not to the organ before. */
function describesNext(parts: readonly Part[], at: number): boolean {
  let next = at + 1;
  while (
    next < at + LONGEST &&
    (isAt(parts, next) & MODIFIER || (isAt(parts, next) & JOIN && isAt(parts, next + 1) & MODIFIER))
  )
    next += 1;
  return (isAt(parts, next) & CONCEPT) !== 0;
}

const opensPlace = (parts: readonly Part[], first: number): boolean => {
  const before = isAt(parts, first - 1);
  return (before & PREPOSITION || (before & DETERMINER && isAt(parts, first - 2) & PREPOSITION)) !== 0;
};

/** "the heart is mildly enlarged": the nearest organ before, in the same part of the sentence, and those that are joined to it. */
function organsBefore(
  scene: Scene,
  parts: readonly Part[],
  owner: Owners,
  at: number,
  organs: Organs,
): readonly Organ[] {
  const end = Math.max(0, at - REACH);
  for (let before = at - 1; before >= end; before -= 1) {
    const is = isAt(parts, before);
    if (is & CONCEPT) {
      const place = owner[before];
      if (place?.kind !== 'place') return NONE;
      const organ = stateOf(scene, place, organs);
      // "no lymph node in the mediastinum is enlarged"
      if (organ || !opensPlace(parts, place.first))
        return [...joinedBefore(scene, parts, owner, place, organs), ...(organ ? [organ] : [])];
    }
    if (is & (STOP | EXISTENTIAL | MEASUREMENT)) return NONE;
    if (is & LINK && is & COMMA && before !== at - 1) return NONE;
  }
  return NONE;
}
