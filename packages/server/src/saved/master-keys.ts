/** Keys that wrap the keys of reports. The shape is that of a key service, which wraps and unwraps and gives no key away; here the operator's own keys are in this program's memory. */
import { createHash, hkdfSync } from 'node:crypto';
import { open, seal } from '../sealing.ts';

export interface WrappedKey {
  /** of the master key that it opens with */
  readonly keyId: string;
  readonly bytes: Uint8Array;
}

/** `bound` is not secret, and has to be the same both times. */
export interface KeyService {
  /** the id of the key that new ones are wrapped by */
  readonly newest: string;
  wrap(key: Uint8Array, bound: Uint8Array): Promise<WrappedKey>;
  /** Rejects with `CannotOpen`. */
  unwrap(wrapped: WrappedKey, bound: Uint8Array): Promise<Uint8Array>;
}

export interface MasterKey {
  readonly id: string;
  /** 32 */
  readonly bytes: Uint8Array;
}

/** What was sealed is damaged, was put in another place, or its key is not here. */
export class CannotOpen extends Error {
  override readonly name = 'CannotOpen';
}

/** The first key is the newest. */
export function masterKeys(keys: readonly [MasterKey, ...MasterKey[]]): KeyService {
  const [newest] = keys;
  const known = new Map(keys.map(({ id, bytes }) => [id, bytes]));
  return {
    newest: newest.id,
    wrap: async (key, bound) => ({ keyId: newest.id, bytes: seal(key, newest.bytes, bound) }),
    async unwrap({ keyId, bytes }, bound) {
      const master = known.get(keyId);
      const key = master && open(bytes, master, bound);
      if (!key) throw new CannotOpen();
      return key;
    },
  };
}

/** What a key without a name is called: twelve letters that are made from it and tell nothing of it. */
export const nameOf = (key: Uint8Array): string =>
  createHash('sha256')
    .update(new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), 'readingscan name of a master key', 32)))
    .digest('hex')
    .slice(0, 12);
