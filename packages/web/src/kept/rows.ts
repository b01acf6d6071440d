/** What lies in the browser's storage: sealed rows and one lock. Nothing in them can be read but ids, kinds and lengths. */

/** Sealed by AES-256-GCM. */
export interface Sealed {
  /** 12 bytes, never used twice with a key */
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

export type RowKind = 'report' | 'original';

export interface SealedRow {
  /** random */
  readonly id: string;
  readonly kind: RowKind;
  /** the key of this row alone, sealed by that of the lock */
  readonly key: Sealed;
  readonly body: Sealed;
}

/** Without a passphrase the browser holds the key and gives it to no script; with one the key is made from it each time. */
export type LockRow =
  | { readonly id: string; readonly kind: 'device'; readonly key: CryptoKey }
  | {
      readonly id: string;
      readonly kind: 'passphrase';
      readonly salt: Uint8Array<ArrayBuffer>;
      readonly rounds: number;
      /** opens with the right key only */
      readonly proof: Sealed;
    };

/** All of it happens, or nothing. */
export interface RowChange {
  /** the lock that the rows were sealed under; null where there was none. Another one by now: nothing happens. */
  readonly under: string | null;
  /** the rows that there are, where each of them is written anew: another one by now, and nothing happens */
  readonly of?: readonly string[];
  readonly lock?: LockRow;
  readonly put?: readonly SealedRow[];
  readonly remove?: readonly string[];
}

/** Where rows lie; each call is one step that happens whole or not at all. */
export interface Rows {
  lock(): Promise<LockRow | null>;
  all(kind: RowKind): Promise<readonly SealedRow[]>;
  some(ids: readonly string[]): Promise<readonly SealedRow[]>;
  count(kind: RowKind): Promise<number>;
  change(change: RowChange): Promise<void>;
  /** rows and lock */
  clear(): Promise<void>;
}
