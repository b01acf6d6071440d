/** Wing 4, explain: "the adrenal glands are normal and no mass was detected": cut in two, the mass keeps its place. */
import type { AdviceClause } from './advice-clauses.ts';
import type { Chunk } from './chunk.ts';
import { isAnatomy, isListLink } from './chunk-kinds.ts';
import type { Language } from './language.ts';
import { wordChunk } from './own-chunk.ts';
import { isVerb } from './word.ts';

const LONGEST_SUBJECT = 10; // chunks

/** The same clauses; one that denies something without a place has that of the organs which the first one is about. */
export function withCarriedPlace(clauses: readonly AdviceClause[], language: Language): readonly AdviceClause[] {
  const organs = subjectOf(clauses[0]?.clause ?? [], language);
  if (organs.length === 0) return clauses;
  return clauses.map((one, i) =>
    i > 0 && isPlaceless(one.clause, language) ? { ...one, clause: placed(one.clause, organs, language) } : one,
  );
}

/** The organs before the verb of a clause, where nothing else stands there. */
function subjectOf(clause: readonly Chunk[], language: Language): readonly Chunk[] {
  const verb = clause.findIndex((chunk) => isVerb(chunk, language));
  const subject = clause
    .slice(0, Math.max(0, verb))
    .filter((chunk) => !language.determiners.has(chunk.text.toLowerCase()));
  const isOrgans =
    subject.length <= LONGEST_SUBJECT &&
    subject.some(isAnatomy) &&
    subject.every((chunk) => isAnatomy(chunk) || chunk.kind === 'modifier' || isListLink(chunk, language));
  return isOrgans ? subject : [];
}

/** "no mass was detected": a finding that any organ may have, and no place. */
function isPlaceless(clause: readonly Chunk[], { listDenials, carried, placing }: Language): boolean {
  const findings = clause.filter((chunk) => chunk.kind === 'concept');
  return (
    listDenials.has(clause[0]?.text.toLowerCase() ?? '') &&
    findings.length > 0 &&
    findings.every((chunk) => chunk.kind === 'concept' && carried.has(chunk.concept.id)) &&
    !clause.some((chunk) => placing.has(chunk.text.toLowerCase()))
  );
}

function placed(clause: readonly Chunk[], organs: readonly Chunk[], { within }: Language): readonly Chunk[] {
  const last = clause.at(-1);
  const end = last?.kind === 'mark' ? clause.length - 1 : clause.length;
  const before = clause[end - 1];
  if (!before) return clause;
  return [...clause.slice(0, end), wordChunk(within, before), ...organs, ...clause.slice(end)];
}
