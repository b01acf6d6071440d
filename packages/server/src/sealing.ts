/** AES-256-GCM with a fresh nonce for each sealing, and what is sealed bound to whose and what it is: of saved reports, and of the keys of the second step. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const AES = 'aes-256-gcm';
const NONCE = 12; // bytes, NIST SP 800-38D
const TAG = 16;
/** The way of sealing, before all else: another one later is told by it. */
const FORM = 1;

/** What sealing adds, in bytes. */
export const ADDED = 1 + NONCE + TAG;

export const newKey = (): Uint8Array => randomBytes(32);

/** Form, nonce, ciphertext, tag. `key` has 32 bytes. */
export function seal(bytes: Uint8Array, key: Uint8Array, bound: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(AES, key, nonce, { authTagLength: TAG });
  cipher.setAAD(bound);
  const ciphertext = cipher.update(bytes);
  return Buffer.concat([Buffer.of(FORM), nonce, ciphertext, cipher.final(), cipher.getAuthTag()]);
}

/** Null where anything of it is not as it was sealed. */
export function open(sealed: Uint8Array, key: Uint8Array, bound: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (sealed.length < ADDED || sealed[0] !== FORM) return null;
  const decipher = createDecipheriv(AES, key, sealed.subarray(1, 1 + NONCE), { authTagLength: TAG });
  decipher.setAAD(bound);
  decipher.setAuthTag(sealed.subarray(-TAG));
  const bytes = decipher.update(sealed.subarray(1 + NONCE, -TAG));
  try {
    decipher.final();
  } catch {
    return null;
  }
  return new Uint8Array(bytes);
}
