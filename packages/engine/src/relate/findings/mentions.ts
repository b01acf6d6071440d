/** Wing 3, relate, findings: the findings and places that a statement names; states of organs ("the heart is enlarged") among them. */
import type { ReadingConcept } from '@readingscan/knowledge';
import type { Span } from '../../document.ts';
import { longestForm } from '../../trie.ts';
import {
  COMMA,
  CONCEPT,
  CUE,
  DETERMINER,
  EXISTENTIAL,
  FINDING,
  isAt,
  JOIN,
  LINK,
  MEASUREMENT,
  MODIFIER,
  NORMAL,
  type Part,
  PLACE,
  PREPOSITION,
  PROPERTY,
  SAYS,
  STATE,
  STOP,
} from './part.ts';
import type { Parts, Scene } from './scene.ts';

export interface Mention {
  readonly kind: 'finding' | 'place';
  readonly concept: ReadingConcept;
  /** first and last part it covers */
  readonly first: number;
  readonly last: number;
  readonly span: Span;
  /** the words whose assertion is its assertion; of two the one that denies or doubts counts */
  readonly target: Span;
  readonly second: Span | null;
  /** organ state: index of the mention of the organ */
  readonly organ: Mention | null;
}

/** For each part the mention that it is; organ states aside. */
export type Owners = readonly (Mention | null)[];

export interface Mentions {
  /** in the order of the text */
  readonly mentions: readonly Mention[];
  /** the findings among them */
  readonly named: readonly Mention[];
  readonly owner: Owners;
}

export function mentionsIn(scene: Scene, { parts, hold }: Parts): Mentions {
  const { knowledge, recognized } = scene;
  const { tokens } = recognized;
  const mentions: Mention[] = [];
  const named: Mention[] = [];
  const owner: (Mention | null)[] = [];
  for (const { is, from, to, entry } of parts) {
    const at = owner.length;
    const concept = is & (FINDING | PLACE) ? knowledge.reading.concepts[entry] : undefined;
    if (!concept || (is & PROPERTY && isCalledNormal(scene, parts, at))) {
      owner.push(null);
      continue;
    }
    const start = tokens[from]?.start ?? 0;
    const span: Span = [start, tokens[to - 1]?.end ?? start];
    const kind = is & FINDING ? 'finding' : 'place';
    const mention: Mention = { kind, concept, first: at, last: at, span, target: span, second: null, organ: null };
    mentions.push(mention);
    if (is & FINDING) named.push(mention);
    owner.push(mention);
  }
  if (!(hold & PLACE)) return { mentions, named, owner };
  const states = hold & (STATE | SAYS) ? organStates(scene, parts, owner) : [];
  const shared = hold & FINDING && hold & JOIN ? sharedNouns(scene, parts, owner) : [];
  if (states.length === 0 && shared.length === 0) return { mentions, named, owner };
  const all = [...mentions, ...states, ...shared].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
  return { mentions: all, named: all.filter(({ kind }) => kind === 'finding'), owner };
}

/** "the heart is mildly enlarged", "enlarged lymph nodes" */
function organStates(scene: Scene, parts: readonly Part[], owner: Owners): readonly Mention[] {
  const states: Mention[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const is = isAt(parts, at);
    if (!(is & (STATE | SAYS)) || is & (CONCEPT | MEASUREMENT | STOP)) continue;
    const state = stateWordAt(scene, parts, at);
    if (!state) continue;
    const { organs, until } = state;
    const organ =
      (is & MODIFIER ? organBehind(scene, parts, owner, at, organs) : null) ??
      (describesNext(parts, until) ? null : organBefore(scene, parts, owner, at, organs));
    if (!organ || states.some((told) => told.organ === organ.place && told.concept.id === organ.becomes.id)) continue;
    const first = Math.min(at, organ.place.first);
    const last = Math.max(until, organ.place.last);
    const span = spanOf(scene, parts, first, last);
    const before = organ.place.first < at;
    const doubted = before && (holdsCue(parts, organ.place.last + 1, at) || opensDenied(parts, organ.place.first));
    states.push({
      kind: 'finding',
      concept: organ.becomes,
      first,
      last,
      span,
      target: before ? spanOf(scene, parts, at, until) : span,
      second: doubted ? organ.place.span : null,
      organ: organ.place,
    });
  }
  return states;
}

function holdsCue(parts: readonly Part[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isAt(parts, at) & CUE) return true;
  return false;
}

/** "density of the liver is normal", "normal enhancement": a property, no finding. */
function isCalledNormal(scene: Scene, parts: readonly Part[], at: number): boolean {
  if (isAt(parts, at - 1) & NORMAL) return true;
  const end = Math.min(parts.length, at + LONGEST);
  for (let next = at + 1; next < end; next += 1) {
    const is = isAt(parts, next);
    if (is & NORMAL) return true;
    if (is & (STOP | MEASUREMENT | CUE)) return false;
    if (is & CONCEPT && !(is & PLACE)) return false;
    if (scene.recognized.tokens[parts[next]?.from ?? 0]?.norm === ',') return false;
  }
  return false;
}

/** A modifier, or other words, that say the state of an organ, and the last part they cover. */
function stateWordAt(
  { tables, recognized, knowledge }: Scene,
  parts: readonly Part[],
  at: number,
): { readonly organs: ReadonlyMap<string, string>; readonly until: number } | null {
  const part = parts[at];
  if (!part) return null;
  if (part.is & STATE) {
    const organs = tables.organState.get(knowledge.reading.modifiers[part.entry]?.id ?? '');
    if (organs) return { organs, until: at };
  }
  const said = longestForm(tables.says, recognized.source.text, recognized.tokens, part.from);
  const [organs] = said?.values ?? [];
  if (!said || !organs) return null;
  let until = at;
  while ((parts[until]?.to ?? said.to) < said.to && parts[until + 1]) until += 1;
  return { organs, until };
}

function spanOf({ recognized }: Scene, parts: readonly Part[], first: number, last: number): Span {
  const start = recognized.tokens[parts[first]?.from ?? 0]?.start ?? 0;
  return [start, recognized.tokens[(parts[last]?.to ?? 1) - 1]?.end ?? start];
}

/** "No lymph node in …": only a cue and what describes the organ stand before it. */
function opensDenied(parts: readonly Part[], first: number): boolean {
  const end = Math.max(0, first - LONGEST);
  for (let at = first - 1; at >= end; at -= 1) {
    const is = isAt(parts, at);
    if (is & CUE) return true;
    if (!(is & (MODIFIER | DETERMINER))) return false;
    if (is & DETERMINER && at === 0) return true;
  }
  return false;
}

/** "pleural and pericardial effusion": the place before the join shares the noun behind it. */
function sharedNouns(scene: Scene, parts: readonly Part[], owner: Owners): readonly Mention[] {
  const shared: Mention[] = [];
  for (let at = 1; at + 1 < parts.length; at += 1) {
    if (!(isAt(parts, at) & JOIN)) continue;
    const place = owner[at - 1];
    if (place?.kind !== 'place') continue;
    let next = at + 1;
    while (isAt(parts, next) & MODIFIER && next < at + 3) next += 1;
    const finding = owner[next];
    if (finding?.kind !== 'finding') continue;
    const general = scene.tables.general.get(finding.concept.id);
    const table = general === undefined ? undefined : scene.tables.special.get(general);
    const id = table && scene.tables.lineage(place.concept.id).find((organ) => table.has(organ));
    const concept = scene.tables.concept.get((id && table?.get(id)) ?? '');
    if (!concept || concept.id === finding.concept.id) continue;
    const span: Span = [place.span[0], finding.span[1]];
    shared.push({
      kind: 'finding',
      concept,
      first: place.first,
      last: finding.last,
      span,
      target: span,
      second: null,
      organ: place,
    });
  }
  return shared;
}

/** parts of a noun phrase */
const LONGEST = 14;

interface Organ {
  readonly place: Mention;
  readonly becomes: ReadingConcept;
}

function stateOf(scene: Scene, place: Mention, organs: ReadonlyMap<string, string>): Organ | null {
  for (const id of scene.tables.lineage(place.concept.id)) {
    const becomes = scene.tables.concept.get(organs.get(id) ?? '');
    if (becomes) return { place, becomes };
  }
  return null;
}

/** "enlarged mediastinal lymph nodes": the head of the noun phrase that follows. */
function organBehind(
  scene: Scene,
  parts: readonly Part[],
  owner: Owners,
  at: number,
  organs: ReadonlyMap<string, string>,
): Organ | null {
  let found: Organ | null = null;
  const end = Math.min(parts.length, at + LONGEST);
  for (let next = at + 1; next < end; next += 1) {
    const is = isAt(parts, next);
    if (is & CONCEPT) {
      const place = owner[next];
      if (place?.kind !== 'place') break;
      found = stateOf(scene, place, organs) ?? found;
    } else if (!(is & MODIFIER) && !(is & JOIN && isAt(parts, next + 1) & MODIFIER)) break;
  }
  return found;
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

/** "the heart is mildly enlarged": the nearest organ before, in the same part of the sentence. */
function organBefore(
  scene: Scene,
  parts: readonly Part[],
  owner: Owners,
  at: number,
  organs: ReadonlyMap<string, string>,
): Organ | null {
  const end = Math.max(0, at - REACH);
  for (let before = at - 1; before >= end; before -= 1) {
    const is = isAt(parts, before);
    if (is & CONCEPT) {
      const place = owner[before];
      if (place?.kind !== 'place') return null;
      const organ = stateOf(scene, place, organs);
      // "no lymph node in the mediastinum is enlarged"
      if (organ || !opensPlace(parts, place.first)) return organ;
    }
    if (is & (STOP | EXISTENTIAL | MEASUREMENT)) return null;
    if (is & LINK && is & COMMA && before !== at - 1) return null;
  }
  return null;
}
