/** Keys made from the operator's secret: one for one use, so that no part that learns one can make another. */
import { hkdfSync } from 'node:crypto';

/** 32 bytes. `use` names what the key is for, and is never changed. */
export const derivedKey = (secret: Uint8Array, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, new Uint8Array(), use, 32));
