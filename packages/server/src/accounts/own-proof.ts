/** The password, and where there is a second step its code, asked for once more: before anything that makes an account less or otherwise safe. */
import type { SignedIn } from './accounts.ts';
import type { Sent } from './exchange.ts';
import type { OwnDeps, OwnExchange, Render } from './own-exchange.ts';

export const LONGEST_CODE = 64;

/** Each gives null where it is right, else the form again. */
export interface OwnProof {
  password(sent: Sent, who: SignedIn, render: Render): Promise<Response | null>;
  /** The code is looked at last: a slip in the password does not use it up. */
  both(sent: Sent, who: SignedIn, render: Render): Promise<Response | null>;
}

export function ownProof({ accounts, site }: OwnDeps, { again, refused }: OwnExchange): OwnProof {
  const { secondStep, limits } = accounts;
  const password: OwnProof['password'] = async ({ c, fields }, who, render) => {
    const current = fields('current');
    if (current === '') return again(c, who, render, { faults: { current: 'currentNone' } });
    const wait = limits.confirm(who.userId);
    if (wait !== null) return refused(c, who, render, 'tooMany', wait);
    if (await accounts.isPassword(who, current)) return null;
    return again(c, who, render, { faults: { current: 'currentWrong' } });
  };
  return {
    password,
    async both(sent, who, render) {
      const { c, fields, address } = sent;
      const typed = fields('code').slice(0, LONGEST_CODE);
      if (typed === '') {
        const current = fields('current') === '' ? { current: 'currentNone' as const } : {};
        return again(c, who, render, { faults: { ...current, code: 'codeNone' } });
      }
      const withheld = await password(sent, who, render);
      if (withheld) return withheld;
      const wait = limits.step(who.userId, address);
      if (wait !== null) return refused(c, who, render, 'tooMany', wait);
      const tried = await secondStep.attempt(who, typed, site.language);
      if (tried.kind === 'codesWait') return refused(c, who, render, 'codesWait', tried.seconds);
      return tried.kind === 'wrong' ? again(c, who, render, { faults: { code: 'codeWrong' } }) : null;
    },
  };
}
