/** A program saves a report in its owner's account: with a key alone, once for each name that it gives, and never to be opened again by the key. */
import { randomUUID } from 'node:crypto';
import type { ProgramReader, ReaderOptions, ReaderResult } from '@readingscan/reader';
import { API, type WholeReport } from '@readingscan/web';
import { Hono } from 'hono';
import type { KeyHolder } from '../../accounts/keys/api-keys.ts';
import { drain } from '../../body.ts';
import type { Charging, Paying } from '../../credits/charging.ts';
import { creditProblem } from '../../credits/faults.ts';
import { FAULTS, type Fault, problemOf, problemOfResult, problemResponse } from '../../problem.ts';
import type { Readings } from '../../readings.ts';
import { savedFaultOf } from '../../saved/faults.ts';
import type { Saved } from '../../saved/saved.ts';
import type { Access, Caller } from '../access.ts';
import { ACCESS_FAULTS, SAVING_FAULTS } from '../faults.ts';
import { faultResponse } from '../job-routes.ts';
import { type AskedSaving, askedSaving, contentOf } from './asked-saving.ts';
import type { OnceEach } from './once-each.ts';

interface Deps {
  readonly reader: ProgramReader;
  readonly readings: Readings;
  readonly access: Access;
  readonly saved: Saved;
  readonly once: OnceEach;
  /** milliseconds since 1970 */
  readonly now: () => number;
  /** null where nothing costs anything */
  readonly charging?: Charging | null;
}

/** Who, in the account's trail. */
const BY_KEY = 'key';
const SCHEMA = 'readingscan.saved/1';
const NAME = 'Idempotency-Key';
/** As callers choose it: visible signs. */
const FORM = /^[\x21-\x7e]{1,255}$/;

interface Made {
  readonly id: string;
  /** it was done when this was asked before */
  readonly isAgain: boolean;
}

/** A fault that is told, in the middle of the work. */
class Told extends Error {
  override readonly name = 'Told';
  readonly fault: Fault;
  readonly wait: number | null;
  constructor(fault: Fault, wait: number | null = null) {
    super(fault.code);
    this.fault = fault;
    this.wait = wait;
  }
}

export function savingRoutes({ reader, readings, access, saved, once, now, charging = null }: Deps): Hono<{
  Bindings: Caller['env'];
}> {
  const routes = new Hono<{ Bindings: Caller['env'] }>();
  const path = `${API}/reports`;

  routes.post(path, async (c) => {
    const admitted = await access.admit(c, 'save', { mustHaveKey: true });
    const refuse = async (fault: Fault, headers: Readonly<Record<string, string>>): Promise<Response> => {
      await drain(c.req.raw);
      return faultResponse(fault, headers);
    };
    if (!admitted.ok) return refuse(admitted.fault, admitted.headers);
    const { holder, headers } = admitted;
    if (!holder) return refuse(ACCESS_FAULTS.noKey, headers);
    const name = c.req.header(NAME) ?? null;
    if (name !== null && !FORM.test(name)) return refuse(SAVING_FAULTS.name, headers);
    const often = saved.limits.wait('change', holder.userId);
    if (often !== null) return refuse(ACCESS_FAULTS.often, { ...headers, 'Retry-After': String(often) });
    try {
      const answered = await readings.take<Made>(c, askedSaving, (asked) =>
        made(holder, name, asked as AskedSaving, c.req.raw.signal),
      );
      if (answered.kind === 'fault') return faultResponse(answered.fault, headers);
      const { result } = answered;
      if (!result.ok) return problemResponse(problemOfResult(result), headers);
      const { id, isAgain } = result.document;
      const again = isAgain ? { 'Idempotency-Replayed': 'true' } : {};
      return Response.json({ schema: SCHEMA, id }, { status: 201, headers: { ...headers, ...again } });
    } catch (error) {
      if (error instanceof Told) {
        const wait = error.wait === null ? {} : { 'Retry-After': String(error.wait) };
        return problemResponse(problemOf(error.fault), { ...headers, ...wait });
      }
      const fault = savedFaultOf(error, saved.most);
      const problem = fault ? problemOf(fault) : creditProblem(error);
      if (!problem) throw error;
      return problemResponse(problem, headers);
    }
  });
  routes.all(path, () => problemResponse(problemOf(FAULTS.method), { Allow: 'POST' }));

  /** Once for each name; what fails is forgotten, and may be tried again. */
  async function made(
    holder: KeyHolder,
    name: string | null,
    asked: AskedSaving,
    signal: AbortSignal,
  ): Promise<ReaderResult<Made>> {
    const { userId } = holder;
    if (name === null) return paid(holder, randomUUID(), asked, signal);
    const begun = await once.begin(userId, name, contentOf(asked));
    switch (begun.kind) {
      case 'done':
        return { ok: true, document: { id: begun.id, isAgain: true } };
      case 'running':
        throw new Told(SAVING_FAULTS.running, 5);
      case 'other':
        throw new Told(SAVING_FAULTS.other);
      case 'full':
        throw new Told(SAVING_FAULTS.names, 3600);
      case 'new': {
        try {
          const result = await paid(holder, begun.id, asked, signal);
          if (!result.ok) await once.failed(userId, name);
          // saved it is: asked again, the same id is saved no second time
          else await once.done(userId, name).catch(() => once.unsure(userId, name));
          return result;
        } catch (error) {
          const isKnown = savedFaultOf(error, saved.most) !== null || creditProblem(error) !== null;
          await (isKnown ? once.failed(userId, name) : once.unsure(userId, name));
          throw error;
        }
      }
      default:
        return begun satisfies never;
    }
  }

  /** By the id of what is made: the same one is paid once. */
  const paid = (holder: KeyHolder, id: string, asked: AskedSaving, signal: AbortSignal) =>
    charging
      ? charging.paidAs(id, { holder, texts: 1, signal }, (how) => save(holder.userId, id, asked, how))
      : save(holder.userId, id, asked, { signal, pay: async () => undefined });

  async function save(
    userId: string,
    id: string,
    { inputs: [input], options, labels }: AskedSaving,
    { pay, ...how }: Pick<ReaderOptions, 'signal' | 'onProgress'> & Pick<Paying, 'pay'>,
  ): Promise<ReaderResult<Made>> {
    const extracted = await reader.extract(input, { ...options, ...how });
    if (!extracted.ok) return withoutDocument(extracted);
    const { source, warnings } = extracted.document;
    // what cannot be explained would lie in the account as a report that says nothing
    const explained = await reader.explain({ kind: 'text', text: source.text }, { ...options, ...how });
    if (!explained.ok) return withoutDocument(explained);
    const kept = new Date(now()).toISOString();
    const whole: WholeReport = {
      report: { id, kept, person: labels.person, tags: labels.tags, source, warnings, originals: [] },
      files: [],
    };
    await saved.save({ userId, device: BY_KEY }, whole, pay);
    return { ok: true, document: { id, isAgain: false } };
  }
  return routes;
}

const withoutDocument = ({
  error,
  text,
}: Extract<ReaderResult<unknown>, { ok: false }>): Extract<ReaderResult<never>, { ok: false }> => ({
  ok: false,
  error,
  ...(text === undefined ? {} : { text }),
});
