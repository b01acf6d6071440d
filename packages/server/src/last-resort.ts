/** What nobody caught: said by its code alone, as its message may hold words of a report, and then the program ends in order, to be started anew. */
import { codeOf } from './failure-code.ts';

/** Of a process: what is asked of it here. */
export interface Ending {
  on(event: 'uncaughtException' | 'unhandledRejection', call: (error: unknown) => void): unknown;
  exit(code: number): void;
}

/** A promise that failed while nobody waited harms nobody else: it is said, and the program goes on. */
export function lastResort(ending: Ending, log: (line: string) => void, close: () => Promise<void>): void {
  let isEnding = false;
  ending.on('unhandledRejection', (error) => log(`failure: ${codeOf(error)}, which nobody waited for`));
  ending.on('uncaughtException', (error) => {
    log(`failure: ${codeOf(error)}, which nobody caught: the program ends`);
    if (isEnding) return;
    isEnding = true;
    void close()
      .catch(() => undefined)
      .finally(() => ending.exit(1));
  });
}
