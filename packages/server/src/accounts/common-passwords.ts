/** The passwords that most people choose, 8 characters and longer: nearly eighteen thousand. */
import { dictionary } from '@zxcvbn-ts/language-common';
import { LEAST } from './password-rules.ts';

/** In small letters. */
export const commonPasswords = (): ReadonlySet<string> =>
  new Set(dictionary['passwords-common'].map(String).filter(({ length }) => length >= LEAST));
