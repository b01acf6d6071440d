/** Which rows of a backup were deleted after it was made: what belongs to them goes too. */
import type { Deletion } from './deletion-list.ts';

export interface Gone {
  /** `of`: the value of a column; undefined where there is none */
  holds(table: string, of: (column: string) => unknown): boolean;
  holdsAccount(userId: string): boolean;
}

/** Where the rows of what was deleted lie, and the column that names it there. */
const PLACES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  report: { saved_reports: 'id', saved_originals: 'report_id' },
  key: { api_keys: 'id' },
  code: { backup_codes: 'id' },
  passkey: { passkeys: 'id' },
};

export function goneAfter(deletions: readonly Deletion[]): Gone {
  const accounts = new Set<unknown>();
  const rows = new Set<string>();
  for (const { what, user_id, of_id } of deletions) {
    if (what === 'account') accounts.add(user_id);
    for (const table of Object.keys(PLACES[what] ?? {})) rows.add(nameOf(table, user_id, of_id));
  }
  const columnOf = Object.fromEntries(Object.values(PLACES).flatMap((tables) => Object.entries(tables)));
  return {
    holdsAccount: (userId) => accounts.has(userId),
    holds(table, of) {
      // of nobody: it is what was deleted before
      if (table === 'deletions') return false;
      if (accounts.has(of(table === 'users' ? 'id' : 'user_id'))) return true;
      const column = columnOf[table];
      return column !== undefined && rows.has(nameOf(table, String(of('user_id')), String(of(column))));
    },
  };
}

const nameOf = (table: string, userId: string, id: string): string => JSON.stringify([table, userId, id]);
