/** Which passwords are taken: long enough, not one that others use, not the address itself. No rule asks for signs or capitals. */
import type { PasswordFault } from '@readingscan/web';

/** In characters as a person counts them. */
export const LEAST = 8;
const MOST = 256;
/** Of what is about the site or the person, and no more than that. */
const OWN_WORDS = ['readingscan', 'radiology', 'password'];

export interface PasswordRules {
  /** Null where the password may be taken. `email` is whose it is to be. */
  judge(password: string, email: string): PasswordFault | null;
}

/** `common` holds passwords in small letters. */
export function passwordRules(common: ReadonlySet<string>): PasswordRules {
  return {
    judge(password, email) {
      const length = [...password].length;
      if (length === 0) return 'passwordNone';
      if (length < LEAST) return 'passwordShort';
      if (length > MOST) return 'passwordLong';
      const small = password.normalize('NFKC').toLowerCase();
      if (common.has(small) || isPattern(small)) return 'passwordCommon';
      return isOwnWord(small, email.toLowerCase()) ? 'passwordOwn' : null;
    },
  };
}

/** One piece of up to four signs again and again, or signs that follow one another: "abcabcabc", "abcdefgh", "98765432". */
function isPattern(password: string): boolean {
  const signs = [...password].map((sign) => sign.codePointAt(0) ?? 0);
  const repeats = (length: number): boolean => signs.every((sign, at) => sign === signs[at % length]);
  const steps = new Set(signs.slice(1).map((sign, at) => sign - (signs[at] ?? 0)));
  return [1, 2, 3, 4].some(repeats) || (steps.size === 1 && (steps.has(1) || steps.has(-1)));
}

/** The address, its name or its place, or a word of ours, with at most figures and signs around it. */
function isOwnWord(password: string, email: string): boolean {
  const [name = '', place = ''] = email.split('@');
  const bare = password.replace(/^[\W\d_]+|[\W\d_]+$/g, '');
  return [email, name, place, place.split('.')[0] ?? '', ...OWN_WORDS].some(
    (word) => word.length > 2 && (password === word || bare === word),
  );
}
