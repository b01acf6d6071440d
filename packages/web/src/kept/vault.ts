/** Reports kept on this device: opened with the lock, kept, changed, taken out; each step whole or not at all. */
import { faultOf, KeptError } from './failure.ts';
import { deviceLock, passphraseLock, type Unlocked, unlocked } from './lock.ts';
import { bytesOf, type KeptReport, reportOf, type WholeReport } from './report.ts';
import type { LockRow, Rows, SealedRow } from './rows.ts';
import { openRow, relock, sealRow } from './sealing.ts';
import type { Shelf } from './shelf.ts';

export interface Vault extends Shelf {
  /** none: nothing is kept, or by the browser's own key. passphrase: asked for before anything opens */
  readonly lock: 'none' | 'passphrase';
  readonly isOpen: () => boolean;
  /** opens a lock with a passphrase; a wrong one is answered with `wrong-passphrase` */
  unlock(passphrase: string): Promise<void>;
  /** forgets the key until the passphrase is typed again */
  close(): void;
  count(): Promise<number>;
  /** null takes the passphrase away; all rows stay */
  setPassphrase(passphrase: string | null): Promise<Vault>;
  /** rows and keys */
  removeAll(): Promise<void>;
}

export async function openVault(rows: Rows): Promise<Vault> {
  const lock = await rows.lock();
  return vaultOf(rows, lock, lock?.kind === 'device' ? lock.key : null);
}

function vaultOf(rows: Rows, first: LockRow | null, key: CryptoKey | null): Vault {
  let open: Unlocked | null = first && key ? { lock: first, key } : null;
  let isNew = first === null;

  let coming: Promise<Unlocked> | null = null;

  /** The key that is there, or one made now for the first rows: one for all of them, whoever asks first. */
  async function own(): Promise<Unlocked> {
    if (open) return open;
    if (!isNew) throw new KeptError('locked');
    coming ??= deviceLock();
    open = await coming;
    return open;
  }

  /** The key, where it is still that of the rows: another window may have changed the lock. */
  async function current(): Promise<CryptoKey> {
    const { lock, key } = await own();
    if ((await rows.lock())?.id !== lock.id) throw new KeptError('changed');
    return key;
  }

  async function write(put: readonly SealedRow[], remove: readonly string[] = []): Promise<void> {
    const { lock } = await own();
    await rows.change({ under: isNew ? null : lock.id, ...(isNew ? { lock } : {}), put, remove });
    isNew = false;
  }

  const seal = async ({ report, files }: WholeReport): Promise<readonly SealedRow[]> => {
    const { key } = await own();
    return Promise.all([
      sealRow({ id: report.id, kind: 'report', body: bytesOf(report) }, key),
      ...files.map(({ id, bytes }) => sealRow({ id, kind: 'original', body: bytes }, key)),
    ]);
  };

  return {
    lock: first?.kind === 'passphrase' ? 'passphrase' : 'none',
    isOpen: () => isNew || open !== null,
    async unlock(passphrase) {
      if (first) open = await unlocked(first, passphrase);
    },
    close() {
      if (first?.kind === 'passphrase') open = null;
    },
    async reports() {
      if (isNew) return { reports: [], broken: 0 };
      const key = await current();
      const found = await Promise.all((await rows.all('report')).map((row) => openedReport(row, key)));
      const reports = found.filter((report): report is KeptReport => report !== null);
      return { reports, broken: found.length - reports.length };
    },
    async originals({ originals }) {
      if (originals.length === 0) return [];
      const key = await current();
      const sealed = new Map((await rows.some(originals.map(({ id }) => id))).map((row) => [row.id, row]));
      return Promise.all(
        originals.map(async (original) => {
          const row = sealed.get(original.id);
          if (row?.kind !== 'original') throw new KeptError('broken');
          return { ...original, bytes: (await openRow(row, key)).body };
        }),
      );
    },
    count: () => rows.count('report'),
    async keep(whole) {
      const sealed = await Promise.all(whole.map(seal));
      await write(sealed.flat());
    },
    async change(report) {
      await write(await seal({ report, files: [] }));
    },
    async remove({ id, originals }) {
      await write([], [id, ...originals.map((original) => original.id)]);
    },
    async setPassphrase(passphrase) {
      const from = open;
      if (!isNew && !from) throw new KeptError('locked');
      const to = passphrase === null ? await deviceLock() : await passphraseLock(passphrase);
      const sealed = [...(await rows.all('report')), ...(await rows.all('original'))];
      const put = from ? await Promise.all(sealed.map((row) => relocked(row, from.key, to.key))) : [];
      await rows.change({
        under: isNew ? null : (from?.lock.id ?? null),
        of: sealed.map(({ id }) => id),
        lock: to.lock,
        put: present(put),
      });
      return vaultOf(rows, to.lock, to.key);
    },
    removeAll: () => rows.clear(),
  };
}

/** What cannot be opened is counted, never hidden. */
async function openedReport(row: SealedRow, key: CryptoKey): Promise<KeptReport | null> {
  try {
    return reportOf((await openRow(row, key)).body);
  } catch (error) {
    if (error instanceof SyntaxError || faultOf(error) === 'broken') return null;
    throw error;
  }
}

/** A row that is broken already stays as it is. */
async function relocked(row: SealedRow, from: CryptoKey, to: CryptoKey): Promise<SealedRow | null> {
  try {
    return await relock(row, from, to);
  } catch (error) {
    if (faultOf(error) === 'broken') return null;
    throw error;
  }
}

const present = (rows: readonly (SealedRow | null)[]): readonly SealedRow[] =>
  rows.filter((row): row is SealedRow => row !== null);
