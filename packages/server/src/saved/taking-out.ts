/** Everything of one account as a file: what opens is in it, and what does not is listed in it. */
import { copyMissing, type MissingFromCopy, toArchive, type WholeReport } from '@readingscan/web';
import type { Vault } from './vault.ts';

export interface TakenOut {
  readonly file: Uint8Array<ArrayBuffer>;
  readonly reports: number;
  /** there, and could not be opened */
  readonly missing: number;
}

const MISSING = 'missing.txt';

/** Reports that are deleted meanwhile are in it or not. */
export async function takenOut(vault: Vault, userId: string): Promise<TakenOut> {
  const whole: WholeReport[] = [];
  const missing: MissingFromCopy[] = [];
  let after: string | null = null;
  do {
    const page = await vault.page(userId, after);
    missing.push(...page.unopened.map((savedOn) => ({ kind: 'report', savedOn }) as const));
    for (const { report } of page.reports) {
      const found = await vault.whole(userId, report);
      if (!found) continue;
      whole.push(found.whole);
      const part = { kind: 'original', report: whole.length } as const;
      missing.push(...Array.from({ length: found.broken }, () => part));
    }
    after = page.next;
  } while (after !== null);
  const notes = missing.length === 0 ? {} : { [MISSING]: copyMissing(missing) };
  return { file: await toArchive(whole, notes), reports: whole.length, missing: missing.length };
}
