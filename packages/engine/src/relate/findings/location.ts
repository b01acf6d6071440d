/** Wing 3, relate, findings: which places belong to which finding (located-at), and on which side. */
import type { Laterality } from '../../document.ts';
import { type Mention, type Owners, ownersOf } from './mentions.ts';
import { isLink, type Part, type Scene } from './scene.ts';

export interface Location {
  readonly places: readonly Mention[];
  /** organs named by an adjective: pulmonary */
  readonly adjectives: readonly { readonly anatomy: string; readonly part: number }[];
  readonly side: Laterality | null;
  /** first part of what stands before the finding and belongs to it */
  readonly opens: number;
  /** joined to the finding before it: "effusion and atelectasis" */
  readonly joined: boolean;
}

/** One location for each finding among the mentions, in order. */
export function locationsOf(scene: Scene, parts: readonly Part[], mentions: readonly Mention[]): Location[] {
  const owner = ownersOf(parts, mentions);
  const order = new Map(mentions.map((mention, index) => [mention, index]));
  const findings = mentions.filter(({ kind }) => kind === 'finding');
  const claimed = new Set<Mention>();
  const organs = new Set(findings.map(({ organ }) => organ));
  const before = findings.map((finding) => premodifiers(scene, parts, owner, finding, organs));
  for (const { places } of before) for (const place of places) claimed.add(place);
  for (const { organ } of findings) if (organ) claimed.add(organ);
  const behind = findings.map((finding) => (finding.organ ? [] : postmodifiers(scene, parts, owner, finding, claimed)));
  for (const places of behind) for (const place of places) claimed.add(place);
  const found: Location[] = [];
  findings.forEach((finding, index) => {
    const own = before[index];
    if (!own) return;
    const joined = index > 0 && isJoined(parts, findings[index - 1], finding, own.opens);
    let places: readonly Mention[] = [...own.places, ...(behind[index] ?? [])];
    if (finding.organ) places = [finding.organ];
    let adjectives: Location['adjectives'] = own.adjectives;
    let side = own.side;
    side ??= sideBehind(scene, parts, finding);
    const previous = found[index - 1];
    if (places.length === 0 && adjectives.length === 0) {
      const next = findings[index + 1];
      const after = next && isJoined(parts, finding, next, before[index + 1]?.opens ?? next.first);
      if (after && (behind[index + 1]?.length ?? 0) > 0 && !before[index + 1]?.places.length)
        places = behind[index + 1] ?? [];
      else if (joined && previous && (previous.places.length > 0 || previous.adjectives.length > 0)) {
        places = previous.places;
        adjectives = previous.adjectives;
      } else
        places = subjectOf(scene, parts, mentions, order.get(finding) ?? 0, claimed).filter((place) =>
          canHold(scene, place, finding),
        );
    }
    if (side === null && joined && previous && places.length === 0) side = previous.side;
    found.push({ places, adjectives, side, opens: own.opens, joined });
  });
  return found;
}

interface Before {
  readonly places: Mention[];
  readonly adjectives: { readonly anatomy: string; readonly part: number }[];
  side: Laterality | null;
  opens: number;
}

/** "small left lower lobe nodule": modifiers and places directly before it. */
function premodifiers(
  scene: Scene,
  parts: readonly Part[],
  owner: Owners,
  finding: Mention,
  organs: ReadonlySet<Mention | null>,
): Before {
  const found: Before = { places: [], adjectives: [], side: null, opens: finding.first };
  for (let at = finding.first - 1; at >= 0; at -= 1) {
    const part = parts[at];
    if (!part) break;
    if (part.kind === 'modifier') {
      const modifier = scene.knowledge.reading.modifiers[part.match.entry];
      if (!modifier || modifier.role === 'normal') break;
      const anatomy = scene.tables.adjective.get(modifier.id);
      if (anatomy) found.adjectives.push({ anatomy, part: at });
      if (found.places.length === 0)
        found.side ??= sideOf(modifier.role === 'side' || anatomy ? modifier.value : undefined);
    } else if (part.kind === 'concept') {
      const place = owner[at];
      if (place?.kind !== 'place' || organs.has(place)) break;
      found.places.unshift(place);
    } else if (part.kind === 'link' && isLink(part, 'join')) {
      const [left, right] = [parts[at - 1], parts[at + 1]];
      const listed = left?.kind === 'modifier' || (left?.kind === 'concept' && owner[at - 1]?.kind === 'place');
      if (!listed || right === undefined || isComma(scene, part)) break;
    } else if (part.kind !== 'measurement' && !(part.kind === 'word' && (part.norm === '-' || part.norm === '(')))
      break;
    found.opens = at;
  }
  return found;
}

const isComma = (scene: Scene, part: Part): boolean => scene.recognized.tokens[part.from]?.norm === ',';

export function sideOf(value: string | undefined): Laterality | null {
  return value === 'left' || value === 'right' || value === 'bilateral' || value === 'midline' ? value : null;
}

/** "nodule in the left upper lobe", "nodule, left upper lobe": places behind it up to the next finding. */
function postmodifiers(
  scene: Scene,
  parts: readonly Part[],
  owner: Owners,
  finding: Mention,
  claimed: ReadonlySet<Mention>,
): Mention[] {
  const places: Mention[] = [];
  let linked = false;
  for (let at = finding.last + 1; at < parts.length; at += 1) {
    const part = parts[at];
    if (!part || part.kind === 'stop' || isLink(part, 'existential')) break;
    if (part.kind === 'concept') {
      const mention = owner[at];
      if (mention?.kind === 'finding') break;
      if (mention?.kind !== 'place') continue;
      if (!linked || claimed.has(mention)) break;
      if (isLink(parts[at + 1], 'verb') && places.length > 0) break;
      places.push(mention);
      linked = false;
    } else if (part.kind === 'link') {
      if (isLink(part, 'preposition')) linked = true;
      else if (isLink(part, 'join')) {
        // a list of places goes on; a comma may open an apposition: "nodule, left upper lobe"
        linked = places.length > 0 ? listGoesOn(parts, owner, at) : isComma(scene, part) && apposed(parts, owner, at);
        if (!linked && !isComma(scene, part)) break;
      } else if (isLink(part, 'verb') && places.length > 0) break;
    } else if (part.kind === 'word' && part.norm === '(') linked = true;
    else if (part.kind === 'modifier' && scene.knowledge.reading.modifiers[part.match.entry]?.role === 'normal') break;
  }
  return places;
}

/** After a join only modifiers, articles, prepositions and the next place follow. */
function listGoesOn(parts: readonly Part[], owner: Owners, at: number): boolean {
  for (let next = at + 1; next < Math.min(parts.length, at + FARTHEST); next += 1) {
    const part = parts[next];
    if (part?.kind === 'concept') return owner[next]?.kind === 'place' && !isLink(parts[next + 1], 'verb');
    const passes =
      part?.kind === 'modifier' || isLink(part, 'determiner') || isLink(part, 'preposition') || isLink(part, 'join');
    if (!passes) return false;
  }
  return false;
}

/** Behind the comma stands a place alone. */
function apposed(parts: readonly Part[], owner: Owners, at: number): boolean {
  let placed = false;
  for (let next = at + 1; next < Math.min(parts.length, at + FARTHEST); next += 1) {
    const part = parts[next];
    if (part?.kind === 'concept') {
      if (owner[next]?.kind !== 'place') return false;
      placed = true;
    } else if (part?.kind === 'stop') return placed;
    else if (part?.kind === 'link' && !isLink(part, 'determiner')) return placed && !isLink(part, 'verb');
    else if (part?.kind !== 'modifier' && part?.kind !== 'link') return placed;
  }
  return placed;
}

/** "effusion on the left", "opacities bilaterally". */
function sideBehind(scene: Scene, parts: readonly Part[], finding: Mention): Laterality | null {
  for (let at = finding.last + 1; at < Math.min(parts.length, finding.last + 6); at += 1) {
    const part = parts[at];
    if (part?.kind === 'modifier') {
      const modifier = scene.knowledge.reading.modifiers[part.match.entry];
      const side = modifier?.role === 'side' ? sideOf(modifier.value) : null;
      if (side) return parts[at + 1]?.kind === 'concept' ? null : side;
    } else if (part?.kind === 'concept' || part?.kind === 'stop' || isLink(part, 'join')) return null;
  }
  return null;
}

/** Between the two only words that join, articles and what belongs to the second. */
function isJoined(parts: readonly Part[], one: Mention | undefined, two: Mention, opens: number): boolean {
  if (!one || one.organ || two.organ || opens <= one.last) return false;
  let joins = false;
  for (let at = one.last + 1; at < opens; at += 1) {
    const part = parts[at];
    if (isLink(part, 'join')) joins = true;
    else if (!isLink(part, 'determiner') && !isLink(part, 'alternative') && part?.kind !== 'modifier') return false;
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
): Mention[] {
  const places: Mention[] = [];
  const finding = mentions[index];
  for (let before = index - 1; finding && before >= Math.max(0, index - FARTHEST); before -= 1) {
    const mention = mentions[before];
    if (!mention || mention.kind === 'finding') continue;
    const from = mention.last + 1;
    const to = places[0]?.first ?? finding.first;
    if (claimed.has(mention) || to - from > FARTHEST) break;
    const between = parts.slice(from, to);
    if (places.length === 0 && closes(scene, between, opensWithPreposition(parts, mention.first))) break;
    const listed = between.every(({ kind }) => kind === 'modifier' || kind === 'link');
    if (places.length > 0 && !(listed && between.some((part) => isLink(part, 'join')))) break;
    places.unshift(mention);
  }
  return places;
}

/** A finding with a place of its own stands only at that place, a part of it, or the same region of the body. */
function canHold({ tables }: Scene, { concept: place }: Mention, { concept: finding }: Mention): boolean {
  if (!finding.site) return true;
  return (
    tables.lineage(place.id).includes(finding.site) ||
    tables.lineage(finding.site).includes(place.id) ||
    place.region === finding.region
  );
}

/** parts or mentions; a place farther away is none of the finding's */
const FARTHEST = 30;

/** What stands between a place and a finding ends the sentence of the place: "the heart is normal and there is …". */
function closes(scene: Scene, between: readonly Part[], opened: boolean): boolean {
  for (const part of between) {
    if (part.kind === 'stop') return true;
    if (part.kind === 'modifier' && scene.knowledge.reading.modifiers[part.match.entry]?.role === 'normal') return true;
    if (isLink(part, 'existential') && !opened) return true;
  }
  return false;
}

/** "In the left lung there is …" */
function opensWithPreposition(parts: readonly Part[], first: number): boolean {
  for (let at = first - 1; at >= Math.max(0, first - 4); at -= 1) if (isLink(parts[at], 'preposition')) return true;
  return false;
}
