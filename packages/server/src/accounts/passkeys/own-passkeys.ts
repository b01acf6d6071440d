/** Passkeys as their owner meets them: who is told that one was made or removed, and the way in by one. */
import type { Language } from '@readingscan/reader/languages';
import type { Notices } from '../notices.ts';
import type { SignIn } from '../second-step/sign-in.ts';
import type { PasskeyOwner, Passkeys } from './passkeys.ts';

export interface OwnPasskeys extends Pick<Passkeys, 'begin' | 'ask'> {
  finish(who: PasskeyOwner, name: string, written: string, language: Language): ReturnType<Passkeys['finish']>;
  remove(who: PasskeyOwner, id: string, language: Language): Promise<boolean>;
  /** The cookies to set; null where nobody is let in. No code is owed: the device has asked for finger, face or PIN. */
  enter(written: string, stay: boolean, headers: Headers): Promise<readonly string[] | null>;
}

export function ownPasskeys(passkeys: Passkeys, told: Notices, enterWhole: SignIn['enterWhole']): OwnPasskeys {
  return {
    begin: passkeys.begin,
    ask: passkeys.ask,
    async finish(who, name, written, language) {
      const came = await passkeys.finish(who, name, written);
      if (came === 'made') told.write(who.email, 'passkey-made', language);
      return came;
    },
    async remove(who, id, language) {
      const isGone = await passkeys.remove(who, id);
      if (isGone) told.write(who.email, 'passkey-removed', language);
      return isGone;
    },
    async enter(written, stay, headers) {
      const userId = await passkeys.whose(written);
      return userId === null ? null : enterWhole(userId, stay, headers);
    },
  };
}
