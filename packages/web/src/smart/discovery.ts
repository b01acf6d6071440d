/** Where a hospital's server lets people in: asked of servers that the operator has named, and taken only where it leads to such again. */
import { askedJson, listIn, textIn } from './asked-json.ts';
import { SmartFailure } from './failure.ts';

/** What the operator has set up. */
export interface SmartSettings {
  readonly clientId: string;
  /** origins, as a browser writes them */
  readonly issuers: readonly string[];
}

export interface Discovered {
  readonly authorize: string;
  readonly token: string;
  /** scopes are written as in SMART 2 */
  readonly isSecond: boolean;
}

const MOST = 256 * 1024;

/** The address of a server, without a slash at its end. Throws `SmartFailure` where nobody has named its origin. */
export function allowedIssuer(written: string | null, { issuers }: SmartSettings): string {
  const url = written !== null && URL.canParse(written) ? new URL(written) : null;
  const isPlain = url && url.search === '' && url.hash === '' && url.username === '' && url.password === '';
  if (!isPlain || !issuers.includes(url.origin)) throw new SmartFailure('issuer');
  return url.href.replace(/\/+$/, '');
}

export async function discover(issuer: string, { issuers }: SmartSettings): Promise<Discovered> {
  const headers = { Accept: 'application/json' };
  const told = await askedJson(`${issuer}/.well-known/smart-configuration`, { headers }, MOST);
  const at = (name: string): string => {
    const url = textIn(told, name);
    if (!URL.canParse(url) || !issuers.includes(new URL(url).origin)) throw new SmartFailure('issuer');
    return url;
  };
  // without it a code that is seen on the way could be used by others
  if (!listIn(told, 'code_challenge_methods_supported').includes('S256')) throw new SmartFailure('server');
  return {
    authorize: at('authorization_endpoint'),
    token: at('token_endpoint'),
    isSecond: listIn(told, 'capabilities').includes('permission-v2'),
  };
}
