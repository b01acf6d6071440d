/** Advice that an addendum takes back by what it looks at: "CT chest in 4 weeks" … "ADDENDUM: the CT is not needed". */
import type { Recommendation, SectionCode } from './document.ts';
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
        return namesProcedure(later, recognized, knowledge) ? [] : earlier.map(({ id }) => id);
      const meant = earlier.filter(
        ({ modality, region }) => modality === later.modality && (later.region === null || region === later.region),
      );
      return new Set(meant.map(({ region }) => region)).size === 1 ? meant.map(({ id }) => id) : [];
    }),
  );
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
