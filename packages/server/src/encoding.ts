/** Small texts held compressed in every way a browser may ask for. */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Context } from 'hono';
import { askedOrigin, namesOrigin, withOrigin } from './asked-origin.ts';

export interface Encodings {
  /** as it is to be told at an address: '' where that is not known */
  readonly at: (origin: string) => Compressed;
}

export type Encoding = 'plain' | 'br' | 'gzip';
type Compressed = Readonly<Record<Encoding, Uint8Array<ArrayBuffer>>>;

/** Nearly as short, in a twentieth of the time. */
const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Of what is longer, the last bit of shortness would keep others waiting for seconds. */
const LONG = 400_000;

/** Addresses that a page is held for; who asks at others gets it without one. */
const MOST_ORIGINS = 8;

export function encodings(text: string): Encodings {
  if (!namesOrigin(text)) {
    const always = compressed(text);
    return { at: () => always };
  }
  const made = new Map<string, Compressed>();
  return {
    at(origin) {
      const named = made.has(origin) || made.size < MOST_ORIGINS ? origin : '';
      const known = made.get(named) ?? compressed(withOrigin(text, named));
      made.set(named, known);
      return known;
    },
  };
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
  c: Context,
  headers: Readonly<Record<string, string>>,
  status = 200,
): Response {
  const encoding = accepted(c.req.header('accept-encoding'));
  return answered(page.at(askedOrigin(c))[encoding], encoding, headers, status);
}

/** A page for one request. It may hold what was sent with it, so it must hold no secret: lengths tell. */
export function encodedOnce(html: string, c: Context, headers: Readonly<Record<string, string>>): Response {
  const encoding = accepted(c.req.header('accept-encoding'));
  const plain = new TextEncoder().encode(withOrigin(html, askedOrigin(c)));
  if (encoding === 'plain') return answered(plain, encoding, headers, 200);
  const short = encoding === 'br' ? brotliCompressSync(plain, QUICK) : gzipSync(plain);
  return answered(new Uint8Array(short), encoding, headers, 200);
}

function answered(
  bytes: Uint8Array<ArrayBuffer>,
  encoding: Encoding,
  headers: Readonly<Record<string, string>>,
  status: number,
): Response {
  return new Response(bytes, {
    status,
    headers: { ...headers, Vary: 'Accept-Encoding', ...(encoding === 'plain' ? {} : { 'Content-Encoding': encoding }) },
  });
}

function compressed(text: string): Compressed {
  const plain = new TextEncoder().encode(text);
  const br = brotliCompressSync(plain, plain.length > LONG ? QUICK : {});
  return { plain, br: new Uint8Array(br), gzip: new Uint8Array(gzipSync(plain)) };
}
