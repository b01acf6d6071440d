/** Ground floor: the statements of a report by their ids, looked up once for a report. */
import type { SegmentedStatement } from './stages.ts';

const cache = new WeakMap<readonly SegmentedStatement[], ReadonlyMap<string, SegmentedStatement>>();

export function statementsById({
  statements,
}: {
  readonly statements: readonly SegmentedStatement[];
}): ReadonlyMap<string, SegmentedStatement> {
  let byId = cache.get(statements);
  if (!byId) {
    byId = new Map(statements.map((statement) => [statement.id, statement]));
    cache.set(statements, byId);
  }
  return byId;
}
