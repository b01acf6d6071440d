/** The key of an authenticator app as it lies in the database: sealed by a key made from the operator's secret, and bound to whose it is. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;
/** Says how it was sealed, should it ever be sealed another way. */
const WAY = 'v1';

export function sealKey(key: Uint8Array, userId: string, by: Uint8Array): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', by, iv).setAAD(Buffer.from(`${WAY} ${userId}`));
  const sealed = Buffer.concat([iv, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  return `${WAY}.${sealed.toString('base64url')}`;
}

/** Throws where it was sealed by another key, for somebody else, or changed: nobody is let in by a row that is not ours. */
export function openKey(stored: string, userId: string, by: Uint8Array): Buffer {
  const sealed = Buffer.from(stored.slice(WAY.length + 1), 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', by, sealed.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(`${WAY} ${userId}`))
    .setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
}
