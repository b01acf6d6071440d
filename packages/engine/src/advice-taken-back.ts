/** Advice that an addendum takes back by what it looks at: "CT chest in 4 weeks" … "ADDENDUM: the CT is not needed". */
import type { Recommendation, SectionCode } from './document.ts';
import { matchesWithin } from './lexicon.ts';
import { sectionsById } from './sections-by-id.ts';
import type { Knowledge, Recognized } from './stages.ts';

/** What only looks again; a sample or a visit is taken back by its own name alone. */
export const LOOKS: ReadonlySet<Recommendation['action']> = new Set(['imaging', 'surveillance']);

/** Ids of the recommendations that no longer stand; those of two parts of the body are not told apart by the test alone, and both stand. */
export function adviceTakenBack(recognized: Recognized, knowledge: Knowledge): ReadonlySet<string> {
  const codes = new Map<string, SectionCode | undefined>();
  const sections = sectionsById(recognized);
  for (const { id, section } of recognized.statements) codes.set(id, sections.get(section)?.code);
  const isLater = ({ statement }: Recommendation): boolean => codes.get(statement) === 'addendum';
  const denials = recognized.recommendations.filter(
    (one) => one.action === 'none-needed' && one.condition === null && isLater(one),
  );
  if (denials.length === 0) return new Set();
  const earlier = recognized.recommendations.filter((one) => LOOKS.has(one.action) && !isLater(one));
  return new Set(
    denials.flatMap((later) => {
      if (later.modality === null)
        return namesProcedure(later, recognized, knowledge)
          ? []
          : meantByAll(later, earlier, recognized, knowledge).map(({ id }) => id);
      const meant = earlier.filter(
        ({ modality, region }) => modality === later.modality && (later.region === null || region === later.region),
      );
      return new Set(meant.map(({ region }) => region)).size === 1 ? meant.map(({ id }) => id) : [];
    }),
  );
}

/**
 * Of earlier advice to look again, what "no follow-up is needed" means: that on the thing it names ("… for the nodule"), or all of it where that is of one kind.
 * What it may not mean stands: a step that is shown once too often harms less than one that is lost.
 */
export function meantByAll(
  later: Recommendation,
  earlier: readonly Recommendation[],
  recognized: Recognized,
  knowledge: Knowledge,
): readonly Recommendation[] {
  const named = namedIn([later.statement], recognized, knowledge);
  if (named.size > 0)
    return earlier.filter(({ statement }) => {
      const own = ownNames(statement, recognized, knowledge);
      return [...named].some((name) => own.has(name));
    });
  return new Set(earlier.map(({ modality, region }) => `${modality} ${region}`)).size === 1 ? earlier : [];
}

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

/** "FNA is not needed" */
const namesProcedure = (
  { span: [start, end] }: Recommendation,
  { matches }: Recognized,
  { reading }: Knowledge,
): boolean =>
  matches.concept.some(
    (match) => match.start >= start && match.end <= end && reading.concepts[match.entry]?.kind === 'procedure',
  );
