/** What a browser says of a passkey, looked at: made for this site, by this very request, by a person whom the device knows. The cryptography is the library's. */
import { z } from 'zod';

/** Whom passkeys are bound to: a name of hosts, and the one origin of this site. */
export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
}

export interface Credential {
  readonly id: string;
  /** in base64url, as COSE has it */
  readonly publicKey: string;
  /** how often the device says that it was used; 0 where it does not count */
  readonly counter: number;
}

export interface Made {
  /** what the browser says that it was asked with */
  readonly challenge: string;
  /** Null where it was not made here, for this, and behind finger, face or PIN. */
  check(): Promise<Credential | null>;
}

/** A passkey that is to sign somebody in. */
export interface Shown {
  readonly credentialId: string;
  readonly challenge: string;
  /** whose it says that it is */
  readonly userHandle: string;
  /** The new count; null where the signature is not that of the credential, or anything else is wrong. */
  check(of: Credential): Promise<number | null>;
}

/** ES256, EdDSA, RS256: what devices have. */
export const ALGORITHMS = [-7, -8, -257] as const;

/** Null where the site has no name of a host, as passkeys are never bound to a number. */
export function relyingParty(origin: string): RelyingParty | null {
  const { hostname } = new URL(origin);
  return /^[\d.]+$|^\[/.test(hostname) ? null : { id: hostname, origin };
}

/** A passkey that a browser says it made. Null where it has not the shape of one. */
export async function madeCredential(written: string, site: RelyingParty): Promise<Made | null> {
  const response = parsed(MADE, written);
  const challenge = response && (await challengeIn(response.response.clientDataJSON));
  if (!response || !challenge) return null;
  const { isoBase64URL, decodeAttestationObject } = await import('@simplewebauthn/server/helpers');
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  return {
    challenge,
    async check() {
      try {
        const object = decodeAttestationObject(isoBase64URL.toBuffer(response.response.attestationObject));
        // certificates of makers were not asked for: none is read, and nothing is fetched that one names
        if (!UNATTESTED.has(object.get('fmt')) || object.get('attStmt').get('x5c') !== undefined) return null;
        const { verified, registrationInfo } = await verifyRegistrationResponse({
          response,
          expectedChallenge: challenge,
          expectedOrigin: site.origin,
          expectedRPID: site.id,
          requireUserVerification: true,
          supportedAlgorithmIDs: [...ALGORITHMS],
        });
        if (!verified) return null;
        const { id, publicKey, counter } = registrationInfo.credential;
        return { id, publicKey: isoBase64URL.fromBuffer(publicKey), counter };
      } catch {
        return null;
      }
    },
  };
}

/** Null where it has not the shape of one. */
export async function shownCredential(written: string, site: RelyingParty): Promise<Shown | null> {
  const response = parsed(SHOWN, written);
  const challenge = response && (await challengeIn(response.response.clientDataJSON));
  if (!response || !challenge) return null;
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  return {
    credentialId: response.id,
    challenge,
    userHandle: response.response.userHandle,
    async check({ id, publicKey, counter }) {
      try {
        const { verified, authenticationInfo } = await verifyAuthenticationResponse({
          response,
          expectedChallenge: challenge,
          expectedOrigin: site.origin,
          expectedRPID: site.id,
          requireUserVerification: true,
          credential: { id, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter },
        });
        return verified ? authenticationInfo.newCounter : null;
      } catch {
        return null;
      }
    },
  };
}

/** None, or signed by the new key itself. */
const UNATTESTED: ReadonlySet<string> = new Set(['none', 'packed']);

const MOST = 8192;
const TEXT = z
  .string()
  .min(1)
  .max(MOST)
  .regex(/^[\w-]+$/);
const ID = TEXT.max(1400);
const COMMON = { id: ID, rawId: ID, type: z.literal('public-key') };
const EXTENSIONS = z.object({}).default({});

const MADE = z.object({
  ...COMMON,
  response: z.object({ clientDataJSON: TEXT, attestationObject: TEXT }),
  clientExtensionResults: EXTENSIONS,
});
const SHOWN = z.object({
  ...COMMON,
  response: z.object({ clientDataJSON: TEXT, authenticatorData: TEXT, signature: TEXT, userHandle: TEXT.max(128) }),
  clientExtensionResults: EXTENSIONS,
});

function parsed<T>(schema: z.ZodType<T>, written: string): T | null {
  try {
    return schema.safeParse(JSON.parse(written)).data ?? null;
  } catch {
    return null;
  }
}

async function challengeIn(clientData: string): Promise<string | null> {
  const { decodeClientDataJSON } = await import('@simplewebauthn/server/helpers');
  try {
    return TEXT.safeParse(decodeClientDataJSON(clientData).challenge).data ?? null;
  } catch {
    return null;
  }
}
