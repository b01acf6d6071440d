/** Wing 4, explain: the side that only the title of an exam tells: "MRI LEFT SHOULDER … Full-thickness tear of the supraspinatus." */
import { findingsIn } from '../findings-index.ts';
import { matchesWithin } from '../lexicon.ts';
import { type KnownSide, sidesIn } from '../sides.ts';
import type { Explainable, Knowledge, SegmentedStatement } from '../stages.ts';

/** The side of all that an exam shows; null where it shows both sides, or more than a limb or a breast. */
export function examSideOf(related: Explainable, knowledge: Knowledge): KnownSide | null {
  const { study, statements, sections } = related;
  const sided = knowledge.reading.lists['sided-regions'] ?? [];
  if (study.regions.length === 0 || !study.regions.every((region) => sided.includes(region))) return null;
  const titles = new Set(sections.filter(({ code }) => code === 'exam').map(({ id }) => id));
  let found: KnownSide | null = null;
  for (const statement of statements) {
    if (!titles.has(statement.section)) continue;
    for (const { side, span } of sidesIn(statement, related, knowledge)) {
      if ((side !== 'left' && side !== 'right') || (found && found.side !== side)) return null;
      found ??= { side, span };
    }
  }
  return found;
}

/** Whether something is told of as there, on a side that none of the statements names, and of nothing that lies elsewhere. */
export function isUnsided(own: readonly SegmentedStatement[], related: Explainable, knowledge: Knowledge): boolean {
  const findings = own.flatMap(({ id }) => findingsIn(id, related.findings));
  return (
    findings.some(({ assertion }) => assertion.presence === 'present' || assertion.presence === 'possible') &&
    own.every((statement) => sidesIn(statement, related, knowledge).length === 0) &&
    own.every((statement) => liesThere(statement, related, knowledge))
  );
}

function liesThere({ from, to }: SegmentedStatement, { matches }: Explainable, { reading }: Knowledge): boolean {
  const parts = reading.lists['sided-parts'] ?? [];
  return matchesWithin(matches.concept, from, to).every(({ entry }) => {
    const { region, laterality } = reading.concepts[entry] ?? {};
    return !laterality && (region === undefined || parts.includes(region));
  });
}
