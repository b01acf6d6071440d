/** What the interface says, as every language has to say it: the shape of the English words, with any text in it. */
import type { words as english } from './en.ts';
import type { ErrorWords } from './errors.ts';

type Any<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Key in keyof T]: Any<T[Key]> };

export type Words = Any<Omit<typeof english, 'errors'>> & {
  /** all of them, but for English, which the reader speaks itself */
  readonly errors: Partial<ErrorWords>;
};
