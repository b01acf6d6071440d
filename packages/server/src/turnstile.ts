/** Lets so many in at once and so many wait; the rest is told to come again. */

export interface Turnstile {
  /** Null when too many wait. Otherwise resolves when it is one's turn, with the way out. */
  enter(): Promise<() => void> | null;
  load(): Load;
}

export interface Load {
  readonly inside: number;
  readonly waiting: number;
}

export function turnstile(atOnce: number, waitingAtMost: number): Turnstile {
  const waiting: (() => void)[] = [];
  let inside = 0;
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else inside -= 1;
  };
  const wayOut = (): (() => void) => {
    let left = false;
    return () => {
      if (!left) leave();
      left = true;
    };
  };
  return {
    load: () => ({ inside, waiting: waiting.length }),
    enter() {
      if (inside < atOnce) {
        inside += 1;
        return Promise.resolve(wayOut());
      }
      if (waiting.length >= waitingAtMost) return null;
      return new Promise((resolve) => waiting.push(() => resolve(wayOut())));
    },
  };
}
