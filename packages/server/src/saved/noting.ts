/** The same accounts, which write into the trail who came in and what was changed of the ways in. */
import type { Accounts } from '../accounts/accounts.ts';
import type { Saved } from './saved.ts';

type Cookies = readonly string[];

export function noting(accounts: Accounts, saved: Saved): Accounts {
  /** Whoever these cookies sign in. */
  async function came(cookies: Cookies): Promise<void> {
    const cookie = cookies.map((one) => one.split(';')[0]).join('; ');
    const who = await accounts.signedIn(new Headers({ cookie }));
    if (who) await saved.note(who, 'signed-in');
  }
  const { secondStep, google, passkeys } = accounts;
  return {
    ...accounts,
    async join(code, password, headers) {
      const cookies = await accounts.join(code, password, headers);
      if (cookies) await came(cookies);
      return cookies;
    },
    async signIn(email, password, stay, headers) {
      const entered = await accounts.signIn(email, password, stay, headers);
      if (entered?.kind === 'in') await came(entered.cookies);
      return entered;
    },
    google: google && {
      ...google,
      async back(query, headers) {
        const returned = await google.back(query, headers);
        if (returned.kind === 'in') await came(returned.cookies);
        return returned;
      },
    },
    passkeys: passkeys && {
      ...passkeys,
      async enter(written, stay, headers) {
        const cookies = await passkeys.enter(written, stay, headers);
        if (cookies) await came(cookies);
        return cookies;
      },
    },
    async finish(typed, address, headers, language) {
      const finished = await accounts.finish(typed, address, headers, language);
      if (finished.kind === 'in') await came(finished.cookies);
      return finished;
    },
    async changePassword(who, headers, current, next, language) {
      const cookies = await accounts.changePassword(who, headers, current, next, language);
      if (cookies) await saved.note(who, 'password-changed');
      return cookies;
    },
    async endSession(who, sessionId) {
      await accounts.endSession(who, sessionId);
      await saved.note(who, 'device-ended');
    },
    async endAll(who) {
      await accounts.endAll(who);
      await saved.note(who, 'all-ended');
    },
    secondStep: {
      ...secondStep,
      async confirm(who, typed, language) {
        const codes = await secondStep.confirm(who, typed, language);
        if (codes) await saved.note(who, 'step-on');
        return codes;
      },
      async off(who, language) {
        await secondStep.off(who, language);
        await saved.note(who, 'step-off');
      },
    },
  };
}
