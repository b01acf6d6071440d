/** Rows in the browser's own database (IndexedDB), each step in one transaction. */
import { KeptError } from './failure.ts';
import type { LockRow, RowChange, RowKind, Rows, SealedRow } from './rows.ts';

const NAME = 'readingscan-kept';
const ROWS = 'rows';
const LOCK = 'lock';
const BY_KIND = 'kind';
const THE_LOCK = 'lock';
/** a browser that blocks storage may never answer */
const MOST_WAIT = 8000;

/** Looking makes no place for rows where there is none yet. */
export function browserRows(): Rows {
  return {
    lock: async () => lockOf(await looked(LOCK, undefined, (locks) => locks.get(THE_LOCK))),
    all: async (kind: RowKind) => rowsOf(await looked(ROWS, [], (rows) => rows.index(BY_KIND).getAll(kind))),
    some: async (ids) => {
      const found = await Promise.all(ids.map((id) => looked(ROWS, undefined, (rows) => rows.get(id))));
      return rowsOf(found.filter((row) => row !== undefined));
    },
    count: (kind) => looked(ROWS, 0, (rows) => rows.index(BY_KIND).count(kind)),
    change: (change) => changed(change),
    clear: async () => {
      if (!(await isThere())) return;
      await inStep('readwrite', (step) => {
        step.objectStore(LOCK).clear();
        return step.objectStore(ROWS).clear();
      });
      await new Promise<void>((resolve) => {
        const request = indexedDB.deleteDatabase(NAME);
        // another window that has it open lets it go; the rows are gone already
        request.onsuccess = request.onerror = request.onblocked = () => resolve();
      });
    },
  };
}

async function looked<T>(store: string, none: T, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  return (await isThere()) ? inStep('readonly', (step) => ask(step.objectStore(store))) : none;
}

/** A browser that does not say which there are is asked as if there was. */
async function isThere(): Promise<boolean> {
  if (typeof indexedDB.databases !== 'function') return true;
  return (await indexedDB.databases()).some(({ name }) => name === NAME);
}

/** The lock is looked at in the same transaction: what was sealed under another one is not written. */
function changed({ under, of, lock, put = [], remove = [] }: RowChange): Promise<void> {
  let fault: unknown = null;
  return inStep('readwrite', (step) => {
    const [locks, rows] = [step.objectStore(LOCK), step.objectStore(ROWS)];
    const [looked, there]: readonly [IDBRequest, IDBRequest] = [locks.get(THE_LOCK), rows.getAllKeys()];
    there.onsuccess = () => {
      const isOther = (lockOf(looked.result)?.id ?? null) !== under;
      if (isOther || (of && !isSame(of, idsOf(there.result)))) {
        fault = new KeptError('changed');
        step.abort();
        return;
      }
      try {
        if (lock) locks.put({ name: THE_LOCK, lock });
        for (const row of put) rows.put(row);
        for (const id of remove) rows.delete(id);
      } catch (error) {
        fault = error;
        step.abort();
      }
    };
    return there;
  }).then(
    () => undefined,
    (error: unknown) => {
      throw fault ?? error;
    },
  );
}

/** Done when the transaction is, not when the request is. */
async function inStep<T>(mode: IDBTransactionMode, ask: (step: IDBTransaction) => IDBRequest<T>): Promise<T> {
  const database = await opened();
  try {
    return await new Promise<T>((resolve, reject) => {
      const step = database.transaction([ROWS, LOCK], mode, { durability: 'strict' });
      const request = ask(step);
      step.oncomplete = () => resolve(request.result);
      step.onabort = () => reject(step.error ?? new KeptError('no-storage'));
    });
  } finally {
    database.close();
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const refuse = (): void => reject(new KeptError('no-storage'));
    const late = setTimeout(refuse, MOST_WAIT);
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(ROWS, { keyPath: 'id' }).createIndex(BY_KIND, 'kind');
      request.result.createObjectStore(LOCK, { keyPath: 'name' });
    };
    request.onerror = () => {
      clearTimeout(late);
      reject(request.error ?? new KeptError('no-storage'));
    };
    request.onsuccess = () => {
      clearTimeout(late);
      // another window may want to remove all of it
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
  });
}

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && others.every((id) => some.includes(id));

// `changed` alone writes here: one boundary
const lockOf = (row: unknown): LockRow | null => (row as { readonly lock: LockRow } | undefined)?.lock ?? null;
const rowsOf = (rows: unknown): readonly SealedRow[] => rows as readonly SealedRow[];
const idsOf = (keys: unknown): readonly string[] => keys as readonly string[];
