import { describe, expect, test } from 'vitest';
import { faultOf } from '../src/kept/failure.ts';
import { openVault } from '../src/kept/vault.ts';
import { CANARY, keptReport, withPhotograph } from './kept-reports.ts';
import { memoryRows } from './memory-rows.ts';

const PASSPHRASE = 'four calm words here';
const PHOTO = new TextEncoder().encode(`a photograph of ${CANARY}`);
const fault = (doing: Promise<unknown>): Promise<string> => doing.then(() => 'none', faultOf);

describe('what is kept', () => {
  test('comes back as it was, its photograph too', async () => {
    const rows = memoryRows();
    const whole = withPhotograph(keptReport(), PHOTO);
    await (await openVault(rows)).keep([whole]);
    const again = await openVault(rows);
    expect(await again.reports()).toEqual({ reports: [whole.report], broken: 0 });
    expect(await again.originals(whole.report)).toEqual(whole.files);
  });

  test('is opened by one key, though several are the first to be kept', async () => {
    const rows = memoryRows();
    await (await openVault(rows)).keep([keptReport(), keptReport(), keptReport()]);
    expect(await (await openVault(rows)).reports()).toMatchObject({ reports: [{}, {}, {}], broken: 0 });
  });

  test('lies there without a word of the report, of its file’s name, of whose it is', async () => {
    const rows = memoryRows();
    await (await openVault(rows)).keep([withPhotograph(keptReport(), PHOTO)]);
    for (const row of rows.raw.values()) {
      expect(Object.keys(row).sort()).toEqual(['body', 'id', 'key', 'kind']);
      for (const bytes of [row.body.bytes, row.body.nonce, row.key.bytes, row.key.nonce])
        expect(Buffer.from(bytes as ArrayBuffer).toString('latin1')).not.toContain(CANARY);
    }
  });

  test('has a key and a nonce of its own in each row, and anew when it is changed', async () => {
    const rows = memoryRows();
    const vault = await openVault(rows);
    const [one, other] = [keptReport(), keptReport()];
    await vault.keep([one, other]);
    const before = [...rows.raw.values()];
    await vault.change({ ...one.report, tags: ['knee'] });
    const all = [...before, ...rows.raw.values()].flatMap(({ key, body }) => [key.nonce, body.nonce]);
    // the row that stayed as it was stands in both lists
    expect(new Set(all.map((nonce) => nonce.join())).size).toBe(all.length - 2);
    expect((await vault.reports()).reports.find(({ id }) => id === one.report.id)?.tags).toEqual(['knee']);
  });

  test('is opened by a key that no script can read', async () => {
    const rows = memoryRows();
    await (await openVault(rows)).keep([keptReport()]);
    const lock = rows.lockNow;
    if (lock?.kind !== 'device') throw new Error('no key of the device');
    expect(lock.key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', lock.key)).rejects.toThrow();
  });

  test('can be taken out, and its photograph goes with it', async () => {
    const rows = memoryRows();
    const vault = await openVault(rows);
    const [one, other] = [withPhotograph(keptReport(), PHOTO), keptReport()];
    await vault.keep([one, other]);
    await vault.remove(one.report);
    expect([...rows.raw.keys()]).toEqual([other.report.id]);
    await vault.removeAll();
    expect([rows.raw.size, rows.lockNow]).toEqual([0, null]);
  });
});

describe('a row that was touched does not open, and the others do', () => {
  async function kept() {
    const rows = memoryRows();
    const [one, other] = [keptReport('IMPRESSION: One.'), keptReport('IMPRESSION: Other.')];
    await (await openVault(rows)).keep([one, other]);
    const row = (id: string) => {
      const found = rows.raw.get(id);
      if (!found) throw new Error('no row');
      return found;
    };
    expect(await left(rows)).toEqual([2, 0]);
    return { rows, one: row(one.report.id), other: row(other.report.id) };
  }
  const left = async (rows: ReturnType<typeof memoryRows>): Promise<readonly [number, number]> => {
    const { reports, broken } = await (await openVault(rows)).reports();
    return [reports.length, broken];
  };

  test('one bit of its body', async () => {
    const { rows, one } = await kept();
    new Uint8Array(one.body.bytes)[3] = (new Uint8Array(one.body.bytes)[3] ?? 0) ^ 1;
    expect(await left(rows)).toEqual([1, 1]);
  });

  test('one bit of its key', async () => {
    const { rows, one } = await kept();
    new Uint8Array(one.key.bytes)[3] = (new Uint8Array(one.key.bytes)[3] ?? 0) ^ 1;
    expect(await left(rows)).toEqual([1, 1]);
  });

  test('two rows exchanged, whole', async () => {
    const { rows, one, other } = await kept();
    rows.raw.set(one.id, { ...other, id: one.id });
    rows.raw.set(other.id, { ...one, id: other.id });
    expect(await left(rows)).toEqual([0, 2]);
  });

  test('two bodies exchanged', async () => {
    const { rows, one, other } = await kept();
    rows.raw.set(one.id, { ...one, body: other.body });
    expect(await left(rows)).toEqual([1, 1]);
  });

  test('a photograph in the place of a report', async () => {
    const rows = memoryRows();
    const whole = withPhotograph(keptReport(), PHOTO);
    await (await openVault(rows)).keep([whole]);
    const photo = [...rows.raw.values()].find(({ kind }) => kind === 'original');
    if (!photo) throw new Error('no photograph');
    rows.raw.set(photo.id, { ...photo, kind: 'report' });
    expect(await left(rows)).toEqual([1, 1]);
  });
});

describe('with a passphrase', () => {
  async function locked() {
    const rows = memoryRows();
    const whole = withPhotograph(keptReport(), PHOTO);
    const vault = await openVault(rows);
    await vault.keep([whole]);
    await vault.setPassphrase(PASSPHRASE);
    return { rows, whole };
  }

  test('nothing opens before it is typed, nothing is kept or changed either', async () => {
    const { rows, whole } = await locked();
    const vault = await openVault(rows);
    expect([vault.lock, vault.isOpen()]).toEqual(['passphrase', false]);
    expect(await fault(vault.reports())).toBe('locked');
    expect(await fault(vault.keep([keptReport()]))).toBe('locked');
    expect(await fault(vault.change(whole.report))).toBe('locked');
    expect(await fault(vault.setPassphrase(null))).toBe('locked');
    expect(rows.raw.size).toBe(2);
  });

  test('a wrong one is told as such and opens nothing; the right one opens all', async () => {
    const { rows, whole } = await locked();
    const vault = await openVault(rows);
    expect(await fault(vault.unlock('four calm words hear'))).toBe('wrong-passphrase');
    expect(vault.isOpen()).toBe(false);
    // however a keyboard composes its letters
    await vault.unlock(` ${PASSPHRASE} `);
    expect(await vault.reports()).toEqual({ reports: [whole.report], broken: 0 });
    expect(await vault.originals(whole.report)).toEqual(whole.files);
    vault.close();
    expect(await fault(vault.reports())).toBe('locked');
  });

  test('no key lies beside the rows, and its rounds are those that OWASP asks for', async () => {
    const { rows } = await locked();
    const lock = rows.lockNow;
    if (lock?.kind !== 'passphrase') throw new Error('no passphrase');
    expect(lock.rounds).toBeGreaterThanOrEqual(600_000);
    expect(Object.values(lock).some((value) => value instanceof CryptoKey)).toBe(false);
    rows.lockNow = { ...lock, rounds: 1 };
    expect(await fault((await openVault(rows)).unlock(PASSPHRASE))).toBe('broken');
  });

  test('it can be changed and taken away, and all rows stay', async () => {
    const { rows, whole } = await locked();
    const first = await openVault(rows);
    await first.unlock(PASSPHRASE);
    const second = await first.setPassphrase('other calm words here');
    expect((await second.reports()).reports).toEqual([whole.report]);
    expect(await fault((await openVault(rows)).unlock(PASSPHRASE))).toBe('wrong-passphrase');
    await second.setPassphrase(null);
    const last = await openVault(rows);
    expect([last.lock, await last.reports()]).toEqual(['none', { reports: [whole.report], broken: 0 }]);
  });

  test('it can be set before anything is kept', async () => {
    const rows = memoryRows();
    const vault = await (await openVault(rows)).setPassphrase(PASSPHRASE);
    await vault.keep([keptReport()]);
    expect((await openVault(rows)).lock).toBe('passphrase');
    expect(rows.raw.size).toBe(1);
  });

  test('another window that still has the old key writes nothing that could never be opened', async () => {
    const rows = memoryRows();
    const [one, other] = [await openVault(rows), await openVault(rows)];
    await one.keep([keptReport()]);
    // the other window thought that nothing was kept yet
    expect(await fault(other.keep([keptReport()]))).toBe('changed');
    const third = await openVault(rows);
    await one.setPassphrase(PASSPHRASE);
    expect(await fault(third.keep([keptReport()]))).toBe('changed');
    expect(await fault(third.reports())).toBe('changed');
    expect(rows.raw.size).toBe(1);
  });

  test('a report that comes while the lock is changed stops the change, and is not lost', async () => {
    const rows = memoryRows();
    const vault = await openVault(rows);
    await vault.keep([keptReport()]);
    const { all } = rows;
    rows.all = async (kind) => {
      const found = await all(kind);
      if (kind === 'original') await (await openVault(rows)).keep([keptReport()]);
      return found;
    };
    expect(await fault(vault.setPassphrase(PASSPHRASE))).toBe('changed');
    rows.all = all;
    expect(await (await openVault(rows)).reports()).toMatchObject({ reports: [{}, {}], broken: 0 });
  });
});

test('storage that is full, or not there, has words of its own', () => {
  expect(faultOf(new DOMException('', 'QuotaExceededError'))).toBe('full');
  expect(faultOf(new DOMException('', 'InvalidStateError'))).toBe('no-storage');
  expect(faultOf(new ReferenceError())).toBe('no-storage');
});
