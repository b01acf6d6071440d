/** Small texts held compressed in every way a browser may ask for. */
import { brotliCompressSync, gzipSync } from 'node:zlib';

export interface Encodings {
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly br: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer>;
}

export type Encoding = keyof Encodings;

export function encodings(text: string): Encodings {
  const plain = new TextEncoder().encode(text);
  return { plain, br: new Uint8Array(brotliCompressSync(plain)), gzip: new Uint8Array(gzipSync(plain)) };
}

/** The best that the browser says it takes. */
export function accepted(header: string | undefined): Encoding {
  const names = (header ?? '').split(',').filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part));
  const takes = (name: string): boolean => names.some((part) => part.split(';')[0]?.trim() === name);
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : 'plain';
}

export function encoded(
  page: Encodings,
  accept: string | undefined,
  headers: Readonly<Record<string, string>>,
  status = 200,
): Response {
  const encoding = accepted(accept);
  return new Response(page[encoding], {
    status,
    headers: { ...headers, Vary: 'Accept-Encoding', ...(encoding === 'plain' ? {} : { 'Content-Encoding': encoding }) },
  });
}
