/** What a double press sends twice is done once: the second is answered as the first. */
import { OLDEST } from './token.ts';

export interface Once<T> {
  /** The answer under way or given for this key, else that of `work`, which is kept unless `isDone` says that it came to nothing. */
  run(key: string, work: () => Promise<T>, isDone: (answer: T) => boolean): Promise<T>;
  /** Drops the keys of forms that would not be taken any more. */
  forget(): void;
}

/** Remembers the last `most` keys, each as long as a form may be sent. `now` in milliseconds since 1970. */
export function once<T>(most: number, now: () => number): Once<T> {
  const answers = new Map<string, { readonly answer: Promise<T>; readonly at: number }>();
  return {
    forget() {
      for (const [key, { at }] of answers) if (now() - at > OLDEST) answers.delete(key);
    },
    async run(key, work, isDone) {
      const known = answers.get(key);
      if (known) return known.answer;
      const answer = work();
      answers.set(key, { answer, at: now() });
      for (const oldest of answers.keys()) {
        if (answers.size <= most) break;
        answers.delete(oldest);
      }
      const forget = (): void => {
        if (answers.get(key)?.answer === answer) answers.delete(key);
      };
      try {
        const given = await answer;
        if (!isDone(given)) forget();
        return given;
      } catch (error) {
        forget();
        throw error;
      }
    },
  };
}
