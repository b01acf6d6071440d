/** One request to a page of an account and its answer: bounded, kept by nobody, taken from pages of this site alone. */
import type { HttpBindings } from '@hono/node-server';
import type { AccountNotice } from '@readingscan/web';
import type { Context } from 'hono';
import { drain, readBody } from '../body.ts';
import { budget } from '../budget.ts';
import { clientOf } from '../contact/address.ts';
import { codeOf } from '../failure-code.ts';
import { storageFaultOf } from '../storage-fault.ts';
import { isSurelyFromHere } from './from-here.ts';
import { TooBusy } from './passwords.ts';

export type Asked = Context<{ Bindings: Partial<HttpBindings> }>;

export type Fields = (name: string) => string;

export interface Sent {
  readonly c: Asked;
  readonly fields: Fields;
  /** for the limits */
  readonly address: string;
}

export interface ExchangeDeps {
  /** the address that others reach the site by */
  readonly origin: string;
  readonly proxies: number;
  /** told the kind of a failure and where, nothing more */
  readonly onFailure: (name: string, path: string) => void;
}

type Refuse = (notice: AccountNotice, fields: Fields, wait?: number) => Promise<Response> | Response;

const MOST_BYTES = 16 * 1024;
/** Bodies held in memory at one time. */
const BODY_BYTES = 256 * MOST_BYTES;
/** Seconds until a server that is busy may be asked again. */
export const SOON = 30;

const NOTHING: Fields = () => '';

export const STATUS = {
  wrong: 422,
  tooMany: 429,
  busy: 503,
  elsewhere: 403,
  failed: 500,
  away: 503,
  noStorage: 507,
  again: 413,
  late: 422,
  codesWait: 429,
  googleNo: 422,
  googleOther: 422,
  keysFull: 409,
  passkeyNot: 422,
  passkeyLate: 422,
  payFailed: 503,
  offerGone: 422,
} as const;

/** Takes a form and gives it to `act`; what goes wrong before or in it is answered by `refuse`. */
export function exchange({ origin, proxies, onFailure }: ExchangeDeps) {
  const bodies = budget(BODY_BYTES);
  return async (c: Asked, act: (sent: Sent) => Promise<Response>, refuse: Refuse): Promise<Response> => {
    if (!isSurelyFromHere(c.req.raw.headers, [origin])) {
      await drain(c.req.raw);
      return refuse('elsewhere', NOTHING);
    }
    const leave = bodies.spend(MOST_BYTES);
    if (!leave) {
      await drain(c.req.raw);
      return refuse('busy', NOTHING, SOON);
    }
    let fields = NOTHING;
    try {
      const body = await readBody(c.req.raw, MOST_BYTES);
      if (body.kind === 'too-large') return refuse('again', NOTHING);
      fields = await fieldsOf(c.req.header('content-type') ?? '', body.bytes);
      return await act({ c, fields, address: clientOf(c.env, proxies) });
    } catch (error) {
      if (error instanceof TooBusy) return refuse('busy', fields, SOON);
      onFailure(codeOf(error), c.req.routePath);
      return refuse(noticeOf(error), fields);
    } finally {
      leave();
    }
  };
}

/** What a page says of a failure that nobody foresaw. */
export function noticeOf(error: unknown): 'failed' | 'away' | 'noStorage' {
  const kind = storageFaultOf(error);
  if (kind === null) return 'failed';
  return kind === 'full' ? 'noStorage' : 'away';
}

/** A page that is kept by nobody. Forms of older browsers name the site they were sent from. */
export function shown(
  c: Asked,
  html: string,
  status: 200 | 404 | (typeof STATUS)[AccountNotice] = 200,
  wait?: number,
): Response {
  return c.html(html, status, { ...PRIVATE, ...(wait === undefined ? {} : { 'Retry-After': String(wait) }) });
}

/** On to another page of this site: never to an address that a request has named. */
export function sentOn(path: `/${string}`, cookies: readonly string[] = []): Response {
  const headers = new Headers({ ...PRIVATE, Location: path });
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  return new Response(null, { status: 303, headers });
}

const PRIVATE = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' } as const;

/** All empty where the body is no form. */
async function fieldsOf(contentType: string, bytes: Uint8Array<ArrayBuffer>): Promise<Fields> {
  try {
    const form = await new Response(bytes, { headers: { 'Content-Type': contentType } }).formData();
    return (name) => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    };
  } catch {
    return NOTHING;
  }
}
