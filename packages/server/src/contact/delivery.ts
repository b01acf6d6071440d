/** Brings stored messages to the mail server: at once, at start, and again every ten minutes for three days, one at a time. */
import { failureOf } from '../mail/transport.ts';
import type { Mailer } from './mail.ts';
import type { MessageStore } from './store.ts';

export interface Delivery {
  /** Mails a stored message soon; never rejects. */
  deliver(id: string): void;
  /** Mails all that wait and are due. */
  sweep(): Promise<void>;
  /** Begins nothing new and waits for what is under way. */
  close(): Promise<void>;
}

interface Deps {
  readonly store: MessageStore;
  readonly mailer: Mailer;
  /** milliseconds since 1970 */
  readonly now: () => number;
  /** Calls back each time that many milliseconds have passed, until it is stopped; keeps no process alive. */
  readonly every: (milliseconds: number, call: () => void) => () => void;
  readonly log: (line: string) => void;
}

const MINUTE = 60_000;
const EVERY = 10 * MINUTE;
const LONGEST_PAUSE = 6 * 60 * MINUTE;
const LONGEST = 3 * 24 * 60 * MINUTE;

interface Tried {
  readonly times: number;
  readonly next: number;
}

export function delivery({ store, mailer, now, every, log }: Deps): Delivery {
  const tried = new Map<string, Tried>();
  let isClosed = false;
  let line: Promise<unknown> = Promise.resolve();
  const inLine = (work: () => Promise<unknown>): Promise<void> => {
    const done = line
      .then(() => (isClosed ? undefined : work()))
      .then(
        () => undefined,
        (error) => log(`contact: messages could not be mailed: ${failureOf(error).name}`),
      );
    line = done;
    return done;
  };

  /** False where the next message would fare no better. */
  async function attempt(id: string): Promise<boolean> {
    const started = now();
    const message = await store.read(id);
    if (!message) {
      log(`contact: ${id} holds no message`);
      await settled(id, 'undelivered');
      return true;
    }
    try {
      await mailer.send(id, message);
    } catch (error) {
      const { name, isOfThisMail } = failureOf(error);
      log(`contact: ${id} could not be mailed: ${name}`);
      const again = later(tried.get(id), started);
      if (again.next - Date.parse(message.time) > LONGEST) await settled(id, 'undelivered');
      else tried.set(id, again);
      return isOfThisMail;
    }
    await settled(id, 'done');
    return true;
  }

  async function settled(id: string, as: 'done' | 'undelivered'): Promise<void> {
    tried.delete(id);
    await store.settle(id, as);
  }

  async function all(): Promise<void> {
    for (const id of await store.unsent()) {
      if (isClosed) return;
      // a timer may come a little early
      const isDue = (tried.get(id)?.next ?? 0) <= now() + MINUTE;
      if (isDue && !(await attempt(id))) return;
    }
  }

  const sweep = (): Promise<void> => inLine(all);
  const stop = every(EVERY, () => void sweep());
  return {
    deliver: (id) => void inLine(() => attempt(id)),
    sweep,
    async close() {
      isClosed = true;
      stop();
      await line;
    },
  };
}

/** Ten minutes, twenty, forty …, at most six hours. */
function later(before: Tried | undefined, started: number): Tried {
  const times = (before?.times ?? 0) + 1;
  return { times, next: started + Math.min(EVERY * 2 ** (times - 1), LONGEST_PAUSE) };
}
