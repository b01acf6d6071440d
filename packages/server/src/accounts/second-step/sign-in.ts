/** Signing in: the password first, then the code where the account asks for one. There is no session before both. */
import type { Language } from '@readingscan/reader/languages';
import type { Library } from '../library.ts';
import type { AccountLimits } from '../limits.ts';
import type { Notices } from '../notices.ts';
import type { Passwords } from '../passwords.ts';
import type { People } from '../people.ts';
import type { HalfWay } from './half-way.ts';
import type { SecondSteps } from './second-steps.ts';

export interface Entered {
  readonly kind: 'in' | 'half-way';
  readonly cookies: readonly string[];
}

export type Finished =
  | { readonly kind: 'in'; readonly cookies: readonly string[] }
  /** nobody is half-way, or is so no longer */
  | { readonly kind: 'gone' }
  | { readonly kind: 'tooMany' | 'codesWait'; readonly seconds: number }
  | { readonly kind: 'wrong' };

export interface SignIn {
  /** Null where address and password do not belong together. */
  signIn(email: string, password: string, stay: boolean, headers: Headers): Promise<Entered | null>;
  /** For whom was found to be who they say, by a password or by who vouches for them: in, or half-way where a code is owed. */
  enterAs(userId: string, stay: boolean, headers: Headers): Promise<Entered>;
  /** For whom was found to be who they say by both steps at once, as a passkey does: the cookies to set. */
  enterWhole(userId: string, stay: boolean, headers: Headers): Promise<readonly string[]>;
  /** The right password was given here, and the code is still owed. */
  isHalfWay(headers: Headers): Promise<boolean>;
  /** The code, or a backup code. `address` is for the limits. */
  finish(typed: string, address: string, headers: Headers, language: Language): Promise<Finished>;
}

export interface SignInParts {
  readonly library: Library;
  readonly people: People;
  readonly hashing: Passwords;
  readonly steps: SecondSteps;
  readonly half: HalfWay;
  readonly limits: AccountLimits;
  /** Ends the session that a browser had before. */
  readonly leave: (headers: Headers) => Promise<void>;
  readonly told: Notices;
}

export function signInOf({ library, people, hashing, steps, half, limits, leave, told }: SignInParts): SignIn {
  async function enter(userId: string, stay: boolean, headers: Headers): Promise<readonly string[]> {
    const made = await library.api.beginSession({ body: { userId, stay }, headers, returnHeaders: true });
    // whoever was signed in here before is so no longer
    await leave(headers);
    return made.headers.getSetCookie();
  }
  async function enterAs(userId: string, stay: boolean, headers: Headers): Promise<Entered> {
    if (await steps.isOn(userId)) return { kind: 'half-way', cookies: [await half.begin(userId, stay)] };
    return { kind: 'in', cookies: await enter(userId, stay, headers) };
  }
  return {
    async signIn(email, password, stay, headers) {
      const userId = await people.idOf(email);
      const stored = userId && (await people.passwordOf(userId));
      if (!(userId && stored)) {
        // takes as long as where there is an account
        await hashing.hash(password);
        return null;
      }
      if (!(await hashing.verify(stored, password))) return null;
      return enterAs(userId, stay, headers);
    },
    enterAs,
    enterWhole: enter,
    isHalfWay: async (headers) => (await half.who(headers)) !== null,
    async finish(typed, address, headers, language) {
      const who = await half.who(headers);
      if (!who) return { kind: 'gone' };
      const { userId, stay } = who;
      const seconds = limits.step(userId, address);
      if (seconds !== null) return { kind: 'tooMany', seconds };
      const tried = await steps.attempt(userId, typed);
      told.ofCode(userId, tried, language);
      if (tried.kind === 'wrong' || tried.kind === 'codesWait') return tried;
      if (!(await half.use(headers))) return { kind: 'gone' };
      return { kind: 'in', cookies: [...(await enter(userId, stay, headers)), half.end] };
    },
  };
}
