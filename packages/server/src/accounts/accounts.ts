/** Accounts, as the routes know them: who joins, signs in, forgets, changes and leaves. What is asked of the library is asked here. */
import type { Language } from '@readingscan/reader/languages';
import type { OwnAccount, PasswordFault } from '@readingscan/web';
import { type OnceEach, onceEach } from '../api/saving/once-each.ts';
import { type Database, openDatabase } from '../database/database.ts';
import { codeOf } from '../failure-code.ts';
import { failureOf } from '../mail/transport.ts';
import { readTrail } from '../saved/trail.ts';
import { unheld } from '../unheld.ts';
import { background } from './background.ts';
import { commonPasswords } from './common-passwords.ts';
import { type GoogleSignIn, googleSignIn } from './google/google-sign-in.ts';
import type { Provider } from './google/provider.ts';
import { type ApiKeys, apiKeys, type WantedKey } from './keys/api-keys.ts';
import { type Letters, openLetters } from './letters.ts';
import { openLibrary, refused } from './library.ts';
import { type AccountLimits, accountLimits } from './limits.ts';
import { notices } from './notices.ts';
import { oneTimeCodes } from './one-time-codes.ts';
import { relyingParty } from './passkeys/ceremony.ts';
import { type OwnPasskeys, ownPasskeys } from './passkeys/own-passkeys.ts';
import { passkeysOf } from './passkeys/passkeys.ts';
import { passwordRules } from './password-rules.ts';
import { type Passwords, passwords } from './passwords.ts';
import { peopleOf } from './people.ts';
import { halfWay } from './second-step/half-way.ts';
import { type OwnStep, ownStepOf } from './second-step/own-step.ts';
import { secondSteps } from './second-step/second-steps.ts';
import { type SignIn, signInOf } from './second-step/sign-in.ts';
import type { AccountSettings } from './settings.ts';

export interface SignedIn {
  readonly userId: string;
  readonly email: string;
  readonly sessionId: string;
  /** "Firefox, Windows"; '' where it is not known */
  readonly device: string;
  /** to be set again, as the session goes on */
  readonly cookies: readonly string[];
}

export interface Accounts extends SignIn {
  /** Sends a mail to an address: to make an account, or to say that there is one. False where too much waits already. */
  invite(email: string, language: Language): boolean;
  /** The address behind a link to make an account; null where it is good no longer. */
  invited(code: string): Promise<string | null>;
  /** Makes the account and signs in: the cookies to set. Null where the link is good no longer. */
  join(code: string, password: string, headers: Headers): Promise<readonly string[] | null>;
  /** The code that may be asked for behind the password. */
  readonly secondStep: OwnStep;
  /** null where the operator has not set it up */
  readonly google: GoogleSignIn | null;
  /** null where the site has no name of a host that they could be bound to */
  readonly passkeys: OwnPasskeys | null;
  /** Who sent a request; null where nobody is signed in. */
  signedIn(headers: Headers): Promise<SignedIn | null>;
  signOut(headers: Headers): Promise<readonly string[]>;
  own(who: SignedIn): Promise<OwnAccount>;
  /** Ends a session of this user; nothing where it is another's. */
  endSession(who: SignedIn, sessionId: string): Promise<void>;
  endAll(who: SignedIn): Promise<void>;
  isPassword(who: SignedIn, password: string): Promise<boolean>;
  /** Ends all other sessions, and this one goes on under a new name: the cookies to set. */
  changePassword(
    who: SignedIn,
    headers: Headers,
    current: string,
    next: string,
    language: Language,
  ): Promise<readonly string[] | null>;
  /** Sends a mail with a link to a new password, where there is such an account. False where too much waits already. */
  remind(email: string, language: Language): boolean;
  /** The address behind a link to a new password; null where it is good no longer. */
  reminded(code: string): Promise<string | null>;
  /** False where the link is good no longer. All sessions end. */
  reset(code: string, password: string, language: Language): Promise<boolean>;
  /** The user, all sessions, all ways to sign in and all codes. */
  remove(who: SignedIn): Promise<void>;
  /** Keys for programs. */
  readonly keys: ApiKeys;
  /** What programs ask for once. */
  readonly once: OnceEach;
  /** The whole key, and a mail that tells of it. Null where there are as many as may be. */
  makeKey(who: SignedIn, wanted: WantedKey, language: Language): Promise<string | null>;
  /** the day, as in 2026-11-29 */
  today(): string;
  /** milliseconds since 1970 */
  now(): number;
  judge(password: string, email: string): PasswordFault | null;
  readonly limits: AccountLimits;
  /** for what else belongs to accounts; closed with them */
  readonly database: Database;
  answers(): Promise<boolean>;
  close(): Promise<void>;
}

export interface AccountParts {
  readonly log: (line: string) => void;
  /** milliseconds since 1970; default: the clock */
  readonly now?: () => number;
  /** default: a timer that keeps no process alive */
  readonly every?: (milliseconds: number, call: () => void) => () => void;
  /** default: the mail server of the settings */
  readonly letters?: Letters;
  readonly passwords?: Passwords;
  /** default: with drivers of its own */
  readonly openDatabase?: typeof openDatabase;
  /** default: Google itself */
  readonly provider?: Provider;
  /** milliseconds between an answer and the work that it does not wait for */
  readonly pause?: number;
}

const HOUR = 60 * 60 * 1000;
const PAUSE = 150;
const SHOWN_EVENTS = 50;
/** However often it is used, a session ends then. */
const LONGEST_SESSION = 90 * 24 * HOUR;

/** Opens the database, brings it to its shape, and begins. Throws `WrongSetting` where there is none. */
export async function openAccounts(settings: AccountSettings, parts: AccountParts): Promise<Accounts> {
  const { log, now = Date.now, every = unheld, pause = PAUSE } = parts;
  const database = await (parts.openDatabase ?? openDatabase)(settings.database, log);
  const { taken } = await database.migrate();
  for (const step of taken) log(`database: ${step} done`);
  const hashing = parts.passwords ?? passwords();
  const rules = passwordRules(commonPasswords());
  const library = await openLibrary(database, settings.secret, settings.origin, hashing);
  const letters = parts.letters ?? (await openLetters(settings.mail, settings.origin));
  const { db } = database;
  const codes = oneTimeCodes(db, now);
  const people = peopleOf(database);
  const steps = secondSteps(db, settings.secret, now);
  const later = background((error) => log(`accounts: a mail could not be sent: ${failureOf(error).name}`), pause);
  const keys = apiKeys(database, now);
  const told = notices(letters, people, later, log);

  const limits = accountLimits(now);
  const tidy = async (): Promise<void> => {
    limits.forget();
    try {
      await people.dropOld(now(), LONGEST_SESSION);
      await database.scrub();
    } catch (error) {
      log(`accounts: what has run out could not be dropped: ${codeOf(error)}`);
    }
  };
  const stop = every(HOUR, () => void tidy());

  async function signedIn(headers: Headers): Promise<SignedIn | null> {
    const { response, headers: answered } = await library.api.getSession({ headers, returnHeaders: true });
    if (!response) return null;
    const { session, user } = response;
    if (now() - session.createdAt.getTime() > LONGEST_SESSION) {
      await people.endSession(user.id, session.id);
      return null;
    }
    const device = session.userAgent ?? '';
    return { userId: user.id, email: user.email, sessionId: session.id, device, cookies: answered.getSetCookie() };
  }

  /** Ends the session that a browser has. */
  async function leave(headers: Headers): Promise<void> {
    const who = await signedIn(headers);
    if (who) await people.endSession(who.userId, who.sessionId);
  }

  /** What happened; nothing where nothing is noted. */
  async function trailOf(userId: string): Promise<Pick<OwnAccount, 'trail'>> {
    const trail = await readTrail(db, userId, SHOWN_EVENTS);
    return trail.length === 0 ? {} : { trail };
  }

  const half = halfWay(codes, settings.origin);
  const signIn = signInOf({ library, people, hashing, steps, half, limits, leave, told });

  const site = relyingParty(settings.origin);
  const passkeys = site && passkeysOf({ database, secret: settings.secret, codes, site, now });

  return {
    invite: (email, language) =>
      later.begin(async () => {
        if (await people.idOf(email)) return letters.send({ to: email, kind: 'member', language });
        return letters.send({ to: email, kind: 'join', language, code: await codes.make('join', email) });
      }),
    invited: (code) => codes.whose('join', code),
    async join(code, password, headers) {
      const email = await codes.whose('join', code);
      if (email === null) return null;
      const body = { name: '', email, password, rememberMe: false };
      try {
        const made = await library.api.signUpEmail({ body, headers, returnHeaders: true });
        await codes.drop(email);
        return made.headers.getSetCookie();
      } catch (error) {
        // of two presses at once one makes the account: an address has only one
        if (await people.idOf(email)) return null;
        throw error;
      }
    },
    ...signIn,
    google: googleSignIn({ settings, provider: parts.provider, now, people, codes, told, enterAs: signIn.enterAs }),
    passkeys: passkeys && ownPasskeys(passkeys, told, signIn.enterWhole),
    secondStep: ownStepOf({ steps, people, told }),
    signedIn,
    async signOut(headers) {
      // ours comes first: it says where it fails
      await leave(headers);
      return (await library.api.signOut({ headers, returnHeaders: true })).headers.getSetCookie();
    },
    own: async (who) => ({
      email: who.email,
      devices: await people.devices(who.userId, who.sessionId, now()),
      secondStep: await steps.state(who.userId),
      keys: await keys.list(who.userId),
      passkeys: passkeys ? await passkeys.list(who.userId) : [],
      ...(await trailOf(who.userId)),
    }),
    keys,
    once: onceEach(database, settings.secret, now),
    async makeKey(who, wanted, language) {
      const written = await keys.make(who, wanted);
      if (written !== null) told.write(who.email, 'key-made', language);
      return written;
    },
    now,
    today: () => new Date(now()).toISOString().slice(0, 10),
    endSession: (who, sessionId) => people.endSession(who.userId, sessionId),
    endAll: (who) => people.endAll(who.userId),
    async isPassword(who, password) {
      const stored = await people.passwordOf(who.userId);
      return stored !== null && hashing.verify(stored, password);
    },
    async changePassword(who, headers, current, next, language) {
      const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true };
      const made = await refused(library.api.changePassword({ body, headers, returnHeaders: true }));
      if (!made) return null;
      await codes.drop(who.userId);
      // who guessed at the codes had the old one
      await steps.calm(who.userId);
      told.write(who.email, 'changed', language);
      return made.headers.getSetCookie();
    },
    remind: (email, language) =>
      later.begin(async () => {
        const id = await people.idOf(email);
        if (id) await letters.send({ to: email, kind: 'reset', language, code: await codes.make('reset', id) });
      }),
    async reminded(code) {
      const id = await codes.whose('reset', code);
      return id === null ? null : people.emailOf(id);
    },
    async reset(code, password, language) {
      if ((await codes.whose('reset', code)) === null) return false;
      // before the code is used: a server with too much to do must not spoil the link
      const hash = await hashing.hash(password);
      const id = await codes.use('reset', code);
      const email = id === null ? null : await people.emailOf(id);
      if (id === null || email === null) return false;
      await people.setPassword(id, hash);
      await codes.drop(id, email);
      told.write(email, 'changed', language);
      return true;
    },
    async remove({ userId, email }) {
      await people.remove(userId);
      await codes.drop(userId, email);
      await database.scrub();
    },
    judge: (password, email) => rules.judge(password, email),
    limits,
    database,
    answers: () => database.answers(),
    async close() {
      stop();
      await later.close();
      await database.close();
    },
  };
}
