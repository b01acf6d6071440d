/** One request to the saved reports and its answer: from pages of this site, from who is signed in, bounded; what goes wrong is a problem document without a word of a report. */
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Accounts } from '../accounts/accounts.ts';
import { isSurelyFromHere } from '../accounts/from-here.ts';
import { drain } from '../body.ts';
import { budget } from '../budget.ts';
import { isFromHere } from '../contact/same-origin.ts';
import { creditProblem } from '../credits/faults.ts';
import { codeOf } from '../failure-code.ts';
import { FAULTS, type Fault, problemOf, problemResponse, unforeseenResponse } from '../problem.ts';
import { turnstile } from '../turnstile.ts';
import { atOnce } from './at-once.ts';
import { bodyInTime } from './body-in-time.ts';
import { SAVED_FAULTS, savedFaultOf } from './faults.ts';
import type { Doing } from './limits.ts';
import { fileBytesOf, MOST_LINK_BYTES, MOST_REPORT_BYTES } from './room.ts';
import type { Owner, Saved } from './saved.ts';

export type Asked = Context<{ Bindings: Partial<HttpBindings> }>;

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
  /** milliseconds in which a body has to come; default: a minute */
  readonly within?: number;
}

/** Lines of a form around what it holds. */
const FRAMING = 64 * 1024;
const SOON = { 'Retry-After': '30' } as const;
/** Files of whole accounts are made and read one after the other. */
const MOST_WAITING = 4;
const MINUTE = 60_000;
const TOO_LONG: Readonly<Record<Doing, Fault>> = {
  look: SAVED_FAULTS.long,
  change: SAVED_FAULTS.long,
  share: SAVED_FAULTS.longLink,
  file: SAVED_FAULTS.longFile,
};

/** Answers a request of who is signed in. */
export type SavedExchange = (c: Asked, doing: Doing, act: (sent: Sent) => Promise<Response>) => Promise<Response>;

export function savedExchange({
  accounts,
  saved,
  origin,
  onFailure,
  within = MINUTE,
}: SavedExchangeDeps): SavedExchange {
  const most: Readonly<Record<Doing, number>> = {
    look: 0,
    change: MOST_REPORT_BYTES + FRAMING,
    share: MOST_LINK_BYTES,
    file: fileBytesOf(saved.most),
  };
  /** bytes of all bodies */
  const memory = budget(2 * most.file + 4 * most.change);
  const turns = turnstile(1, MOST_WAITING);
  const own = { files: atOnce(1), bodies: atOnce(2) };

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
    const wait = saved.limits.wait(doing, who.userId);
    if (wait !== null) return refuse(SAVED_FAULTS.often, { 'Retry-After': String(wait) });
    const declared = Number(raw.headers.get('content-length') ?? most[doing]);
    const tooLong = TOO_LONG[doing];
    if (raw.method !== 'GET' && declared > most[doing]) return refuse(tooLong);
    const { userId, device } = who;
    const ways: (() => void)[] = [];
    const entered = (way: (() => void) | null): boolean => {
      if (way) ways.push(way);
      return way !== null;
    };
    try {
      if (doing === 'file' && !entered(own.files.enter(userId))) return await refuse(SAVED_FAULTS.already, SOON);
      if (raw.body && !entered(own.bodies.enter(userId))) return await refuse(SAVED_FAULTS.already, SOON);
      if (raw.body && !entered(memory.spend(Math.min(declared, most[doing])))) return await refuse(FAULTS.busy, SOON);
      const body = await bodyInTime(raw, most[doing], within);
      // read to its end already
      if (body.kind === 'too-large') return problemResponse(problemOf(tooLong));
      if (body.kind === 'late') return problemResponse(problemOf(SAVED_FAULTS.late), { Connection: 'close' });
      // nobody waits for a body that is still on its way
      const turn = doing === 'file' ? turns.enter() : null;
      if (doing === 'file' && !turn) return problemResponse(problemOf(FAULTS.busy), SOON);
      if (turn) ways.push(await turn);
      const answer = await act({ owner: { userId, device }, bytes: body.bytes });
      for (const cookie of who.cookies) answer.headers.append('Set-Cookie', cookie);
      return answer;
    } finally {
      for (const leave of ways.reverse()) leave();
    }
  }

  return async (c, doing, act) => {
    try {
      return await answered(c, doing, act);
    } catch (error) {
      const fault = savedFaultOf(error, saved.most);
      const known = fault ? problemOf(fault) : creditProblem(error);
      if (!known) onFailure(codeOf(error), c.req.routePath);
      return known ? problemResponse(known) : unforeseenResponse(error);
    }
  };
}
