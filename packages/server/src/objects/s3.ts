/** Objects in a bucket of S3, or of any store that speaks its way: asked with `fetch`, signed, tried again where the store has too much to do. */
import { setTimeout as pause } from 'node:timers/promises';
import { StorageFailure } from '../storage-fault.ts';
import { pageOf } from './list-answer.ts';
import { nameOf, OBJECT_NAME, type ObjectName, type Objects, wholeOf } from './objects.ts';
import { type Credentials, escaped, sha256, signed } from './signature.ts';

export interface S3Settings extends Credentials {
  readonly region: string;
  /** without a path: "https://s3.eu-central-1.amazonaws.com" */
  readonly endpoint: string;
  readonly bucket: string;
  /** '' or with "/" at its end */
  readonly prefix: string;
  /** path: the bucket stands in the path; host: before the name of the host */
  readonly style: 'path' | 'host';
}

export interface S3Parts {
  /** default: the clock */
  readonly now?: () => Date;
  /** milliseconds that one try may take, and that the first wait between two takes */
  readonly patience?: number;
  readonly wait?: number;
}

interface Asked {
  readonly method: 'GET' | 'PUT' | 'DELETE';
  /** '' for the bucket */
  readonly key: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

const PATIENCE = 15_000;
const WAIT = 150;
const MOST_TRIES = 4;
/** What a store says when another write of the same name is under way, or it has too much to do. */
const AGAIN = new Set([408, 409, 429, 500, 502, 503, 504]);
const FULL = new Set(['QuotaExceeded', 'InsufficientStorage', 'XMinioStorageFull', 'XMinioAdminBucketQuotaExceeded']);
/** What a fault says of itself is short. */
const MOST_SAID = 64 * 1024;
const NOTHING = sha256('');

export function s3Objects(
  settings: S3Settings,
  { now = () => new Date(), patience = PATIENCE, wait = WAIT }: S3Parts = {},
): Objects {
  const { region, prefix } = settings;
  const keyOf = (name: ObjectName): string => `${prefix}${name}`;

  async function once({ method, key, query = {}, headers = {}, body }: Asked): Promise<Response> {
    const url = addressOf(settings, key);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const payload = body ? sha256(body) : NOTHING;
    return fetch(url, {
      method,
      headers: signed({ method, url, headers, payload }, settings, region, now()),
      // another address would need another signature: who is led elsewhere has the wrong region
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
      ...(body ? { body: new Uint8Array(body) } : {}),
    });
  }

  /** Rejects with `StorageFailure`, which names neither bucket nor key. */
  async function ask<T>(asked: Asked, read: (answer: Response) => Promise<T | 'refused'>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      let fault: StorageFailure;
      try {
        const answer = await once(asked);
        const found = await read(answer);
        if (found !== 'refused') return found;
        fault = await faultOf(answer);
        if (!AGAIN.has(answer.status)) throw fault;
      } catch (error) {
        // what came was whole, and not what it should be
        if (error instanceof StorageFailure || !isOfNetwork(error)) throw error;
        fault = new StorageFailure('away', codeOfNetwork(error));
      }
      if (tries === MOST_TRIES) throw fault;
      await pause(wait * 2 ** (tries - 1) * (0.5 + Math.random()));
    }
  }

  return {
    async put(bytes) {
      const name = nameOf(bytes);
      const asked: Asked = { method: 'PUT', key: keyOf(name), body: bytes, headers: { 'if-none-match': '*' } };
      // 412: it is there already, and its name is what it is
      const done = await ask(asked, async (answer) => {
        if (answer.status === 501) return drained(answer, 'unknown' as const);
        return answer.ok || answer.status === 412 ? drained(answer, 'there' as const) : 'refused';
      });
      // a store that does not know of writing once
      if (done === 'unknown')
        await ask({ ...asked, headers: {} }, async (answer) => (answer.ok ? drained(answer, null) : 'refused'));
      return name;
    },
    get: async (name) =>
      OBJECT_NAME.test(name)
        ? ask({ method: 'GET', key: keyOf(name) }, async (answer) => {
            if (answer.status === 404) return isNoKey(answer);
            return answer.ok ? wholeOf(name, piecesOf(answer)) : 'refused';
          })
        : null,
    async delete(name) {
      if (!OBJECT_NAME.test(name)) return;
      await ask({ method: 'DELETE', key: keyOf(name) }, async (answer) => {
        if (answer.status === 404) return isNoKey(answer);
        return answer.ok ? drained(answer, null) : 'refused';
      });
    },
    async *list() {
      let token: string | null = null;
      do {
        const query: Record<string, string> = {
          'list-type': '2',
          prefix,
          ...(token === null ? {} : { 'continuation-token': token }),
        };
        const page = await ask({ method: 'GET', key: '', query }, async (answer) =>
          answer.ok ? pageOf(await answer.text()) : 'refused',
        );
        for (const { key, bytes } of page.found) {
          const name = key.slice(prefix.length);
          if (key.startsWith(prefix) && OBJECT_NAME.test(name)) yield { name, bytes };
        }
        token = page.next;
      } while (token !== null);
    },
  };
}

export function addressOf({ endpoint, bucket, style }: S3Settings, key: string): URL {
  const url = new URL(endpoint);
  const path = key.split('/').map(escaped).join('/');
  if (style === 'host') url.host = `${bucket}.${url.host}`;
  url.pathname = style === 'host' ? `/${path}` : `/${escaped(bucket)}${path === '' ? '' : `/${path}`}`;
  return url;
}

async function drained<T>(answer: Response, found: T): Promise<T> {
  await answer.body?.cancel();
  return found;
}

/** A bucket that is not there is a fault, and no object that is not there. */
async function isNoKey(answer: Response): Promise<null> {
  const fault = await faultOf(answer);
  if (fault.code === 'S3_404_NoSuchBucket') throw fault;
  return null;
}

/** "S3_403_AccessDenied": the name of the fault, which names nothing of ours. */
async function faultOf(answer: Response): Promise<StorageFailure> {
  let said = '';
  try {
    const decoder = new TextDecoder();
    for await (const piece of piecesOf(answer)) {
      said += decoder.decode(piece, { stream: true });
      if (said.length > MOST_SAID) break;
    }
  } catch {
    // the status says enough
  }
  const code = /<Code>([A-Za-z]{1,40})<\/Code>/.exec(said)?.[1] ?? '';
  const isFull = answer.status === 507 || FULL.has(code);
  return new StorageFailure(isFull ? 'full' : 'away', `S3_${answer.status}${code === '' ? '' : `_${code}`}`);
}

/** `fetch` says "fetch failed", a body that breaks off "terminated", a signal its own name. */
const isOfNetwork = (error: unknown): boolean =>
  error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError');

function codeOfNetwork(error: unknown): string {
  const code = (error as { readonly cause?: { readonly code?: unknown } }).cause?.code;
  return typeof code === 'string' && /^[A-Z_]{2,40}$/.test(code) ? code : 'S3_NETWORK';
}

async function* piecesOf({ body }: Response): AsyncGenerator<Uint8Array> {
  const stream = body?.getReader();
  if (!stream) return;
  try {
    for (;;) {
      const { done, value } = await stream.read();
      if (done) return;
      yield value;
    }
  } finally {
    // what is left of it is not waited for
    await stream.cancel().catch(() => undefined);
  }
}
