/** Wing 3, relate, findings: the findings and places that a statement names; states of organs ("the heart is enlarged") among them. */
import type { ReadingConcept } from '@readingscan/knowledge';
import type { Span } from '../../document.ts';
import { longestForm } from '../../trie.ts';
import { isLink, type Part, type Scene } from './scene.ts';

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

const FINDINGS: ReadonlySet<string> = new Set(['finding', 'device', 'procedure']);

export function mentionsIn(scene: Scene, parts: readonly Part[]): Mention[] {
  const { knowledge } = scene;
  const mentions: Mention[] = [];
  parts.forEach((part, at) => {
    if (part.kind !== 'concept') return;
    const concept = knowledge.reading.concepts[part.match.entry];
    if (!concept) return;
    const kind = FINDINGS.has(concept.kind) ? 'finding' : concept.kind === 'anatomy' ? 'place' : null;
    if (!kind) return;
    const span: Span = [part.match.start, part.match.end];
    if (scene.tables.properties.has(concept.id) && isCalledNormal(scene, parts, at)) return;
    mentions.push({ kind, concept, first: at, last: at, span, target: span, second: null, organ: null });
  });
  const owner = ownersOf(parts, mentions);
  const states: Mention[] = [];
  const told = new Set<string>();
  parts.forEach((part, at) => {
    const state = stateWordAt(scene, parts, part, at);
    if (!state) return;
    const { organs, until } = state;
    const organ =
      (part.kind === 'modifier' ? organBehind(scene, parts, owner, at, organs) : null) ??
      (describesNext(parts, until) ? null : organBefore(scene, parts, owner, at, organs));
    const key = organ ? `${organ.place.first} ${organ.becomes.id}` : '';
    if (!organ || told.has(key)) return;
    told.add(key);
    const first = Math.min(at, organ.place.first);
    const last = Math.max(until, organ.place.last);
    const span = spanOf(scene, parts, first, last);
    const before = organ.place.first < at;
    const between = before && parts.slice(organ.place.last + 1, at).some(({ kind }) => kind === 'cue');
    states.push({
      kind: 'finding',
      concept: organ.becomes,
      first,
      last,
      span,
      target: before ? spanOf(scene, parts, at, until) : span,
      second: before && (between || opensDenied(parts, organ.place.first)) ? organ.place.span : null,
      organ: organ.place,
    });
  });
  return [...mentions, ...states, ...sharedNouns(scene, parts, owner)].sort(
    (a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1],
  );
}

/** "density of the liver is normal", "normal enhancement": a property, no finding. */
function isCalledNormal(scene: Scene, parts: readonly Part[], at: number): boolean {
  const normal = (part: Part | undefined): boolean =>
    part?.kind === 'modifier' && scene.knowledge.reading.modifiers[part.match.entry]?.role === 'normal';
  if (normal(parts[at - 1])) return true;
  for (let next = at + 1; next < Math.min(parts.length, at + LONGEST); next += 1) {
    const part = parts[next];
    if (normal(part)) return true;
    if (part?.kind === 'stop' || part?.kind === 'measurement' || part?.kind === 'cue') return false;
    const concept = part?.kind === 'concept' ? scene.knowledge.reading.concepts[part.match.entry] : null;
    if (concept && concept.kind !== 'anatomy') return false;
    if (scene.recognized.tokens[part?.from ?? 0]?.norm === ',') return false;
  }
  return false;
}

/** A modifier, or other words, that say the state of an organ, and the last part they cover. */
function stateWordAt(
  scene: Scene,
  parts: readonly Part[],
  part: Part,
  at: number,
): { organs: ReadonlyMap<string, string>; until: number } | null {
  const { tables, recognized, knowledge } = scene;
  if (part.kind === 'modifier') {
    const organs = tables.organState.get(knowledge.reading.modifiers[part.match.entry]?.id ?? '');
    if (organs) return { organs, until: at };
  }
  if (part.kind === 'concept' || part.kind === 'measurement' || part.kind === 'stop') return null;
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
  for (let at = first - 1; at >= Math.max(0, first - LONGEST); at -= 1) {
    const part = parts[at];
    if (part?.kind === 'cue') return true;
    if (part?.kind !== 'modifier' && !isLink(part, 'determiner')) return false;
    if (isLink(part, 'determiner') && at === 0) return true;
  }
  return false;
}

/** "pleural and pericardial effusion": the place before the join shares the noun behind it. */
function sharedNouns(scene: Scene, parts: readonly Part[], owner: Owners): Mention[] {
  const shared: Mention[] = [];
  for (let at = 1; at + 1 < parts.length; at += 1) {
    if (!isLink(parts[at], 'join')) continue;
    const place = owner[at - 1];
    let next = at + 1;
    while (parts[next]?.kind === 'modifier' && next < at + 3) next += 1;
    const finding = owner[next];
    if (place?.kind !== 'place' || finding?.kind !== 'finding') continue;
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

export type Owners = readonly (Mention | null)[];

/** For each part the mention that it belongs to; organ states aside. */
export function ownersOf(parts: readonly Part[], mentions: readonly Mention[]): Owners {
  const owner = new Array<Mention | null>(parts.length).fill(null);
  for (const mention of mentions)
    if (!mention.organ) for (let at = mention.first; at <= mention.last; at += 1) owner[at] = mention;
  return owner;
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
  for (let next = at + 1; next < Math.min(parts.length, at + LONGEST); next += 1) {
    const part = parts[next];
    if (part?.kind === 'concept') {
      const place = owner[next];
      if (place?.kind !== 'place') break;
      found = stateOf(scene, place, organs) ?? found;
    } else if (part?.kind !== 'modifier' && !(isLink(part, 'join') && parts[next + 1]?.kind === 'modifier')) break;
  }
  return found;
}

const REACH = 8;

/** "heart size normal, prominent left atrium": the word belongs to the noun behind it, not to the organ before. */
function describesNext(parts: readonly Part[], at: number): boolean {
  let next = at + 1;
  while (
    next < at + LONGEST &&
    (parts[next]?.kind === 'modifier' || (isLink(parts[next], 'join') && parts[next + 1]?.kind === 'modifier'))
  )
    next += 1;
  return parts[next]?.kind === 'concept';
}

const opensPlace = (parts: readonly Part[], first: number): boolean =>
  isLink(parts[first - 1], 'preposition') ||
  (isLink(parts[first - 1], 'determiner') && isLink(parts[first - 2], 'preposition'));

/** "the heart is mildly enlarged": the nearest organ before, in the same part of the sentence. */
function organBefore(
  scene: Scene,
  parts: readonly Part[],
  owner: Owners,
  at: number,
  organs: ReadonlyMap<string, string>,
): Organ | null {
  for (let before = at - 1; before >= Math.max(0, at - REACH); before -= 1) {
    const part = parts[before];
    if (part?.kind === 'concept') {
      const place = owner[before];
      if (place?.kind !== 'place') return null;
      const organ = stateOf(scene, place, organs);
      // "no lymph node in the mediastinum is enlarged"
      if (organ || !opensPlace(parts, place.first)) return organ;
    }
    if (part?.kind === 'stop' || isLink(part, 'existential')) return null;
    if (part?.kind === 'measurement') return null;
    if (part?.kind === 'link' && scene.recognized.tokens[part.from]?.norm === ',' && before !== at - 1) return null;
  }
  return null;
}
