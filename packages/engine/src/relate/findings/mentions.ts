/** Wing 3, relate, findings: the findings and places that a statement names; states of organs ("the heart is enlarged") among them. */
import type { ReadingConcept } from '@readingscan/knowledge';
import type { Span } from '../../document.ts';
import { firstNotBefore } from '../../order.ts';
import { organStates } from './organ-states.ts';
import {
  CONCEPT,
  CUE,
  FINDING,
  isAt,
  JOIN,
  MEASUREMENT,
  MODIFIER,
  NORMAL,
  type Part,
  PLACE,
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

/** parts of a noun phrase */
const LONGEST = 14;

/** "CAD-RADS 0": the name of a scale, and no finding. */
function opensScale({ recognized: { scores, tokens } }: Scene, from: number, to: number): boolean {
  const [hyphen, behind] = [tokens[to], tokens[to + 1]];
  if (scores.length === 0 || hyphen?.kind !== 'mark' || !hyphen.glued || !behind?.glued) return false;
  const start = tokens[from]?.start;
  return scores.some(({ span }) => span[0] === start && span[1] >= behind.end);
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
    if (
      !concept ||
      (is & PROPERTY && isCalledNormal(scene, parts, at)) ||
      (is & FINDING && (scene.tables.institutions.has(tokens[to]?.norm ?? '') || opensScale(scene, from, to)))
    ) {
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

/** "Liver and enlarged spleen": the name of the finding begins with a state, which the organ before does not share. */
const beginsWithState = ({ recognized: { matches }, knowledge, tables }: Scene, from: number): boolean => {
  const match = matches.modifier[firstNotBefore(matches.modifier, (one) => one.from < from)];
  const id = match?.from === from ? knowledge.reading.modifiers[match.entry]?.id : undefined;
  return id !== undefined && (tables.organState.has(id) || tables.namedState.has(id));
};

/** "pleural and pericardial effusion": the place before the join shares the noun behind it. */
function sharedNouns(scene: Scene, parts: readonly Part[], owner: Owners): readonly Mention[] {
  const shared: Mention[] = [];
  for (let at = 1; at + 1 < parts.length; at += 1) {
    if (!(isAt(parts, at) & JOIN)) continue;
    const place = owner[at - 1];
    // "normal liver and splenic lesion"
    if (place?.kind !== 'place' || isAt(parts, at - 2) & NORMAL) continue;
    let next = at + 1;
    while (isAt(parts, next) & MODIFIER && next < at + 3) next += 1;
    const finding = owner[next];
    if (finding?.kind !== 'finding' || beginsWithState(scene, parts[next]?.from ?? 0)) continue;
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
