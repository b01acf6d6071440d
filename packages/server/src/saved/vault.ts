/** Reports of accounts in the database: each sealed under a key of its own, found and opened by their owner alone. */
import { randomUUID } from 'node:crypto';
import type { KeptReport, OriginalFile, WholeReport } from '@readingscan/web';
import type { Kysely } from 'kysely';
import { heldAccount, type Within } from '../accounts/held.ts';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { newKey, open, seal } from '../sealing.ts';
import { boundTo } from './bound-to.ts';
import { CannotOpen, type KeyService } from './master-keys.ts';
import { type Brought, type Files, originalFiles } from './original-files.ts';
import { NoRoom, type Room } from './room.ts';

/** A saved report as its owner sees it. */
export interface SavedReport {
  readonly report: KeptReport;
  /** the day, as in 2026-11-29 */
  readonly savedOn: string;
  readonly bytes: number;
}

export interface SavedPage {
  readonly reports: readonly SavedReport[];
  /** rows that do not open: the days on which they were saved */
  readonly unopened: readonly string[];
  /** where the next page begins; null: this was the last one */
  readonly next: string | null;
}

/** What was put away, and what stood there before. */
export interface Put {
  readonly added: number;
  readonly known: number;
}

type Row = Tables['saved_reports'];
type Original = Tables['saved_originals'];

/** Sealed and ready: what it costs to seal is no part of a transaction. */
export interface SealedReport {
  readonly row: Row;
  readonly originals: readonly Original[];
}

export interface Vault {
  seal(userId: string, whole: WholeReport, savedOn: string): Promise<SealedReport>;
  /** Photographs into the store of files, where there is one; `giveUp` where `put` does not come to its end. */
  bring(sealed: readonly SealedReport[]): Promise<Brought>;
  /** Within `held`. Throws `NoRoom`. */
  put(within: Within, userId: string, sealed: readonly SealedReport[], most: Room): Promise<Put>;
  /** In the order of their ids, so many that they fit into memory. */
  page(userId: string, after: string | null): Promise<SavedPage>;
  /** Null where this owner has none of that id. Rejects with `CannotOpen` where it does not open. */
  get(userId: string, id: string): Promise<SavedReport | null>;
  original(userId: string, id: string, originalId: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** With the originals that open; `broken`: how many do not. Null where the report is gone. */
  whole(userId: string, report: KeptReport): Promise<{ readonly whole: WholeReport; readonly broken: number } | null>;
  /** Whose it is, its tags. Null where this owner has none of that id. */
  change(within: Within, userId: string, id: string, change: Change): Promise<SavedReport | null>;
  remove(within: Within, userId: string, id: string): Promise<boolean>;
  /** How many there were. */
  removeAll(within: Within, userId: string): Promise<number>;
  room(userId: string, within?: Within): Promise<Room>;
  /** Those of these ids that this owner has. */
  known(userId: string, ids: readonly string[], within?: Within): Promise<ReadonlySet<string>>;
  /** One transaction at a time for each account. Rejects with `OwnerGone`. */
  held<T>(userId: string, work: (within: Within) => Promise<T>): Promise<T>;
}

export type Change = Partial<Pick<KeptReport, 'person' | 'tags'>>;

/** Of one page: what is sealed of its reports. */
const PAGE_BYTES = 6 * 1024 * 1024;
const PAGE_REPORTS = 100;

/** `files`: null where all stands in the database. */
export function openVault(database: Database, keys: KeyService, files: Files | null = null): Vault {
  const { db } = database;
  const kept = originalFiles(files);
  const keyOf = (row: Pick<Row, 'user_id' | 'id' | 'key_id' | 'wrapped_key'>): Promise<Uint8Array> =>
    keys.unwrap({ keyId: row.key_id, bytes: row.wrapped_key }, boundTo(row.user_id, row.id, 'key'));

  async function opened(row: Row): Promise<SavedReport> {
    const words = open(row.sealed, await keyOf(row), boundTo(row.user_id, row.id, 'report'));
    if (!words) throw new CannotOpen();
    return { report: reportOf(words), savedOn: row.saved_on, bytes: row.bytes };
  }

  const rowOf = (at: Kysely<Tables>, userId: string, id: string): Promise<Row | undefined> =>
    at.selectFrom('saved_reports').selectAll().where('user_id', '=', userId).where('id', '=', id).executeTakeFirst();

  async function room(at: Kysely<Tables>, userId: string): Promise<Room> {
    const { reports, bytes } = await at
      .selectFrom('saved_reports')
      .select(({ fn }) => [fn.countAll().as('reports'), fn.sum('bytes').as('bytes')])
      .where('user_id', '=', userId)
      .executeTakeFirstOrThrow();
    // PostgreSQL counts in numbers that are written as text
    return { reports: Number(reports), bytes: Number(bytes ?? 0) };
  }

  return {
    async seal(userId, { report, files }, savedOn) {
      const key = newKey();
      const named = files.map((file) => ({ ...file, id: randomUUID() }));
      const own: KeptReport = { ...report, originals: named.map(({ id, name, type }) => ({ id, name, type })) };
      const words = seal(new TextEncoder().encode(JSON.stringify(own)), key, boundTo(userId, report.id, 'report'));
      const originals = named.map(({ id, bytes }) => ({
        user_id: userId,
        report_id: report.id,
        id,
        sealed: seal(bytes, key, boundTo(userId, id, 'original')),
        object: null,
      }));
      const wrapped = await keys.wrap(key, boundTo(userId, report.id, 'key'));
      key.fill(0);
      const bytes = originals.reduce((sum, { sealed }) => sum + sealed.length, words.length);
      const row = { user_id: userId, id: report.id, saved_on: savedOn, bytes, sealed: words };
      return { row: { ...row, key_id: wrapped.keyId, wrapped_key: wrapped.bytes }, originals };
    },
    bring: kept.bring,
    async put(within, userId, sealed, most) {
      const ids = sealed.map(({ row }) => row.id);
      const known = await knownOf(within, userId, ids);
      const added = sealed.filter(({ row }) => !known.has(row.id));
      const used = await room(within, userId);
      const bytes = added.reduce((sum, { row }) => sum + row.bytes, used.bytes);
      if (added.length > 0 && (used.reports + added.length > most.reports || bytes > most.bytes)) throw new NoRoom();
      for (const { row, originals } of added) {
        await within.insertInto('saved_reports').values(row).execute();
        for (const original of originals) {
          await kept.hold(within, original);
          await within.insertInto('saved_originals').values(original).execute();
        }
      }
      return { added: added.length, known: known.size };
    },
    async page(userId, after) {
      const ahead = await db
        .selectFrom('saved_reports')
        .select(['id', 'bytes'])
        .where('user_id', '=', userId)
        .where('id', '>', after ?? '')
        .orderBy('id')
        .limit(PAGE_REPORTS + 1)
        .execute();
      const ids = fitting(ahead);
      const rows = await (ids.length === 0
        ? []
        : db.selectFrom('saved_reports').selectAll().where('user_id', '=', userId).where('id', 'in', ids).execute());
      const found = await Promise.all(rows.map((row) => opened(row).catch((error) => asBroken(error, row.saved_on))));
      const reports = found.filter((one) => typeof one !== 'string');
      const unopened = found.filter((one) => typeof one === 'string');
      const next = ids.length < ahead.length ? (ids.at(-1) ?? null) : null;
      return { reports, unopened, next };
    },
    async get(userId, id) {
      const row = await rowOf(db, userId, id);
      return row ? opened(row) : null;
    },
    async original(userId, id, originalId) {
      const row = await rowOf(db, userId, id);
      const found = await db
        .selectFrom('saved_originals')
        .select(['sealed', 'object'])
        .where('user_id', '=', userId)
        .where('report_id', '=', id)
        .where('id', '=', originalId)
        .executeTakeFirst();
      return row && found ? whatIsIn(await kept.sealedOf(found), await keyOf(row), userId, originalId) : null;
    },
    async whole(userId, report) {
      const row = await rowOf(db, userId, report.id);
      if (!row) return null;
      const key = await keyOf(row);
      const rows = await db
        .selectFrom('saved_originals')
        .select(['id', 'sealed', 'object'])
        .where('user_id', '=', userId)
        .where('report_id', '=', report.id)
        .execute();
      const opened: OriginalFile[] = [];
      for (const original of report.originals) {
        const found = rows.find(({ id }) => id === original.id);
        const sealed = found && (await kept.sealedOf(found).catch(orNothing));
        const bytes = sealed && open(sealed, key, boundTo(userId, original.id, 'original'));
        if (bytes) opened.push({ ...original, bytes });
      }
      const originals = opened.map(({ bytes: _, ...original }) => original);
      const broken = report.originals.length - opened.length;
      return { whole: { report: { ...report, originals }, files: opened }, broken };
    },
    async change(within, userId, id, change) {
      const row = await rowOf(within, userId, id);
      if (!row) return null;
      const { report, savedOn } = await opened(row);
      const next = { ...report, ...change };
      const words = new TextEncoder().encode(JSON.stringify(next));
      // the key is the same, as it is that of the originals too; the nonce is another one
      const sealed = seal(words, await keyOf(row), boundTo(userId, id, 'report'));
      const bytes = row.bytes - row.sealed.length + sealed.length;
      await within
        .updateTable('saved_reports')
        .set({ sealed, bytes })
        .where('user_id', '=', userId)
        .where('id', '=', id)
        .execute();
      return { report: next, savedOn, bytes };
    },
    async remove(within, userId, id) {
      const { numDeletedRows } = await within
        .deleteFrom('saved_reports')
        .where('user_id', '=', userId)
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return numDeletedRows > 0n;
    },
    async removeAll(within, userId) {
      const { numDeletedRows } = await within
        .deleteFrom('saved_reports')
        .where('user_id', '=', userId)
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
    room: (userId, within) => room(within ?? db, userId),
    known: (userId, ids, within) => knownOf(within ?? db, userId, ids),
    held: (userId, work) => heldAccount(database, userId, work),
  };
}

async function knownOf(at: Kysely<Tables>, userId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await at
    .selectFrom('saved_reports')
    .select('id')
    .where('user_id', '=', userId)
    .where('id', 'in', ids)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** One at least, however long it is. */
function fitting(ahead: readonly Pick<Row, 'id' | 'bytes'>[]): readonly string[] {
  let sum = 0;
  const fits = ahead.slice(0, PAGE_REPORTS).filter(({ bytes }, at) => {
    sum += bytes;
    return at === 0 || sum <= PAGE_BYTES;
  });
  return fits.map(({ id }) => id);
}

function whatIsIn(sealed: Uint8Array, key: Uint8Array, userId: string, id: string): Uint8Array<ArrayBuffer> {
  const bytes = open(sealed, key, boundTo(userId, id, 'original'));
  if (!bytes) throw new CannotOpen();
  return bytes;
}

/** What was sealed was written by `seal` above: one boundary. */
const reportOf = (bytes: Uint8Array): KeptReport => JSON.parse(new TextDecoder().decode(bytes)) as KeptReport;

function orNothing(error: unknown): null {
  if (error instanceof CannotOpen) return null;
  throw error;
}

/** What does not open is told by the day it was saved, never hidden. */
function asBroken(error: unknown, savedOn: string): string {
  if (error instanceof CannotOpen) return savedOn;
  throw error;
}
