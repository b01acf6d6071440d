/** The way to a hospital's page and back: what binds the answer to this tab lies in it, and only until the tab comes back. */
import { askedJson, isJson, textIn } from './asked-json.ts';
import { allowedIssuer, discover, type SmartSettings } from './discovery.ts';
import { SmartFailure } from './failure.ts';

/** What a tab may ask a server with. */
export interface Access {
  readonly issuer: string;
  readonly token: string;
  readonly patient: string;
}

interface Trip {
  readonly issuer: string;
  readonly token: string;
  readonly state: string;
  readonly verifier: string;
  readonly back: string;
  /** milliseconds since 1970 */
  readonly since: number;
}

const KEPT = 'readingscan-smart';
const LONGEST = 10 * 60_000;
const MOST = 64 * 1024;
const ID = /^[A-Za-z0-9.-]{1,64}$/;

/** Where to go. `back`: the address that the hospital's page leads back to. Throws `SmartFailure`. */
export async function leave(query: URLSearchParams, back: string, settings: SmartSettings): Promise<string> {
  const issuer = allowedIssuer(query.get('iss'), settings);
  const launch = query.get('launch') ?? '';
  const { authorize, token, isSecond } = await discover(issuer, settings);
  const [state, verifier] = [random(), random()];
  const trip: Trip = { issuer, token, state, verifier, back, since: Date.now() };
  sessionStorage.setItem(KEPT, JSON.stringify(trip));
  const to = new URL(authorize);
  const asked = {
    response_type: 'code',
    client_id: settings.clientId,
    redirect_uri: back,
    scope: scopesOf(isSecond, launch !== ''),
    state,
    aud: issuer,
    code_challenge: await challengeOf(verifier),
    code_challenge_method: 'S256',
    ...(launch === '' ? {} : { launch }),
  };
  for (const [name, value] of Object.entries(asked)) to.searchParams.set(name, value);
  return to.href;
}

/** Whoever comes back is the one who left, once. Throws `SmartFailure`. */
export async function comeBack(query: URLSearchParams, settings: SmartSettings): Promise<Access> {
  const trip = tripFrom(sessionStorage.getItem(KEPT));
  // good once, whatever comes of it
  sessionStorage.removeItem(KEPT);
  if (!trip || Date.now() - trip.since > LONGEST || query.get('state') !== trip.state) throw new SmartFailure('late');
  if (query.has('error')) throw new SmartFailure('refused');
  const issuer = allowedIssuer(trip.issuer, settings);
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code: query.get('code') ?? '',
    redirect_uri: trip.back,
    client_id: settings.clientId,
    code_verifier: trip.verifier,
  });
  const headers = { Accept: 'application/json' };
  const told = await askedJson(trip.token, { method: 'POST', headers, body }, MOST).catch((error: unknown) => {
    // a code that was used, or is too old, is told as a wrong request
    throw error instanceof SmartFailure && error.reason === 'server' ? new SmartFailure('expired') : error;
  });
  const [token, patient] = [textIn(told, 'access_token'), textIn(told, 'patient')];
  if (token === '' || textIn(told, 'token_type').toLowerCase() !== 'bearer') throw new SmartFailure('server');
  if (!/DiagnosticReport\.(?:read|r)|(?:patient|user)\/\*\./.test(textIn(told, 'scope')))
    throw new SmartFailure('refused');
  if (!ID.test(patient)) throw new SmartFailure('patient');
  return { issuer, token, patient };
}

/** To read, and nothing else. */
function scopesOf(isSecond: boolean, isLaunched: boolean): string {
  const may = isSecond ? 'rs' : 'read';
  const file = isSecond ? 'r' : 'read';
  return [isLaunched ? 'launch' : 'launch/patient', `patient/DiagnosticReport.${may}`, `patient/Binary.${file}`].join(
    ' ',
  );
}

/** We wrote it ourselves, in this tab; what was changed since is none. */
function tripFrom(written: string | null): Trip | null {
  const kept: unknown = written === null ? null : JSON.parse(written);
  if (!isJson(kept)) return null;
  const [issuer, token, state] = [textIn(kept, 'issuer'), textIn(kept, 'token'), textIn(kept, 'state')];
  return {
    issuer,
    token,
    state,
    verifier: textIn(kept, 'verifier'),
    back: textIn(kept, 'back'),
    since: Number(kept.since),
  };
}

const random = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)));

const challengeOf = async (verifier: string): Promise<string> =>
  base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
