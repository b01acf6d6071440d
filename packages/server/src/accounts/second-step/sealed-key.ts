/** The key of an authenticator app as it lies in the database: sealed by a key made from the operator's secret, and bound to whose it is. */
import { open, seal } from '../../sealing.ts';

const FORMAT = 'readingscan.second-step/1';

export const sealKey = (key: Uint8Array, userId: string, by: Uint8Array): string =>
  Buffer.from(seal(key, by, boundTo(userId))).toString('base64url');

/** Throws where it was sealed by another key, for somebody else, or changed: nobody is let in by a row that is not ours. */
export function openKey(stored: string, userId: string, by: Uint8Array): Buffer {
  const key = open(Buffer.from(stored, 'base64url'), by, boundTo(userId));
  if (!key) throw new Error('the key of a second step does not open');
  return Buffer.from(key);
}

const boundTo = (userId: string): Uint8Array => new TextEncoder().encode(JSON.stringify([FORMAT, userId]));
