/** Wing 3, relate, checks: another level of the spine, another rib or segment, for the same thing. */
import { EMPTY_LIST } from '../../alike.ts';
import type { Span } from '../../document.ts';
import { type Level, levelsIn } from '../../level.ts';
import { type PlaceLabel, placeLabels } from '../../place-label.ts';
import type { Token } from '../../token.ts';
import type { Told } from '../outline.ts';
import { LEVEL, NUMBERED } from '../word-kinds.ts';
import { type Clash, isThere, mayBeOne, namedWords, type Scene, spanOf } from './scene.ts';

interface Place {
  /** spine, rib, segment: only places of one sort can clash */
  readonly sort: string;
  readonly name: string;
  readonly span: Span;
}

const ALIKE = 1;
const RANGE: ReadonlySet<string> = new Set(['to', 'through', 'thru', 'till', 'until']);
const MANY: ReadonlySet<string> = new Set([
  'multilevel',
  'levels',
  'multiple',
  'throughout',
  'all',
  'every',
  'several',
]);
const ROOT: ReadonlySet<string> = new Set(['root', 'roots', 'nerve', 'nerves', 'radiculopathy', 'dermatome']);

export function levelClashes(scene: Scene): Clash[] {
  const clashes: Clash[] = [];
  const told = new Map<Told, readonly Place[]>();
  for (const item of scene.impression) {
    const places = placesOf(scene, item);
    if (places.length === 0) continue;
    if (told.size === 0) {
      const labels = placeLabels(scene.recognized, scene.outline.knowledge);
      for (const one of scene.findings) told.set(one, labelled(placesOf(scene, one), labels.get(one.statement.id)));
    }
    for (const place of places) {
      // of several places in an item each has its own clause: where one is described at all, nothing clashes
      if (places.length > 1 && isDescribed(place, told)) continue;
      const clash = clashAt(scene, item, place, told);
      if (!clash) continue;
      clashes.push(clash);
      break;
    }
  }
  return clashes;
}

function isDescribed(place: Place, told: ReadonlyMap<Told, readonly Place[]>): boolean {
  for (const places of told.values())
    if (places.some((one) => one.sort === place.sort && overlaps(one, place))) return true;
  return false;
}

function clashAt(scene: Scene, item: Told, place: Place, places: ReadonlyMap<Told, readonly Place[]>): Clash | null {
  if (hasRange(scene, item) || !saysSomething(item)) return null;
  let best: { place: Place; score: number } | null = null;
  for (const [told, all] of places) {
    if (all.length === 0) continue;
    const here = all.filter(({ sort }) => sort === place.sort);
    if (here.length === 0) continue;
    const score = topic(scene, item, told);
    if (score < ALIKE) continue;
    if (hasRange(scene, told) || here.some((one) => overlaps(one, place))) return null;
    if (here[0] && (!best || score > best.score)) best = { place: here[0], score };
  }
  return best ? { kind: 'level-mismatch', basis: [best.place.span, place.span] } : null;
}

/** What two statements share beside their places: findings of one kind, words of findings, rare words; else findings that may be one. */
function topic(scene: Scene, a: Told, b: Told): number {
  const [one, other] = [scene.subjects.featuresOf(a), scene.subjects.featuresOf(b)];
  let score = 0;
  for (const concept of one.findings) if (other.kin.has(concept)) score += 1;
  for (const concept of other.findings) if (!one.findings.has(concept) && one.kin.has(concept)) score += 1;
  for (const word of one.words) if (other.words.has(word)) score += 1;
  const named = namedWords(scene, b);
  for (const word of namedWords(scene, a)) if (named.has(word)) score += 1;
  return (
    score || Number(a.findings.some((f) => isThere(f) && b.findings.some((g) => isThere(g) && mayBeOne(scene, f, g))))
  );
}

const saysSomething = ({ findings }: Told): boolean =>
  findings.length === 0 || findings.some(({ assertion }) => assertion.presence !== 'absent');

/** "T6 to T8", "multilevel": more levels are meant than are named. */
function hasRange({ recognized: { tokens }, outline: { kinds } }: Scene, { statement: { from, to } }: Told): boolean {
  const isLevel = (at: number): boolean => at >= from && at < to && ((kinds[at] ?? 0) & LEVEL) !== 0;
  for (let at = from; at < to; at += 1) {
    const norm = tokens[at]?.norm ?? '';
    if (MANY.has(norm) || (RANGE.has(norm) && isLevel(at - 1) && isLevel(at + 1))) return true;
  }
  return false;
}

/** L5 lies in L4-L5, and C5-C6 in C5-C7; L4-L5 is not L5-S1. */
function overlaps(a: Place, b: Place): boolean {
  if (a.name === b.name) return true;
  const [first, second] = [rangeOf(a.name), rangeOf(b.name)];
  if (first && second && (isWide(first) || isWide(second))) return first[0] <= second[1] && second[0] <= first[1];
  const [one, other] = [a.name.split('-'), b.name.split('-')];
  return one.length !== other.length && one.some((part) => other.includes(part));
}

/** The bones that a level names, counted from C1 down; null where it is none of the spine. */
function rangeOf(name: string): readonly [number, number] | null {
  const bones = name.split('-').map((one) => /^([CTLS])(\d{1,2})$/i.exec(one));
  const [from, to] = [bones[0], bones.at(-1)].map((bone) =>
    bone ? (ABOVE[bone[1]?.toUpperCase() ?? ''] ?? 0) + Number(bone[2]) : null,
  );
  return typeof from === 'number' && typeof to === 'number' ? [from, to] : null;
}
/** bones of the spine above each part of it */
const ABOVE: Readonly<Record<string, number>> = { C: 0, T: 7, L: 19, S: 24 };

/** Of more than a bone and the next: more levels are meant than are named. */
const isWide = ([from, to]: readonly [number, number]): boolean => to - from > 1;

/** "segment 6" of the liver, "level II" of the neck, "station 7" of the mediastinum */
const NUMBERED_PARTS: ReadonlyMap<string, string> = new Map([
  ['segment', 'segment'],
  ['segments', 'segment'],
  ['level', 'node level'],
  ['levels', 'node level'],
  ['station', 'station'],
  ['stations', 'station'],
]);
const ROMAN: readonly string[] = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii'];
const BETWEEN: ReadonlySet<string> = new Set([',', '/', '-', '–', '&', 'and', 'or', 'to']);

/** "segment VI", "segments 5, 6 and 8", "segments II-IV": parts of a segment count as the whole. */
function segmentsAt(scene: Scene, sort: string, at: number, to: number): Place[] {
  const { tokens } = scene.recognized;
  const found: Place[] = [];
  let last = 0;
  for (let next = at + 1; next < to; next += 1) {
    const norm = tokens[next]?.norm ?? '';
    if (last > 0 && BETWEEN.has(norm)) continue;
    const number = isMeasured(scene, next) ? 0 : segmentOf(norm);
    if (number === 0) {
      // "4 a", "IV b" are written in two tokens
      if (last > 0 && (norm === 'a' || norm === 'b')) continue;
      break;
    }
    const between = tokens[next - 1]?.norm ?? '';
    if (between === 'to' || between === '-' || between === '–')
      for (let one = last + 1; one < number; one += 1)
        found.push({ sort, name: String(one), span: spanOf(scene, at, next + 1) });
    found.push({ sort, name: String(number), span: spanOf(scene, next === at + 1 ? at : next, next + 1) });
    last = number;
  }
  return found;
}

/** "segment 7, 18 mm" */
const isMeasured = ({ recognized: { tokens, measurements } }: Scene, at: number): boolean => {
  const start = tokens[at]?.start ?? 0;
  return measurements.some(({ span }) => start >= span[0] && start < span[1]);
};

/** 1 to 8 of a segment written in figures or Roman, 0 for another word. */
function segmentOf(norm: string): number {
  const plain = norm.endsWith('a') || norm.endsWith('b') ? norm.slice(0, -1) : norm;
  const roman = ROMAN.indexOf(plain);
  if (roman > 0) return roman;
  const number = plain.length > 0 && plain.length < 3 ? Number(plain) : 0;
  return number >= 1 && number < 20 ? number : 0;
}

/** "L3-L4: Dry disc. Mild canal narrowing.": the level of the label is that of the second sentence too. */
function labelled(places: readonly Place[], label: PlaceLabel | undefined): readonly Place[] {
  if (!label || places.some(({ sort }) => sort === 'spine')) return places;
  return [...places, ...label.levels.map(({ level, span }): Place => ({ sort: 'spine', name: level, span }))];
}

const VERTEBRA = /^[ctls]\d{1,2}$/;

/** The S1 of "L5 on S1". */
const isUnder = (tokens: readonly Token[], at: number): boolean =>
  tokens[at - 1]?.norm === 'on' && VERTEBRA.test(tokens[at - 2]?.norm ?? '');

/** "L5 on S1": the two that slipped on each other are the level between them. */
function slippedOn(tokens: readonly Token[], { level, from, span }: Level, to: number): Place | null {
  const lower = tokens[from + 2];
  if (tokens[from + 1]?.norm !== 'on' || !lower || from + 2 >= to || !VERTEBRA.test(lower.norm)) return null;
  return { sort: 'spine', name: `${level}-${lower.norm.toUpperCase()}`, span: [span[0], lower.end] };
}

const NOWHERE: readonly Place[] = EMPTY_LIST;
const ORDINAL = /^(st|nd|rd|th)$/;

function placesOf(scene: Scene, { words: kinds, statement: { from, to } }: Told): readonly Place[] {
  if ((kinds & (LEVEL | NUMBERED)) === 0) return NOWHERE;
  const { recognized, words } = scene;
  const { tokens } = recognized;
  const found: Place[] = levelsIn(tokens, from, to)
    .filter(({ from: at }) => !ROOT.has(tokens[at + 1]?.norm ?? '') && !isUnder(tokens, at))
    .map((level) => slippedOn(tokens, level, to) ?? { sort: 'spine', name: level.level, span: level.span });
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (!token) break;
    const next = tokens[at + 1];
    const sort = NUMBERED_PARTS.get(token.norm);
    if (sort) for (const place of segmentsAt(scene, sort, at, to)) found.push(place);
    const written = token.kind === 'number' && next?.glued && ORDINAL.test(next.norm) ? Number(token.norm) : null;
    const number = written ?? words.ordinals.get(token.norm);
    const part = tokens[at + (written === null ? 1 : 2)];
    if (number !== undefined && part && words.numbered.has(part.norm) && at + 1 < to)
      found.push({
        sort: part.norm.replace(/s$/, ''),
        name: String(number),
        span: spanOf(scene, at, at + (written === null ? 1 : 2)),
      });
  }
  return found;
}
