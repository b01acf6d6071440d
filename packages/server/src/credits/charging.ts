/** Work that the server does for a program with a key: looked whether it can be paid before it begins, paid when it is done and before it is given. What fails costs nothing. */
import { createHash, createHmac, randomUUID } from 'node:crypto';
import type { Progress, ReaderInput, ReaderResult } from '@readingscan/reader';
import { derivedKey } from '../accounts/derived-key.ts';
import type { Within } from '../accounts/held.ts';
import type { KeyHolder } from '../accounts/keys/api-keys.ts';
import type { Database } from '../database/database.ts';
import { isBooked, type PurseOf, TooFewCredits } from './ledger/purse.ts';
import type { Plans } from './plans.ts';

export interface Paying {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Pick<Progress, 'step'>) => void;
  /** Pays in the transaction that keeps what was done, so that both stand or neither; else it is paid when the work is done. */
  readonly pay: (within: Within) => Promise<void>;
}

export interface AskedWork {
  readonly holder: KeyHolder;
  /** of the request, to be paid once; null for none */
  readonly name: string | null;
  /** all that it asks for */
  readonly content: string;
  /** texts that are read */
  readonly texts: number;
  readonly signal: AbortSignal;
}

export interface Charging {
  /** Throws `TooFewCredits`, `WrongName`. */
  paid<T>(asked: AskedWork, work: (how: Paying) => Promise<ReaderResult<T>>): Promise<ReaderResult<T>>;
  /** The same under an id that is known already: the same one is paid once. */
  paidAs<T>(
    id: string,
    asked: Pick<AskedWork, 'holder' | 'texts' | 'signal'>,
    work: (how: Paying) => Promise<ReaderResult<T>>,
  ): Promise<ReaderResult<T>>;
}

/** The name that the caller gave the request cannot be read: nothing was done. */
export class WrongName extends Error {
  override readonly name = 'WrongName';
}

/** As callers choose it: visible signs. */
const NAME = /^[\x21-\x7e]{1,255}$/;

export function chargingBy(
  { db }: Database,
  purses: PurseOf,
  { costs }: Pick<Plans, 'costs'>,
  secret: Uint8Array,
): Charging {
  const key = derivedKey(secret, 'readingscan calls paid once');
  const paidAs: Charging['paidAs'] = async (id, { holder: { userId }, texts, signal }, work) => {
    const reference = `call:${id}`;
    const stop = new AbortController();
    let pages = 0;
    const needed = (): number => texts * costs.text + pages * costs.page;
    const isPaid = await isBooked(db, reference);
    const { free, paid } = await purses.held(userId, (own) => own.balance());
    const ensure = (): void => {
      if (!isPaid && needed() > free + paid) throw new TooFewCredits(needed(), free + paid);
    };
    ensure();
    const done = () =>
      [
        { unit: 'text', count: texts, price: costs.text },
        { unit: 'page', count: pages, price: costs.page },
      ] as const;
    const result = await work({
      signal: AbortSignal.any([signal, stop.signal]),
      onProgress({ step }) {
        // each page that has to be recognised is straightened first, once
        if (step !== 'straighten') return;
        pages += 1;
        try {
          ensure();
        } catch (error) {
          stop.abort(error);
        }
      },
      async pay(within) {
        await (await purses.within(within, userId)).spend(reference, done());
      },
    }).catch((error: unknown) => {
      throw stop.signal.aborted ? stop.signal.reason : error;
    });
    if (stop.signal.aborted) throw stop.signal.reason;
    // nobody is there to take it
    if (!result.ok || signal.aborted) return result;
    await purses.held(userId, (own) => own.spend(reference, done()));
    return result;
  };

  return {
    paidAs,
    async paid(asked, work) {
      const { holder, name, content } = asked;
      if (name === null) return paidAs(randomUUID(), asked, work);
      if (!NAME.test(name)) throw new WrongName();
      // one hash of all of it: another report under the same name is another cause, and nothing can be tried without the key
      const cause = JSON.stringify([holder.userId, holder.keyId, name, content]);
      return paidAs(createHmac('sha256', key).update(cause).digest('base64url'), asked, work);
    },
  };
}

/** All that a request asks for, in one text that is the same each time: a form has other lines between its parts each time. */
export const contentOfWork = (job: string, inputs: readonly ReaderInput[], options: object): string =>
  JSON.stringify([
    job,
    inputs.map((input) => (input.kind === 'text' ? input.text : input.files.map(({ bytes }) => hashOf(bytes)))),
    options,
  ]);

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');
