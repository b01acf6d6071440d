/** Wing 3, relate, findings: the findings and places that a statement names; states of organs ("the heart is enlarged") among them. */
import type { ReadingConcept } from '@readingscan/knowledge';
import type { Span } from '../../document.ts';
import { isLink, type Part, type Scene } from './scene.ts';

export interface Mention {
  readonly kind: 'finding' | 'place';
  readonly concept: ReadingConcept;
  /** first and last part it covers */
  readonly first: number;
  readonly last: number;
  readonly span: Span;
  /** the words whose assertion is its assertion */
  readonly target: Span;
  /** organ state: index of the mention of the organ */
  readonly organ: Mention | null;
}

const FINDINGS: ReadonlySet<string> = new Set(['finding', 'device', 'procedure']);

export function mentionsIn(scene: Scene, parts: readonly Part[]): Mention[] {
  const { recognized, knowledge } = scene;
  const { tokens } = recognized;
  const mentions: Mention[] = [];
  parts.forEach((part, at) => {
    if (part.kind !== 'concept') return;
    const concept = knowledge.reading.concepts[part.match.entry];
    if (!concept) return;
    const kind = FINDINGS.has(concept.kind) ? 'finding' : concept.kind === 'anatomy' ? 'place' : null;
    if (!kind) return;
    const span: Span = [part.match.start, part.match.end];
    mentions.push({ kind, concept, first: at, last: at, span, target: span, organ: null });
  });
  const owner = ownersOf(parts, mentions);
  const states: Mention[] = [];
  const told = new Set<string>();
  parts.forEach((part, at) => {
    if (part.kind !== 'modifier') return;
    const modifier = knowledge.reading.modifiers[part.match.entry];
    const organs = modifier && scene.tables.organState.get(modifier.id);
    if (!organs) return;
    const organ = organBehind(scene, parts, owner, at, organs) ?? organBefore(scene, parts, owner, at, organs);
    const key = organ ? `${organ.place.first} ${organ.becomes.id}` : '';
    if (!organ || told.has(key)) return;
    told.add(key);
    const first = Math.min(at, organ.place.first);
    const last = Math.max(at, organ.place.last);
    const from = tokens[parts[first]?.from ?? 0]?.start ?? 0;
    const to = tokens[(parts[last]?.to ?? 1) - 1]?.end ?? from;
    const own: Span = [part.match.start, part.match.end];
    const between = parts.slice(organ.place.last + 1, at).some(({ kind }) => kind === 'cue');
    const target: Span = organ.place.first < at && between ? own : [from, to];
    states.push({ kind: 'finding', concept: organ.becomes, first, last, span: [from, to], target, organ: organ.place });
  });
  return [...mentions, ...states, ...sharedNouns(scene, parts, owner)].sort(
    (a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1],
  );
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
    shared.push({ kind: 'finding', concept, first: place.first, last: finding.last, span, target: span, organ: place });
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
      return stateOf(scene, place, organs);
    }
    if (part?.kind === 'stop' || isLink(part, 'existential')) return null;
    if (part?.kind === 'measurement') return null;
    if (part?.kind === 'link' && scene.recognized.tokens[part.from]?.norm === ',' && before !== at - 1) return null;
  }
  return null;
}
