/** Ground floor: the findings of a report by their ids and by their statements, looked up once for a report. */
import { EMPTY_LIST } from './alike.ts';
import type { Finding } from './document.ts';

interface FindingsIndex {
  readonly byId: ReadonlyMap<string, Finding>;
  readonly byStatement: ReadonlyMap<string, readonly Finding[]>;
}

const cache = new WeakMap<readonly Finding[], FindingsIndex>();

function indexOf(findings: readonly Finding[]): FindingsIndex {
  let index = cache.get(findings);
  if (!index) {
    const byStatement = new Map<string, Finding[]>();
    for (const finding of findings) {
      const own = byStatement.get(finding.statement);
      if (own) own.push(finding);
      else byStatement.set(finding.statement, [finding]);
    }
    index = { byId: new Map(findings.map((finding) => [finding.id, finding])), byStatement };
    cache.set(findings, index);
  }
  return index;
}

/** Those of some ids, in the order of the ids. */
export const findingsOf = (ids: readonly string[], findings: readonly Finding[]): readonly Finding[] => {
  const { byId } = indexOf(findings);
  return ids.flatMap((id) => byId.get(id) ?? []);
};

/** Those of a statement, in the order of the text. */
export const findingsIn = (statement: string, findings: readonly Finding[]): readonly Finding[] =>
  indexOf(findings).byStatement.get(statement) ?? EMPTY_LIST;
