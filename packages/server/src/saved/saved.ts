/** Reports saved in accounts, as the routes know them: whoever asks gives who they are, and reaches nothing of anybody else. */
import { fromArchive, type KeepYears, type SavedEvent, type WholeReport } from '@readingscan/web';
import type { Kysely } from 'kysely';
import type { Within } from '../accounts/held.ts';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { codeOf } from '../failure-code.ts';
import { looseObjects } from '../objects/loose-objects.ts';
import { objectsNamed } from '../objects/missing-objects.ts';
import type { Objects } from '../objects/objects.ts';
import { openObjects } from '../objects/open-objects.ts';
import { openSharedLinks, type SharedLinks } from '../shared/shared-links.ts';
import { unheld } from '../unheld.ts';
import { chooseKeepYears, dayOf, keepYearsOf, lastDayOf, ownersOfOld, removeOld } from './keeping-time.ts';
import { type SavedLimits, savedLimits } from './limits.ts';
import { type KeyService, masterKeys } from './master-keys.ts';
import { ensureFits, MOST_LISTED, MOST_REPORT_BYTES, NoRoom, type Room, TooLarge, unpackedBytesOf } from './room.ts';
import { lostKeys } from './rotation.ts';
import type { SavingSettings } from './settings.ts';
import { type TakenOut, takenOut } from './taking-out.ts';
import { append, isWritten, PROGRAM } from './trail.ts';
import { type Change, openVault, type Put, type SavedReport, type SealedReport } from './vault.ts';

/** Who asks. */
export interface Owner {
  readonly userId: string;
  /** "Firefox, Windows"; '' where it is not known */
  readonly device: string;
}

/** A saved report, and the day on which it goes by itself. */
export interface Shown extends SavedReport {
  readonly until: string | null;
}

export interface ShownPage {
  readonly reports: readonly Shown[];
  /** rows that do not open */
  readonly broken: number;
  /** where the next page begins; null: this was the last one */
  readonly next: string | null;
}

export interface Overview {
  readonly used: Room;
  readonly most: Room;
  readonly keepYears: KeepYears;
}

export interface Saved {
  readonly links: SharedLinks;
  readonly most: Room;
  readonly limits: SavedLimits;
  overview(userId: string): Promise<Overview>;
  page(owner: Owner, after: string | null): Promise<ShownPage>;
  /** Null where this owner has none of that id. */
  get(owner: Owner, id: string): Promise<Shown | null>;
  original(owner: Owner, id: string, originalId: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** All of them or none. Throws `TooLarge`, `NoRoom`. What has the id of one that is there is left as it is. `also`: done in the same transaction where something is saved. */
  save(owner: Owner, whole: WholeReport, also?: (within: Within) => Promise<void>): Promise<Put>;
  /** Throws `TooLarge`, `NoRoom`. */
  change(owner: Owner, id: string, change: Change): Promise<Shown | null>;
  /** False where this owner has none of that id. */
  remove(owner: Owner, id: string): Promise<boolean>;
  removeAll(owner: Owner): Promise<number>;
  /** Everything that opens as one file, as the dashboard of a device makes it. */
  takeOut(owner: Owner): Promise<TakenOut>;
  /** All of such a file or none. Throws `NotKeptFile`, `LongReport`, `TooLarge`, `NoRoom`. */
  bringIn(owner: Owner, file: Uint8Array): Promise<Put>;
  keepFor(owner: Owner, years: KeepYears): Promise<void>;
  /** Something else that happened in the account. */
  note(owner: Owner, what: SavedEvent): Promise<void>;
  /** Deletes what has run out. */
  sweep(): Promise<void>;
  /** Deletes photographs that no report holds. */
  sweepFiles(): Promise<void>;
  close(): void;
}

export interface SavedParts {
  readonly log: (line: string) => void;
  /** milliseconds since 1970; default: the clock */
  readonly now?: () => number;
  /** default: a timer that keeps no process alive */
  readonly every?: (milliseconds: number, call: () => void) => () => void;
  /** told how many reports were saved, or deleted, when it is done */
  readonly onCount?: (what: 'saved' | 'deleted', reports: number) => void;
  /** default: the keys of the settings */
  readonly keys?: KeyService;
  /** null, or left out, where storage costs nothing. `pay` throws where it cannot be paid: then nothing is saved. */
  readonly storage?: { pay(within: Within, userId: string, bytes: number): Promise<void> } | null;
  /** where photographs lie; default: as the settings say */
  readonly objects?: Objects;
}

const HOUR = 60 * 60_000;
/** What is deleted is gone from the store of files within a minute. */
const SOON = 20_000;

export async function openSaved(database: Database, settings: SavingSettings, parts: SavedParts): Promise<Saved> {
  const { log, now = Date.now, every = unheld, onCount = () => undefined, storage = null } = parts;
  const { db } = database;
  const keys = parts.keys ?? masterKeys(settings.keys);
  const objects = parts.objects ?? (settings.files ? openObjects(settings.files) : null);
  const loose = objects && looseObjects({ database, objects, now, log });
  const vault = openVault(database, keys, objects && loose && { objects, loose });
  const most: Room = { reports: settings.mostReports, bytes: settings.mostBytes };
  const limits = savedLimits(now);
  const lost = await lostKeys(db, keys);
  for (const { keyId, reports } of lost)
    log(`saved reports: ${reports} cannot be opened: the master key ${keyId} is missing or another one`);

  const today = (): string => dayOf(now());
  const note = (within: Within, { userId, device }: Owner, what: SavedEvent, count: number): Promise<void> =>
    append(within, userId, { at: now(), who: device, what, count });
  const shown = (one: SavedReport, years: KeepYears): Shown => ({ ...one, until: lastDayOf(one.savedOn, years) });

  /** Whether it was written today, of this device. */
  const isNoted = (at: Kysely<Tables>, { userId, device }: Owner, what: SavedEvent): Promise<boolean> =>
    isWritten(at, userId, { who: device, what, at: Date.parse(today()) });

  /** Once a day for each device: that somebody looked, not how often. */
  async function noteLook(owner: Owner): Promise<void> {
    if (await isNoted(db, owner, 'read')) return;
    await vault.held(owner.userId, (within) => note(within, owner, 'read', 0));
  }

  async function put(
    owner: Owner,
    whole: readonly WholeReport[],
    what: SavedEvent,
    also: (within: Within) => Promise<void> = async () => undefined,
  ): Promise<Put> {
    const known = await vault.known(
      owner.userId,
      whole.map(({ report }) => report.id),
    );
    const added = whole.filter(({ report }) => !known.has(report.id));
    ensureFits(added, await vault.room(owner.userId), most);
    const sealed: SealedReport[] = [];
    for (const one of added) sealed.push(await vault.seal(owner.userId, one, today()));
    if (sealed.some(({ row }) => row.bytes > MOST_REPORT_BYTES)) throw new TooLarge();
    const brought = await vault.bring(sealed);
    const done = await vault
      .held(owner.userId, async (within) => {
        const put = await vault.put(within, owner.userId, brought.sealed, most);
        if (put.added === 0) return put;
        await note(within, owner, what, put.added);
        await storage?.pay(within, owner.userId, (await vault.room(owner.userId, within)).bytes);
        await also(within);
        return put;
      })
      .catch(async (error: unknown) => {
        await brought.giveUp();
        throw error;
      });
    // what was saved meanwhile by another request came once
    if (done.added < sealed.length) await brought.giveUp();
    onCount('saved', done.added);
    return { added: done.added, known: done.known + known.size };
  }

  async function sweep(): Promise<void> {
    limits.forget();
    await orTold(async () => {
      const owners = await ownersOfOld(db, today());
      // what goes wrong with one account keeps no other waiting
      for (const userId of owners) await orTold(() => sweepOf(userId));
      if (owners.length > 0) await database.scrub();
    });
  }

  async function sweepOf(userId: string): Promise<void> {
    const gone = await vault.held(userId, async (within) => {
      const count = await removeOld(within, userId, today());
      if (count > 0) await note(within, { userId, device: PROGRAM }, 'run-out', count);
      return count;
    });
    onCount('deleted', gone);
  }

  async function orTold(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      log(`saved reports: what has run out could not be deleted: ${codeOf(error)}`);
    }
  }
  await sweep();
  const stop = every(HOUR, () => void sweep());
  const sweepFiles = async (): Promise<void> => loose?.sweep();
  const stopFiles = loose ? every(SOON, () => void sweepFiles()) : null;
  const elsewhere = loose ? 0 : await objectsNamed(db);
  if (elsewhere > 0)
    log(
      `saved reports: ${elsewhere} photographs cannot be opened: they lie in a store of files, and FILES_URL is not set`,
    );
  const links = await openSharedLinks(database, { log, now, every, note });

  return {
    links,
    most,
    limits,
    overview: async (userId) => ({ used: await vault.room(userId), most, keepYears: await keepYearsOf(db, userId) }),
    async page(owner, after) {
      const years = await keepYearsOf(db, owner.userId);
      const page = await vault.page(owner.userId, after);
      if (page.reports.length > 0) await noteLook(owner);
      const reports = page.reports.map((one) => shown(one, years));
      return { reports, broken: page.unopened.length, next: page.next };
    },
    async get(owner, id) {
      const one = await vault.get(owner.userId, id);
      if (!one) return null;
      await noteLook(owner);
      return shown(one, await keepYearsOf(db, owner.userId));
    },
    async original(owner, id, originalId) {
      const bytes = await vault.original(owner.userId, id, originalId);
      if (bytes) await noteLook(owner);
      return bytes;
    },
    save: (owner, whole, also) => put(owner, [whole], 'saved', also),
    async change(owner, id, change) {
      return vault.held(owner.userId, async (within) => {
        const before = await vault.room(owner.userId, within);
        const changed = await vault.change(within, owner.userId, id, change);
        if (!changed) return null;
        if (changed.bytes > MOST_REPORT_BYTES) throw new TooLarge();
        const { bytes } = await vault.room(owner.userId, within);
        if (bytes > most.bytes && bytes > before.bytes) throw new NoRoom();
        if (bytes > before.bytes) await storage?.pay(within, owner.userId, bytes);
        if (!(await isNoted(within, owner, 'changed'))) await note(within, owner, 'changed', 1);
        // before it is done: nothing that can fail comes after
        return shown(changed, await keepYearsOf(within, owner.userId));
      });
    },
    async remove(owner, id) {
      const isGone = await vault.held(owner.userId, async (within) => {
        const done = await vault.remove(within, owner.userId, id);
        if (done) await note(within, owner, 'removed', 1);
        return done;
      });
      if (isGone) {
        onCount('deleted', 1);
        await database.scrub();
      }
      return isGone;
    },
    async removeAll(owner) {
      const count = await vault.held(owner.userId, async (within) => {
        const gone = await vault.removeAll(within, owner.userId);
        if (gone > 0) await note(within, owner, 'removed-all', gone);
        return gone;
      });
      onCount('deleted', count);
      if (count > 0) await database.scrub();
      return count;
    },
    async takeOut(owner) {
      const taken = await takenOut(vault, owner.userId);
      await vault.held(owner.userId, (within) => note(within, owner, 'taken-out', taken.reports));
      return taken;
    },
    async bringIn(owner, file) {
      const whole = await fromArchive(file, unpackedBytesOf(most), MOST_LISTED);
      return put(owner, whole, 'brought-in');
    },
    keepFor: (owner, years) =>
      vault.held(owner.userId, async (within) => {
        if ((await keepYearsOf(within, owner.userId)) === years) return;
        await chooseKeepYears(within, owner.userId, years);
        await note(within, owner, 'keep-years', years ?? 0);
      }),
    note: (owner, what) => vault.held(owner.userId, (within) => note(within, owner, what, 0)),
    sweep,
    sweepFiles,
    close() {
      stop();
      stopFiles?.();
      links.close();
    },
  };
}
