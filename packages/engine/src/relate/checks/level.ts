/** Wing 3, relate, checks: another level of the spine, another rib or segment, for the same thing. */
import type { Span } from '../../document.ts';
import type { SegmentedStatement } from '../../stages.ts';
import { levelsIn } from '../findings/level.ts';
import { type Clash, namedWords, type Scene, spanOf } from './scene.ts';

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
const LEVEL = /^[ctls]\d{1,2}$/;
const ROOT: ReadonlySet<string> = new Set(['root', 'roots', 'nerve', 'nerves', 'radiculopathy', 'dermatome']);

export function levelClashes(scene: Scene): Clash[] {
  const places = new Map<SegmentedStatement, readonly Place[]>();
  for (const statement of [...scene.findings, ...scene.impression]) places.set(statement, placesOf(scene, statement));
  return scene.impression.flatMap((item) => {
    for (const place of places.get(item) ?? []) {
      const clash = clashAt(scene, item, place, places);
      if (clash) return [clash];
    }
    return [];
  });
}

function clashAt(
  scene: Scene,
  item: SegmentedStatement,
  place: Place,
  places: ReadonlyMap<SegmentedStatement, readonly Place[]>,
): Clash | null {
  if (hasRange(scene, item) || !saysSomething(scene, item)) return null;
  let best: { place: Place; score: number } | null = null;
  for (const statement of scene.findings) {
    const here = (places.get(statement) ?? []).filter(({ sort }) => sort === place.sort);
    const score = topic(scene, item, statement);
    if (!here.length || score < ALIKE) continue;
    if (hasRange(scene, statement) || here.some((one) => overlaps(one, place))) return null;
    if (here[0] && (!best || score > best.score)) best = { place: here[0], score };
  }
  return best ? { kind: 'level-mismatch', basis: [best.place.span, place.span] } : null;
}

/** What two statements share beside their places: findings of one kind, words of findings, rare words. */
function topic(scene: Scene, a: SegmentedStatement, b: SegmentedStatement): number {
  const [one, other] = [scene.features.get(a.id), scene.features.get(b.id)];
  if (!one || !other) return 0;
  let score = 0;
  for (const concept of one.findings) if (other.kin.has(concept)) score += 1;
  for (const concept of other.findings) if (!one.findings.has(concept) && one.kin.has(concept)) score += 1;
  for (const word of one.words) if (other.words.has(word)) score += 1;
  const named = namedWords(scene, b);
  for (const word of namedWords(scene, a)) if (named.has(word)) score += 1;
  return score;
}

const saysSomething = (scene: Scene, item: SegmentedStatement): boolean =>
  !scene.findingsOf(item).length || scene.findingsOf(item).some(({ assertion }) => assertion.presence !== 'absent');

/** "T6 to T8", "multilevel": more levels are meant than are named. */
const hasRange = ({ recognized: { tokens } }: Scene, { from, to }: SegmentedStatement): boolean =>
  tokens
    .slice(from, to)
    .some(
      ({ norm }, i, all) =>
        MANY.has(norm) || (RANGE.has(norm) && LEVEL.test(all[i - 1]?.norm ?? '') && LEVEL.test(all[i + 1]?.norm ?? '')),
    );

/** L5 lies in L4-L5; L4-L5 is not L5-S1. */
function overlaps(a: Place, b: Place): boolean {
  if (a.name === b.name) return true;
  const [one, other] = [a.name.split('-'), b.name.split('-')];
  return one.length !== other.length && one.some((part) => other.includes(part));
}

const ORDINAL = /^(st|nd|rd|th)$/;

function placesOf(scene: Scene, { from, to }: SegmentedStatement): Place[] {
  const { recognized, words } = scene;
  const { tokens } = recognized;
  const found: Place[] = levelsIn(tokens, from, to)
    .filter((level) => !ROOT.has(tokens[level.from + 1]?.norm ?? ''))
    .map(({ level, span }) => ({ sort: 'spine', name: level, span }));
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (!token) break;
    const next = tokens[at + 1];
    if (token.norm === 'segment' && next?.kind === 'number' && at + 1 < to)
      found.push({ sort: 'segment', name: next.norm, span: spanOf(scene, at, at + 2) });
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
