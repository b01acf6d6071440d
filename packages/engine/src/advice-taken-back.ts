/** Advice that an addendum takes back by what it names: "CT chest in 4 weeks" … "ADDENDUM: the CT is not needed". */
import { conceptsById } from './concepts-by-id.ts';
import type { Recommendation, SectionCode } from './document.ts';
import { matchesWithin } from './lexicon.ts';
import { sectionsById } from './sections-by-id.ts';
import type { Knowledge, Recognized, SegmentedStatement } from './stages.ts';

/** What only looks again; a sample or a visit is taken back by its own name alone. */
export const LOOKS: ReadonlySet<Recommendation['action']> = new Set(['imaging', 'surveillance']);

/** Ids of the recommendations that no longer stand: by what an addendum denies without a condition, or by its word that all are withdrawn. */
export function adviceTakenBack(recognized: Recognized, knowledge: Knowledge): ReadonlySet<string> {
  const { recommendations } = recognized;
  if (recommendations.length === 0 || !recognized.sections.some(({ code }) => code === 'addendum')) return NONE;
  const codes = new Map<string, SectionCode | undefined>();
  const sections = sectionsById(recognized);
  for (const { id, section } of recognized.statements) codes.set(id, sections.get(section)?.code);
  const isLater = ({ statement }: Recommendation): boolean => codes.get(statement) === 'addendum';
  const earlier = recommendations.filter((one) => one.action !== 'none-needed' && !isLater(one));
  const isAllBack = recognized.statements.some(
    (one) => codes.get(one.id) === 'addendum' && takesBackAll(one, recognized, knowledge),
  );
  const withdrawn = isAllBack ? earlier.filter(({ action }) => earlier.length === 1 || LOOKS.has(action)) : [];
  const denials = recommendations.filter(
    (one) => one.action === 'none-needed' && one.condition === null && isLater(one),
  );
  const denied = denials.flatMap((later) => meantBy(later, earlier, recognized, knowledge));
  return new Set([...denied, ...withdrawn].map(({ id }) => id));
}

/** "The recommendation above is withdrawn": all of it, where the statement asks for no step itself; that none is needed asks for none. */
function takesBackAll(
  { id, from, to }: SegmentedStatement,
  { recommendations, tokens }: Recognized,
  { reading }: Knowledge,
): boolean {
  if (
    recommendations.some(
      ({ statement, action, modality }) => statement === id && (action !== 'none-needed' || modality),
    )
  )
    return false;
  const { advice, back, denials } = reading.documents.recommendations.steps['taken-back'];
  const own = tokens.slice(from, to);
  const taken = own.findLastIndex(({ norm }) => back.includes(norm));
  const what = own.findLastIndex(({ norm }) => advice.includes(norm));
  if (taken < 0 || what < 0) return false;
  // "not withdrawn", "do not disregard": the denial stands between the two, or right before them
  const near = own.slice(Math.max(0, Math.min(taken, what) - BEFORE), Math.max(taken, what));
  return !near.some(({ norm }) => denials.includes(norm));
}
const BEFORE = 2;

const NONE: ReadonlySet<string> = new Set();

/** What it may not mean stands: a step that is shown once too often harms less than one that is lost. */
function meantBy(
  later: Recommendation,
  earlier: readonly Recommendation[],
  recognized: Recognized,
  knowledge: Knowledge,
): readonly Recommendation[] {
  const looks = earlier.filter(({ action }) => LOOKS.has(action));
  if (later.modality !== null) {
    const meant = looks.filter(
      ({ modality, region }) => modality === later.modality && (later.region === null || region === later.region),
    );
    return areOfOneKind(meant) ? meant : [];
  }
  const procedures = proceduresIn(later, recognized, knowledge);
  if (procedures.size > 0)
    return earlier.filter((one) => {
      const own = proceduresIn(one, recognized, knowledge);
      return [...procedures].some((id) => own.has(id));
    });
  return meantByAll(
    later,
    looks.filter(({ condition }) => condition === null),
    recognized,
    knowledge,
  );
}

/** "No follow-up is needed" of advice to look again: that on the thing it names ("… for the nodule"), or all of it where that is of one kind. */
function meantByAll(
  later: Recommendation,
  looks: readonly Recommendation[],
  recognized: Recognized,
  knowledge: Knowledge,
): readonly Recommendation[] {
  const named = namedIn([later.statement], recognized, knowledge);
  if (named.size === 0) return areOfOneKind(looks) ? looks : [];
  return looks.filter(({ statement }) => {
    const own = ownNames(statement, recognized, knowledge);
    return [...named].some((name) => own.has(name));
  });
}

/** One test of one part of the body, perhaps asked for more than once. */
const areOfOneKind = (advice: readonly Recommendation[]): boolean =>
  new Set(advice.map(({ modality, region }) => `${modality} ${region}`)).size === 1;

/** What the item of some advice names; of one that names nothing, what the item before it does. */
function ownNames(statement: string, recognized: Recognized, knowledge: Knowledge): ReadonlySet<string> {
  const { items } = recognized;
  const at = items.findIndex(({ statements }) => statements.includes(statement));
  if (at < 0) return namedIn([statement], recognized, knowledge);
  for (let item = at; item >= 0; item -= 1) {
    const names = namedIn(items[item]?.statements ?? [], recognized, knowledge);
    if (names.size > 0) return names;
  }
  return new Set();
}

/** What statements name, by its entry, by the part of the body it is of, and by its words. */
function namedIn(
  ids: readonly string[],
  { statements, matches, tokens }: Recognized,
  { reading }: Knowledge,
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { id, from, to } of statements) {
    if (!ids.includes(id)) continue;
    for (const match of matchesWithin(matches.concept, from, to)) {
      const concept = reading.concepts[match.entry];
      if (concept?.kind !== 'finding' && concept?.kind !== 'anatomy') continue;
      names.add(concept.id);
      if (concept.site) names.add(concept.site);
      if (concept.kind === 'anatomy') continue;
      for (const { norm } of tokens.slice(match.from, match.to)) names.add(norm);
    }
  }
  return names;
}

/** Procedures that some advice names, each with what it is a kind of: a core biopsy is a biopsy. */
function proceduresIn(
  { span: [start, end] }: Recommendation,
  { matches }: Recognized,
  knowledge: Knowledge,
): ReadonlySet<string> {
  const byId = conceptsById(knowledge);
  const ids = new Set<string>();
  for (const match of matches.concept) {
    if (match.start < start || match.end > end) continue;
    const named = knowledge.reading.concepts[match.entry];
    for (
      let one = named?.kind === 'procedure' ? named : undefined;
      one && !ids.has(one.id);
      one = byId.get(one.broader ?? '')
    )
      ids.add(one.id);
  }
  return ids;
}
