/** Wing 3, relate: the statements of the findings that an impression item rests on. */

import { broaderOf } from '../broader.ts';
import type { SectionCode } from '../document.ts';
import { type PlaceLabel, placeLabels } from '../place-label.ts';
import type { SegmentedItem } from '../stages.ts';
import { listed } from '../word-lists.ts';
import type { Subjects } from './features.ts';
import { NOTHING, type Outline, type Told } from './outline.ts';
import { alikeDenied } from './support/denials.ts';
import { scored } from './support/scores.ts';
import { signsOf } from './support/signs.ts';
import { signsFor } from './support/signs-told.ts';
import { atSites, isHead, rowsFor } from './support/sites.ts';
import { indexOf, statementsOf, type Telling } from './support/telling.ts';

const TELLING: ReadonlySet<SectionCode> = new Set(['findings', 'findings_impression', 'procedure', 'other']);
const MOST = 4;
const MOST_OF_ALL = 6;
const LEAST = 2.4;
/** a statement this near to the best one stays */
const NEAR = 0.45;

export interface Support {
  readonly of: (item: SegmentedItem) => readonly string[];
}

export function supportIn(outline: Outline, subjects: Subjects): Support {
  const statements: Told[] = [];
  const placeOf = new Int32Array(outline.statements.length).fill(-1);
  // an impression without heading was taken from the findings, and rests on its own words too
  for (const told of outline.statements)
    if (told.implied || TELLING.has(told.code)) {
      placeOf[told.index] = statements.length;
      statements.push(told);
    }
  if (statements.length === 0) return { of: () => [] };
  const broader = broaderOf(outline.knowledge);
  const signs = signsOf(outline.knowledge);
  let labels: ReadonlyMap<string, PlaceLabel> | null = null;
  const labelsOf = (): ReadonlyMap<string, PlaceLabel> => {
    labels ??= placeLabels(outline.recognized, outline.knowledge);
    return labels;
  };
  const telling: Telling = {
    outline,
    subjects,
    broader,
    signs,
    labels: labelsOf,
    statements,
    placeOf,
    index: indexOf(statements, { outline, subjects, broader, signs }),
    scores: new Float64Array(statements.length),
    asked: 0,
  };
  return { of: (item) => best(item, telling) };
}

function best(item: SegmentedItem, telling: Telling): readonly string[] {
  const { placeOf, scores } = telling;
  const own = statementsOf(telling.outline, item);
  const itself = own.filter((told) => (placeOf[told.index] ?? -1) >= 0);
  const share = scored(own, itself, telling);
  const { met } = share;
  let top = 0;
  for (const place of met) top = Math.max(top, scores[place] ?? 0);
  const near = top < LEAST ? NOTHING : nearest(own, met, top, telling);
  const seen = signsFor(own, share, near.slice(0, MOST), LEAST, telling);
  const isAlone = near.length === 0 && seen.length === 0 && !isAdvice(own);
  const first = [...new Set([...itself, ...(isAlone ? alikeDenied(own, telling) : near)])].slice(0, MOST);
  const goingOn = first.flatMap((one) => following(one, telling) ?? []);
  const told = [...new Set([...first, ...goingOn, ...seen])];
  const sites = atSites(own, share, told, telling);
  const rows = rowsFor(met, [...told, ...sites], telling);
  const all = new Set([...first, ...goingOn, ...rows, ...seen, ...sites]);
  for (const place of met) scores[place] = 0;
  return [...all]
    .filter((one) => own.includes(one) || !isHead(one, telling))
    .slice(0, Math.max(MOST_OF_ALL, itself.length))
    .sort((a, b) => a.index - b.index)
    .map(({ statement }) => statement.id);
}

/** All that an item says is what should be done. */
const isAdvice = (own: readonly Told[]): boolean =>
  own.length > 0 && own.every(({ recommendations }) => recommendations.length > 0);

/** The statements that share most with an item; each finding of it keeps the one that speaks best of it. */
function nearest(own: readonly Told[], met: readonly number[], top: number, telling: Telling): readonly Told[] {
  const { subjects, statements, index, scores } = telling;
  const each: Told[] = [];
  for (const told of own)
    for (const concept of new Set(subjects.thingsOf(told).named)) {
      const first =
        each.length < MOST ? statements[bestOf(index.kin.get(concept)?.places ?? NOTHING, scores)] : undefined;
      if (first) each.push(first);
    }
  const chosen = met
    .filter((place) => (scores[place] ?? 0) >= LEAST && (scores[place] ?? 0) >= top * NEAR)
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
    .slice(0, MOST)
    .flatMap((place) => statements[place] ?? []);
  return [...each, ...chosen];
}

/** Of these the one that scores most, and enough; -1 where none does. */
function bestOf(places: readonly number[], scores: Float64Array): number {
  let first = -1;
  for (const place of places) {
    const score = scores[place] ?? 0;
    if (score >= LEAST && (first < 0 || score > (scores[first] ?? 0))) first = place;
  }
  return first;
}

/** The statement after this one, if it goes on with it: "It measured 13 mm." */
function following(told: Told, { outline, statements, placeOf }: Telling): Told | null {
  const next = statements[(placeOf[told.index] ?? -2) + 1];
  const back = listed(outline.knowledge.reading, 'pointing-back');
  return next && back.has(outline.recognized.tokens[next.statement.from]?.norm ?? '') ? next : null;
}
