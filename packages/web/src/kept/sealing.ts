/** Seals rows and opens them: a fresh key for each row, bound to its id and kind, so that no row can stand in for another. */
import { KeptError } from './failure.ts';
import type { RowKind, Sealed, SealedRow } from './rows.ts';

const AES = 'AES-GCM';
const NONCE = 12; // bytes, NIST SP 800-38D
const BITS = 256;
const FORMAT = 'readingscan.kept/1';
const utf8 = new TextEncoder();

export interface Opened {
  readonly id: string;
  readonly kind: RowKind;
  readonly body: Uint8Array<ArrayBuffer>;
}

export async function sealRow({ id, kind, body }: Opened, lock: CryptoKey): Promise<SealedRow> {
  const key = await crypto.subtle.generateKey({ name: AES, length: BITS }, true, ['encrypt', 'decrypt']);
  return {
    id,
    kind,
    key: await sealKey(key, lock, id, kind),
    body: await sealed(body, key, boundTo(id, kind, 'body')),
  };
}

export async function openRow({ id, kind, key, body }: SealedRow, lock: CryptoKey): Promise<Opened> {
  const own = await openKey(key, lock, id, kind, false);
  return { id, kind, body: await opened(body, own, boundTo(id, kind, 'body')) };
}

/** The same row under another lock; its body stays sealed. */
export async function relock(row: SealedRow, from: CryptoKey, to: CryptoKey): Promise<SealedRow> {
  const key = await openKey(row.key, from, row.id, row.kind, true);
  return { ...row, key: await sealKey(key, to, row.id, row.kind) };
}

export async function sealed(
  bytes: Uint8Array<ArrayBuffer>,
  key: CryptoKey,
  bound: Uint8Array<ArrayBuffer>,
): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
  return { nonce, bytes: await crypto.subtle.encrypt(algorithm(nonce, bound), key, bytes) };
}

export async function opened(
  { nonce, bytes }: Sealed,
  key: CryptoKey,
  bound: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm(nonce, bound), key, bytes));
  } catch {
    throw new KeptError('broken');
  }
}

/** What is not secret but must be as it was when a row was sealed. */
export function boundTo(...parts: readonly string[]): Uint8Array<ArrayBuffer> {
  return utf8.encode(JSON.stringify([FORMAT, ...parts]));
}

async function sealKey(key: CryptoKey, lock: CryptoKey, id: string, kind: RowKind): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
  const bytes = await crypto.subtle.wrapKey('raw', key, lock, algorithm(nonce, boundTo(id, kind, 'key')));
  return { nonce, bytes };
}

async function openKey(
  { nonce, bytes }: Sealed,
  lock: CryptoKey,
  id: string,
  kind: RowKind,
  isExtractable: boolean,
): Promise<CryptoKey> {
  try {
    const bound = algorithm(nonce, boundTo(id, kind, 'key'));
    return await crypto.subtle.unwrapKey('raw', bytes, lock, bound, AES, isExtractable, ['encrypt', 'decrypt']);
  } catch {
    throw new KeptError('broken');
  }
}

const algorithm = (iv: Uint8Array<ArrayBuffer>, additionalData: Uint8Array<ArrayBuffer>): AesGcmParams => ({
  name: AES,
  iv,
  additionalData,
});
