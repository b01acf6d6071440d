/** The lock of all rows: a key that the browser holds and shows to nobody, or one that is made from a passphrase. */
import { KeptError } from './failure.ts';
import type { LockRow } from './rows.ts';
import { boundTo, opened, sealed } from './sealing.ts';

/** OWASP for PBKDF2-HMAC-SHA256. It is in every browser, so no code of others sees the passphrase. */
const ROUNDS = 600_000;
/** of what was written down: less would be no lock, more would hold the page up */
const MOST_ROUNDS = 20_000_000;
const SALT = 16; // bytes
export const SHORTEST_PASSPHRASE = 12;
const USES: readonly KeyUsage[] = ['wrapKey', 'unwrapKey', 'encrypt', 'decrypt'];
const AES = { name: 'AES-GCM', length: 256 } as const;

/** A lock, and the key that opens it. */
export interface Unlocked {
  readonly lock: LockRow;
  readonly key: CryptoKey;
}

export async function deviceLock(): Promise<Unlocked> {
  if (!globalThis.crypto?.subtle) throw new KeptError('no-storage');
  const key = await crypto.subtle.generateKey(AES, false, [...USES]);
  return { lock: { id: crypto.randomUUID(), kind: 'device', key }, key };
}

export async function passphraseLock(passphrase: string): Promise<Unlocked> {
  if (!globalThis.crypto?.subtle) throw new KeptError('no-storage');
  const salt = crypto.getRandomValues(new Uint8Array(SALT));
  const key = await keyFrom(passphrase, salt, ROUNDS);
  const id = crypto.randomUUID();
  const proof = await sealed(new Uint8Array(), key, boundTo(id, 'proof'));
  return { lock: { id, kind: 'passphrase', salt, rounds: ROUNDS, proof }, key };
}

/** The key of a lock with a passphrase; what is wrong is said as such. */
export async function unlocked(lock: LockRow, passphrase: string): Promise<Unlocked> {
  if (lock.kind === 'device') return { lock, key: lock.key };
  if (!(lock.rounds >= ROUNDS && lock.rounds <= MOST_ROUNDS)) throw new KeptError('broken');
  const key = await keyFrom(passphrase, lock.salt, lock.rounds);
  try {
    await opened(lock.proof, key, boundTo(lock.id, 'proof'));
  } catch {
    throw new KeptError('wrong-passphrase');
  }
  return { lock, key };
}

/** However a keyboard puts its letters together, and whatever stands around them. */
const typed = (passphrase: string): string => passphrase.normalize('NFKC').trim();

export const isLongEnough = (passphrase: string): boolean => [...typed(passphrase)].length >= SHORTEST_PASSPHRASE;

async function keyFrom(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const secret = new TextEncoder().encode(typed(passphrase));
  const base = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, base, AES, false, [...USES]);
}
