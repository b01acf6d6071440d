/** One request to the saved reports and its answer: from pages of this site, from who is signed in, bounded; what goes wrong is a problem document without a word of a report. */
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Accounts } from '../accounts/accounts.ts';
import { isSurelyFromHere } from '../accounts/from-here.ts';
import { HOUR, MINUTE, type RateLimit, rateLimit } from '../accounts/rate-limit.ts';
import { drain, readBody } from '../body.ts';
import { budget } from '../budget.ts';
import { isFromHere } from '../contact/same-origin.ts';
import { codeOf } from '../failure-code.ts';
import { FAULTS, type Fault, problemOf, problemResponse } from '../problem.ts';
import { turnstile } from '../turnstile.ts';
import { SAVED_FAULTS, savedFaultOf } from './faults.ts';
import { fileBytesOf, MOST_REPORT_BYTES, type Owner, type Saved } from './saved.ts';

export type Asked = Context<{ Bindings: Partial<HttpBindings> }>;

/** What a request does: each has limits of its own. */
export type Doing = 'look' | 'change' | 'file';

export interface Sent {
  readonly owner: Owner;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface SavedExchangeDeps {
  readonly accounts: Accounts;
  readonly saved: Saved;
  /** the address that others reach the site by */
  readonly origin: string;
  /** told the kind of a failure and where, nothing more */
  readonly onFailure: (name: string, path: string) => void;
}

const RULES: Readonly<Record<Doing, Parameters<typeof rateLimit>[0]>> = {
  look: [{ most: 600, within: MINUTE }],
  change: [
    { most: 120, within: MINUTE },
    { most: 2000, within: HOUR },
  ],
  // all reports at once
  file: [
    { most: 6, within: MINUTE },
    { most: 30, within: HOUR },
  ],
};
/** Lines of a form around what it holds. */
const FRAMING = 64 * 1024;
const SOON = { 'Retry-After': '30' } as const;
/** Files of whole accounts are made and read one after the other. */
const MOST_WAITING = 4;

export function savedExchange({ accounts, saved, origin, onFailure }: SavedExchangeDeps) {
  const limits: Readonly<Record<Doing, RateLimit>> = {
    look: rateLimit(RULES.look, Date.now),
    change: rateLimit(RULES.change, Date.now),
    file: rateLimit(RULES.file, Date.now),
  };
  const most: Readonly<Record<Doing, number>> = {
    look: 0,
    change: MOST_REPORT_BYTES + FRAMING,
    file: fileBytesOf(saved.most),
  };
  const bodies = budget(most.file + 4 * most.change);
  const files = turnstile(1, MOST_WAITING);

  async function answered(c: Asked, doing: Doing, act: (sent: Sent) => Promise<Response>): Promise<Response> {
    const { raw } = c.req;
    const refuse = async (fault: Fault, headers: Readonly<Record<string, string>> = {}): Promise<Response> => {
      await drain(raw);
      return problemResponse(problemOf(fault), headers);
    };
    const isHere = raw.method === 'GET' ? isFromHere(raw.headers, [origin]) : isSurelyFromHere(raw.headers, [origin]);
    if (!isHere) return refuse(SAVED_FAULTS.elsewhere);
    const who = await accounts.signedIn(raw.headers);
    if (!who) return refuse(SAVED_FAULTS.signedOut);
    const wait = limits[doing].wait(who.userId);
    if (wait !== null) return refuse(SAVED_FAULTS.often, { 'Retry-After': String(wait) });
    limits[doing].count(who.userId);
    const declared = Number(raw.headers.get('content-length') ?? most[doing]);
    if (raw.method !== 'GET' && declared > most[doing])
      return refuse(doing === 'file' ? SAVED_FAULTS.longFile : SAVED_FAULTS.long);
    const turn = doing === 'file' ? files.enter() : Promise.resolve(() => undefined);
    const leave = turn && (raw.body ? bodies.spend(Math.min(declared, most[doing])) : () => undefined);
    if (!turn || !leave) {
      void turn?.then((out) => out());
      return refuse(FAULTS.busy, SOON);
    }
    const out = await turn;
    try {
      const body = raw.body ? await readBody(raw, most[doing]) : NO_BODY;
      // read to its end already
      if (body.kind === 'too-large') return problemResponse(problemOf(SAVED_FAULTS.long));
      const { userId, device } = who;
      const answer = await act({ owner: { userId, device }, bytes: body.bytes });
      for (const cookie of who.cookies) answer.headers.append('Set-Cookie', cookie);
      return answer;
    } finally {
      leave();
      out();
    }
  }

  return async (c: Asked, doing: Doing, act: (sent: Sent) => Promise<Response>): Promise<Response> => {
    try {
      return await answered(c, doing, act);
    } catch (error) {
      const known = savedFaultOf(error, saved.most);
      if (!known) onFailure(codeOf(error), c.req.routePath);
      return problemResponse(problemOf(known ?? FAULTS.internal));
    }
  };
}

const NO_BODY = { kind: 'bytes', bytes: new Uint8Array() } as const;
