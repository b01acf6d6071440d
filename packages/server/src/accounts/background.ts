/** Work that begins when the answer is out, so that neither tells of the other: a few at a time, bounded, waited for at the stop. */
import { turnstile } from '../turnstile.ts';

export interface Background {
  /** False where too much waits already. A failure is told to `onFailure` and nobody else. */
  begin(work: () => Promise<void>): boolean;
  /** Resolves when all that was begun is done. */
  close(): Promise<void>;
}

const AT_ONCE = 4;
const MOST_WAITING = 200;

/** `pause` in milliseconds: what the answer has to leave in. */
export function background(onFailure: (error: unknown) => void, pause: number): Background {
  const gate = turnstile(AT_ONCE, MOST_WAITING);
  const under = new Set<Promise<void>>();
  return {
    begin(work) {
      const turn = gate.enter();
      if (!turn) return false;
      const done = turn
        .then((leave) => after(pause).then(work).catch(onFailure).finally(leave))
        .finally(() => {
          under.delete(done);
        });
      under.add(done);
      return true;
    },
    async close() {
      while (under.size > 0) await Promise.all(under);
    },
  };
}

const after = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
