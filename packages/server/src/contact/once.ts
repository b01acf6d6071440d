/** What a double press sends twice is done once: the second is answered as the first. */

export interface Once<T> {
  /** The answer under way or given for this key, else that of `work`, which is kept unless `isDone` says that it came to nothing. */
  run(key: string, work: () => Promise<T>, isDone: (answer: T) => boolean): Promise<T>;
}

/** Remembers the last `most` keys. */
export function once<T>(most: number): Once<T> {
  const answers = new Map<string, Promise<T>>();
  return {
    async run(key, work, isDone) {
      const known = answers.get(key);
      if (known) return known;
      const answer = work();
      answers.set(key, answer);
      for (const oldest of answers.keys()) {
        if (answers.size <= most) break;
        answers.delete(oldest);
      }
      const forget = (): void => {
        if (answers.get(key) === answer) answers.delete(key);
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
