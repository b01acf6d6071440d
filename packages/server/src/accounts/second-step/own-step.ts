/** The second step as its owner sets it up, renews its codes and switches it off: what else ends then, and who is told. */
import type { Language } from '@readingscan/reader/languages';
import type { StepKey, StepState } from '@readingscan/web';
import type { SignedIn } from '../accounts.ts';
import type { Notices } from '../notices.ts';
import type { People } from '../people.ts';
import type { SecondSteps, Tried } from './second-steps.ts';
import { base32, keyAddress } from './totp.ts';

export interface OwnStep {
  /** Null where it is off. */
  state(who: SignedIn): Promise<StepState | null>;
  /** Makes a key that waits for its first code. False where the step is on. */
  begin(who: SignedIn): Promise<boolean>;
  /** The key that waits; null where none does. */
  key(who: SignedIn): Promise<StepKey | null>;
  /** Switched on: the backup codes. The other devices are signed out. Null where the code is not the key's. */
  confirm(who: SignedIn, typed: string, language: Language): Promise<readonly string[] | null>;
  /** Is the code good? It is used up by this. */
  attempt(who: SignedIn, typed: string, language: Language): Promise<Tried>;
  newCodes(who: SignedIn): Promise<readonly string[]>;
  off(who: SignedIn, language: Language): Promise<void>;
}

export interface OwnStepParts {
  readonly steps: SecondSteps;
  readonly people: People;
  readonly told: Notices;
}

const SITE = 'ReadingScan';

export function ownStepOf({ steps, people, told }: OwnStepParts): OwnStep {
  return {
    state: ({ userId }) => steps.state(userId),
    begin: ({ userId }) => steps.begin(userId),
    async key({ userId, email }) {
      const key = await steps.waiting(userId);
      return key && { written: base32(key), address: keyAddress(key, SITE, email) };
    },
    async confirm({ userId, email, sessionId }, typed, language) {
      const codes = await steps.confirm(userId, typed);
      if (!codes) return null;
      // who is signed in elsewhere has shown a password alone
      await people.endOthers(userId, sessionId);
      told.write(email, 'step-on', language);
      return codes;
    },
    async attempt({ userId }, typed, language) {
      const tried = await steps.attempt(userId, typed);
      told.ofCode(userId, tried, language);
      return tried;
    },
    newCodes: ({ userId }) => steps.newCodes(userId),
    async off({ userId, email }, language) {
      if (await steps.off(userId)) told.write(email, 'step-off', language);
    },
  };
}
