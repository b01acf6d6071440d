/** How long saved reports stay: as long as their owner has chosen, counted in whole days. */
import { KEEP_YEARS, type KeepYears } from '@readingscan/web';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The day on which what was saved on another one is deleted. */
export function lastDayOf(savedOn: string, years: KeepYears): string | null {
  if (years === null) return null;
  const date = new Date(savedOn);
  // of 29 February: 1 March
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return dayOf(date.getTime());
}

export async function keepYearsOf(db: Kysely<Tables>, userId: string): Promise<KeepYears> {
  const found = await db
    .selectFrom('saving_choices')
    .select('keep_years')
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return KEEP_YEARS.find((years) => years === (found?.keep_years ?? null)) ?? null;
}

export async function chooseKeepYears(within: Kysely<Tables>, userId: string, years: KeepYears): Promise<void> {
  await within
    .insertInto('saving_choices')
    .values({ user_id: userId, keep_years: years })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ keep_years: years }))
    .execute();
}

/** Owners of reports whose time has run out. */
export async function ownersOfOld(db: Kysely<Tables>, today: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('saved_reports')
    .innerJoin('saving_choices', 'saving_choices.user_id', 'saved_reports.user_id')
    .select(['saved_reports.user_id', 'keep_years', 'saved_on'])
    .distinct()
    .where('keep_years', 'is not', null)
    .execute();
  const old = rows.filter(({ saved_on, keep_years }) => hasRunOut(saved_on, keep_years, today));
  return [...new Set(old.map(({ user_id }) => user_id))];
}

/** Deletes what this owner's time has run out for; how many there were. */
export async function removeOld(within: Kysely<Tables>, userId: string, today: string): Promise<number> {
  const years = await keepYearsOf(within, userId);
  if (years === null) return 0;
  const days = await within
    .selectFrom('saved_reports')
    .select('saved_on')
    .distinct()
    .where('user_id', '=', userId)
    .execute();
  const old = days.map(({ saved_on }) => saved_on).filter((day) => hasRunOut(day, years, today));
  if (old.length === 0) return 0;
  const { numDeletedRows } = await within
    .deleteFrom('saved_reports')
    .where('user_id', '=', userId)
    .where('saved_on', 'in', old)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

function hasRunOut(savedOn: string, years: number | null, today: string): boolean {
  const last = lastDayOf(savedOn, KEEP_YEARS.find((one) => one === years) ?? null);
  return last !== null && last <= today;
}
