/** Google, as the one who can say whose an address is: where it is asked, and what the operator was given to ask with. */

export interface Provider {
  readonly issuer: string;
  readonly authorize: string;
  readonly token: string;
  readonly keys: string;
}

export interface GoogleSettings {
  readonly clientId: string;
  readonly clientSecret: string;
}

export const GOOGLE: Provider = {
  issuer: 'https://accounts.google.com',
  authorize: 'https://accounts.google.com/o/oauth2/v2/auth',
  token: 'https://oauth2.googleapis.com/token',
  keys: 'https://www.googleapis.com/oauth2/v3/certs',
};

/** What Google signs with: an RSA key, as JSON Web Keys write it. */
export interface SigningKey {
  readonly n: string;
  readonly e: string;
}

/** Why nobody was let in: for the log, and nothing of the person in it. */
export type Refusal =
  | 'state'
  | 'denied'
  | 'unreachable'
  | 'token'
  | 'signature'
  | 'claims'
  | 'unproven'
  | 'other-person';
