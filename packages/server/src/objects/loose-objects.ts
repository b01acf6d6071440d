/** Objects that no row holds: those on their way in, and those whose row is gone. Each is written down before it can be lost, so that a kill at any point leaves none behind. */
import type { Within } from '../accounts/held.ts';
import type { Database } from '../database/database.ts';
import { codeOf } from '../failure-code.ts';
import { StorageFailure } from '../storage-fault.ts';
import { nameOf, type ObjectName, type Objects } from './objects.ts';

export interface LooseObjects {
  /** Put away, and held by nobody yet. */
  bring(bytes: Uint8Array): Promise<ObjectName>;
  /** Held from now on by a row that the same transaction writes. Rejects where it took so long that it was given up. */
  hold(within: Within, name: ObjectName): Promise<void>;
  /** They were not held: they go now. Never rejects. */
  giveUp(names: readonly ObjectName[]): Promise<void>;
  /** Deletes what nobody holds. */
  sweep(): Promise<void>;
}

interface Parts {
  readonly database: Database;
  readonly objects: Objects;
  readonly now: () => number;
  readonly log: (line: string) => void;
}

/** Milliseconds until what is on its way is given up: longer than a request takes. */
const ON_ITS_WAY = 15 * 60_000;
const AT_ONCE = 200;

export function looseObjects({ database: { db }, objects, now, log }: Parts): LooseObjects {
  const at = (ahead = 0): string => new Date(now() + ahead).toISOString();

  async function* loose(): AsyncGenerator<ObjectName> {
    for (let after = ''; ; ) {
      const rows = await db
        .selectFrom('loose_objects')
        .select('name')
        .where('name', '>', after)
        .where((is) => is.or([is('is_going', '=', 1), is('goes_at', '<=', at())]))
        .orderBy('name')
        .limit(AT_ONCE)
        .execute();
      for (const { name } of rows) yield name;
      after = rows.at(-1)?.name ?? '';
      if (rows.length < AT_ONCE) return;
    }
  }

  /** Told to be going first: nobody holds it from then on. */
  async function remove(name: ObjectName): Promise<void> {
    await db
      .updateTable('loose_objects')
      .set({ is_going: 1 })
      .where('name', '=', name)
      .where((is) => is.or([is('is_going', '=', 1), is('goes_at', '<=', at())]))
      .where((is) =>
        is.not(is.exists(is.selectFrom('saved_originals').select('id').whereRef('object', '=', 'loose_objects.name'))),
      )
      .execute();
    const going = await db
      .selectFrom('loose_objects')
      .select('name')
      .where('name', '=', name)
      .where('is_going', '=', 1)
      .executeTakeFirst();
    if (!going) return;
    await objects.delete(name);
    await db.deleteFrom('loose_objects').where('name', '=', name).execute();
  }

  return {
    async bring(bytes) {
      const row = { name: nameOf(bytes), goes_at: at(ON_ITS_WAY), is_going: 0 };
      await db.insertInto('loose_objects').values(row).execute();
      return objects.put(bytes);
    },
    async hold(within, name) {
      const { numDeletedRows } = await within
        .deleteFrom('loose_objects')
        .where('name', '=', name)
        .where('is_going', '=', 0)
        .executeTakeFirstOrThrow();
      if (numDeletedRows === 0n) throw new StorageFailure('away', 'GIVEN_UP');
    },
    async giveUp(names) {
      if (names.length === 0) return;
      const going = db.updateTable('loose_objects').set({ is_going: 1 }).where('name', 'in', names);
      await going.execute().catch(() => undefined);
    },
    async sweep() {
      try {
        for await (const name of loose()) await remove(name);
      } catch (error) {
        log(`files: what nobody holds could not be deleted: ${codeOf(error)}`);
      }
    },
  };
}
