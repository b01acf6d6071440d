/** What is shared, sealed by the browser that shares it and opened by the one that was sent the link: bound to the link's id and to its kind. */
import { opened, sealed } from '../kept/sealing.ts';
import { bytesIn, type LinkParts } from './link.ts';
import { bytesOfShared, type SharedFile, sharedOf } from './shared-file.ts';

const FORMAT = 'readingscan.shared/1';
const KIND = 'explanation';
/** The way of sealing, before all else: another one later is told by it. */
const FORM = 1;
const NONCE = 12; // bytes, NIST SP 800-38D

/** Form, nonce, ciphertext with its tag. */
export async function sealShared(file: SharedFile, parts: LinkParts): Promise<Uint8Array<ArrayBuffer>> {
  const { nonce, bytes } = await sealed(bytesOfShared(file), await keyOf(parts, 'encrypt'), boundTo(parts));
  const whole = new Uint8Array(1 + NONCE + bytes.byteLength);
  whole[0] = FORM;
  whole.set(nonce, 1);
  whole.set(new Uint8Array(bytes), 1 + NONCE);
  return whole;
}

/** Throws where the key is another one, or a bit of it is not as it was sealed. */
export async function openShared(bytes: Uint8Array<ArrayBuffer>, parts: LinkParts): Promise<SharedFile> {
  if (bytes[0] !== FORM) throw new Error('not sealed in a way that is known here');
  const row = { nonce: bytes.slice(1, 1 + NONCE), bytes: bytes.slice(1 + NONCE).buffer };
  return sharedOf(await opened(row, await keyOf(parts, 'decrypt'), boundTo(parts)));
}

const keyOf = ({ key }: LinkParts, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytesIn(key), 'AES-GCM', false, [use]);

const boundTo = ({ id }: LinkParts): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify([FORMAT, id, KIND]));
