/** Wing 3, relate: the statements of the findings that an impression item rests on. */
import type { SectionCode } from '../document.ts';
import type { Recognized, SegmentedItem, SegmentedStatement } from '../stages.ts';
import type { Features } from './features.ts';

const TELLING: ReadonlySet<SectionCode> = new Set(['findings', 'findings_impression', 'procedure', 'other']);
const MOST = 4;
const LEAST = 2.4;
/** a statement this near to the best one stays */
const NEAR = 0.45;
/** what so many statements share tells none of them apart */
const COMMON = 200;
const DENIED = 'a:';

export interface Support {
  readonly of: (item: SegmentedItem) => readonly string[];
}

/** Statements of the findings by what they name, so that an item only meets those that share something with it. */
export function supportIn(recognized: Recognized, features: ReadonlyMap<string, Features>): Support {
  // an impression without heading was taken from the findings, and rests on its own words too
  const sections = new Set(
    recognized.sections.filter(({ code, implied }) => implied || TELLING.has(code)).map(({ id }) => id),
  );
  const telling = recognized.statements.filter(({ section }) => sections.has(section));
  const index = new Map<string, string[]>();
  const put = (key: string, id: string): void => {
    const ids = index.get(key);
    if (ids) ids.push(id);
    else index.set(key, [id]);
  };
  for (const { id } of telling) {
    const own = features.get(id);
    if (!own) continue;
    for (const concept of own.kin) put(`f:${concept}`, id);
    for (const place of own.places) put(`p:${place}`, id);
    for (const size of own.sizes) put(`s:${size}`, id);
    for (const level of own.levels) put(`l:${level}`, id);
    for (const word of own.words) put(`w:${word}`, id);
    for (const word of own.everyday) put(`e:${word}`, id);
    for (const pair of own.pairs) put(`n:${pair}`, id);
    for (const region of own.absent) put(`a:${region}`, id);
    if (own.absent.size) put(DENIED, id);
  }
  const order = new Map(telling.map(({ id }, i) => [id, i]));
  const goesOn = new Set(
    telling.filter(({ from }) => BACK.has(recognized.tokens[from]?.norm ?? '')).map(({ id }) => id),
  );
  return { of: (item) => best(item, { features, index, order, next: (id) => following(telling, order, goesOn, id) }) };
}

/** Words that point back to the statement before: "It measured 13 mm." */
const BACK: ReadonlySet<string> = new Set(['it', 'this', 'these', 'they']);

function following(
  telling: readonly SegmentedStatement[],
  order: ReadonlyMap<string, number>,
  goesOn: ReadonlySet<string>,
  id: string,
): string | null {
  const next = telling[(order.get(id) ?? -2) + 1]?.id;
  return next !== undefined && goesOn.has(next) ? next : null;
}

interface Telling {
  readonly features: ReadonlyMap<string, Features>;
  readonly index: ReadonlyMap<string, readonly string[]>;
  readonly order: ReadonlyMap<string, number>;
  /** the statement after this one, if it goes on with it */
  readonly next: (id: string) => string | null;
}

function best(item: SegmentedItem, { features, index, order, next }: Telling): readonly string[] {
  const scores = new Map<string, number>();
  const own = new Set(item.statements);
  const sides = new Set<string>();
  const add = (key: string, worth: number): void => {
    const ids = index.get(key) ?? [];
    if (ids.length > COMMON) return;
    const weight = ids.length > 3 ? (worth * 3) / ids.length : worth;
    for (const id of ids) if (!own.has(id)) scores.set(id, (scores.get(id) ?? 0) + weight);
  };
  for (const id of item.statements) {
    const about = features.get(id);
    if (!about) continue;
    for (const concept of about.kin) add(`f:${concept}`, about.findings.has(concept) ? 3.5 : 1.5);
    for (const place of about.places) add(`p:${place}`, 1.5);
    for (const size of about.sizes) add(`s:${size}`, 3);
    for (const level of about.levels) add(`l:${level}`, 2);
    for (const word of about.words) add(`w:${word}`, 1);
    for (const word of about.everyday) add(`e:${word}`, 0.4);
    for (const pair of about.pairs) add(`n:${pair}`, 2);
    for (const side of about.sides) sides.add(side);
  }
  const ranked = [...scores].map(([id, score]) => [id, score + sideScore(sides, features.get(id)?.sides)] as const);
  const top = Math.max(0, ...ranked.map(([, score]) => score));
  const itself = item.statements.filter((id) => order.has(id));
  if (top < LEAST) return [...itself, ...alikeDenied(item, features, index)].slice(0, MOST);
  const total = new Map(ranked);
  const chosen = ranked
    .filter(([, score]) => score >= LEAST && score >= top * NEAR)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST)
    .map(([id]) => id);
  // each finding of the item keeps the statement that speaks best of it
  const each = item.statements.flatMap((id) =>
    [...(features.get(id)?.findings ?? [])].flatMap((concept) => bestOf(index.get(`f:${concept}`) ?? [], total)),
  );
  const both = [...new Set([...itself, ...each.slice(0, 2), ...chosen])].slice(0, MOST);
  const all = [...new Set([...both, ...both.flatMap((id) => next(id) ?? [])])];
  return all.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}

function bestOf(ids: readonly string[], total: ReadonlyMap<string, number>): string[] {
  const known = ids.filter((id) => (total.get(id) ?? 0) >= LEAST);
  const first = known.reduce<string | null>(
    (a, b) => (a === null || (total.get(b) ?? 0) > (total.get(a) ?? 0) ? b : a),
    null,
  );
  return first === null ? [] : [first];
}

/** "No acute abnormality" rests on what else is denied in the same region. */
function alikeDenied(
  item: SegmentedItem,
  features: ReadonlyMap<string, Features>,
  index: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const about = item.statements.flatMap((id) => features.get(id) ?? []);
  const regions = new Set(about.flatMap(({ absent }) => [...absent]));
  const denies = about.some(({ absent }) => absent.size > 0);
  const same = [...regions].flatMap((region) => index.get(`a:${region}`) ?? []);
  const ids = same.length || !denies ? same : (index.get(DENIED) ?? []);
  return [...new Set(ids)].filter((id) => !item.statements.includes(id)).slice(0, 3);
}

/** The same side speaks for a statement, only the other one against it. */
function sideScore(item: ReadonlySet<string>, statement: ReadonlySet<string> | undefined): number {
  if (!statement?.size || !item.size) return 0;
  for (const side of item) if (statement.has(side) || statement.has('bilateral') || side === 'bilateral') return 1;
  return -3;
}
