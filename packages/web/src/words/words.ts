/** What the interface says, as every language has to say it: the shape of the English words, with any text in it. */
import type { words as english } from './en.ts';
import type { ErrorWords } from './errors.ts';

/** The shape of English words, with any text in it. */
export type Told<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Key in keyof T]: Told<T[Key]> };

export type Words = Told<Omit<typeof english, 'errors'>> & {
  /** all of them, but for English, which the reader speaks itself */
  readonly errors: Partial<ErrorWords>;
};
