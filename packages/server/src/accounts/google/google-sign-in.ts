/** Signing in with Google, where the operator has set it up: Google proves an address as a mail of ours would, and nothing more is taken from it. */
import type { Language } from '@readingscan/reader/languages';
import { derivedKey } from '../derived-key.ts';
import type { Notices } from '../notices.ts';
import type { OneTimeCodes } from '../one-time-codes.ts';
import type { People } from '../people.ts';
import type { Entered, SignIn } from '../second-step/sign-in.ts';
import type { AccountSettings } from '../settings.ts';
import { asking } from './asking.ts';
import { vouchedFor } from './id-token.ts';
import { GOOGLE, type Provider, type Refusal } from './provider.ts';
import { challengeOf, isSame, type Trip, trips } from './trip.ts';

export type CameBack =
  | Entered
  /** no account has this address yet: the code lets one be made, as that of a mail does */
  | { readonly kind: 'new'; readonly code: string }
  | { readonly kind: 'refused'; readonly why: Refusal };

export interface GoogleSignIn {
  /** Where to go, and the cookie that is to come back. */
  leave(language: Language): { readonly to: string; readonly cookie: string };
  /** The language in which somebody left; null where nobody did here. */
  languageOf(headers: Headers): Language | null;
  /** `query` of the address that Google sent the browser to. */
  back(query: Readonly<Record<string, string>>, headers: Headers): Promise<CameBack>;
  /** Takes the cookie away. */
  readonly end: string;
}

export interface GoogleParts {
  readonly settings: AccountSettings;
  readonly provider: Provider | undefined;
  readonly now: () => number;
  readonly people: People;
  readonly codes: OneTimeCodes;
  readonly told: Notices;
  readonly enterAs: SignIn['enterAs'];
}

/** One address for all languages: the operator names it to Google. */
export const BACK = '/account/google/back';
const PROVIDER = 'google';

/** Null where the operator has not set it up. */
export function googleSignIn(parts: GoogleParts): GoogleSignIn | null {
  const { provider = GOOGLE, now, people, codes, told, enterAs } = parts;
  const { google, secret, origin } = parts.settings;
  if (!google) return null;
  const { clientId } = google;
  const on = trips(derivedKey(secret, 'readingscan google'), origin, now);
  const ask = asking(provider, google, now);
  const back = `${origin}${BACK}`;

  async function tokenFor(trip: Trip, query: Readonly<Record<string, string>>): Promise<string | Refusal> {
    if (!isSame(query.state ?? '', trip.state)) return 'state';
    if (query.code === undefined) return 'denied';
    try {
      return (await ask.redeem(query.code, trip.verifier, back)) ?? 'token';
    } catch {
      return 'unreachable';
    }
  }

  return {
    leave(language) {
      const { cookie, trip } = on.begin(language);
      const asked = new URLSearchParams({
        response_type: 'code',
        client_id: clientId,
        redirect_uri: back,
        // the address alone: no name and no picture
        scope: 'openid email',
        state: trip.state,
        nonce: trip.nonce,
        code_challenge: challengeOf(trip.verifier),
        code_challenge_method: 'S256',
        prompt: 'select_account',
        hl: language,
      });
      return { to: `${provider.authorize}?${asked}`, cookie };
    },
    languageOf: (headers) => on.under(headers)?.language ?? null,
    async back(query, headers) {
      const trip = on.under(headers);
      if (!trip) return { kind: 'refused', why: 'state' };
      const token = await tokenFor(trip, query);
      if (isRefusal(token)) return { kind: 'refused', why: token };
      const expected = { issuer: provider.issuer, clientId, nonce: trip.nonce, now: now() };
      const vouched = await vouchedFor(token, { ...expected, keyOf: ask.keyOf }).catch(() => 'unreachable' as const);
      if (typeof vouched === 'string') return { kind: 'refused', why: vouched };
      const { subject, email } = vouched;
      const known = await people.byLogin(PROVIDER, subject);
      if (known !== null) return enterAs(known, false, headers);
      const userId = await people.idOf(email);
      if (userId === null) return { kind: 'new', code: await codes.make('join', email) };
      // both sides have proven the address; another person at Google, who has it now, is not the one from before
      if (!(await people.addLogin(userId, PROVIDER, subject))) return { kind: 'refused', why: 'other-person' };
      told.write(email, 'google', trip.language);
      return enterAs(userId, false, headers);
    },
    end: on.end,
  };
}

const REFUSALS: ReadonlySet<string> = new Set<Refusal>(['state', 'denied', 'unreachable', 'token']);
const isRefusal = (token: string): token is Refusal => REFUSALS.has(token);
