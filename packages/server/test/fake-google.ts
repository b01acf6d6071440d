/** Google on this machine, for tests: it holds the site to its word as Google does, and says of a person what the test wants. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Provider } from '../src/accounts/google/provider.ts';

export const CLIENT = { clientId: 'site.apps.example', clientSecret: 'told-to-the-operator-alone' };

export interface FakeGoogle {
  readonly provider: Provider;
  /** how often its keys were asked for */
  readonly keysAsked: () => number;
  /** The person agrees on the page that `asked` leads to: where the browser is sent, within the site. `claims` change what is said of them. */
  consent(asked: string, claims?: Readonly<Record<string, unknown>>, how?: Signed): string;
  /** From now on it signs with a new key. */
  renewKey(): void;
  close(): Promise<void>;
}

/** How a token is written, where it is not as it should be. */
export interface Signed {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly key?: KeyObject;
  readonly seal?: string;
}

interface Grant {
  readonly challenge: string;
  readonly back: string;
  readonly token: string;
}

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
/** Making one takes long: one for all. */
const FIRST = pair();
/** Of somebody else. */
export const STRANGER = pair().privateKey;
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export async function fakeGoogle(now: () => number): Promise<FakeGoogle> {
  let [signing, kid, asked] = [FIRST, 'first', 0];
  const grants = new Map<string, Grant>();
  const redeem = (form: URLSearchParams): Grant | null => {
    const code = form.get('code') ?? '';
    const grant = grants.get(code);
    grants.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const isRight =
      form.get('grant_type') === 'authorization_code' &&
      form.get('client_id') === CLIENT.clientId &&
      form.get('client_secret') === CLIENT.clientSecret;
    return grant && isRight && challenge === grant.challenge && form.get('redirect_uri') === grant.back ? grant : null;
  };
  const server = createServer(async (request, answer) => {
    const said = async (): Promise<unknown> => {
      if (request.url === '/keys') {
        asked += 1;
        return { keys: [{ kid, use: 'sig', alg: 'RS256', ...signing.publicKey.export({ format: 'jwk' }) }] };
      }
      const grant = request.method === 'POST' ? redeem(new URLSearchParams(await text(request))) : null;
      return grant && { access_token: 'not asked for', id_token: grant.token, token_type: 'Bearer' };
    };
    const body = await said();
    answer.writeHead(body ? 200 : 400, { 'Content-Type': 'application/json' });
    answer.end(JSON.stringify(body ?? { error: 'invalid_grant' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    provider: { issuer, authorize: `${issuer}/authorize`, token: `${issuer}/token`, keys: `${issuer}/keys` },
    keysAsked: () => asked,
    consent(address, claims = {}, { header = {}, key = signing.privateKey, seal } = {}) {
      const { searchParams: wanted, origin, pathname } = new URL(address);
      if (`${origin}${pathname}` !== `${issuer}/authorize`) throw new Error('another page was asked for');
      if (wanted.get('code_challenge_method') !== 'S256' || wanted.get('scope') !== 'openid email')
        throw new Error('not asked as it should be');
      const at = Math.floor(now() / 1000);
      const head = part({ alg: 'RS256', kid, typ: 'JWT', ...header });
      const body = part({
        iss: issuer,
        aud: wanted.get('client_id'),
        azp: wanted.get('client_id'),
        iat: at,
        exp: at + 3600,
        nonce: wanted.get('nonce'),
        sub: '1077',
        email: 'ana.quillfeather@gmail.com',
        email_verified: true,
        name: 'Ana Quillfeather',
        picture: 'https://pictures.example/ana',
        ...claims,
      });
      const signed = sign('RSA-SHA256', Buffer.from(`${head}.${body}`), key).toString('base64url');
      const code = randomBytes(16).toString('hex');
      const back = wanted.get('redirect_uri') ?? '';
      grants.set(code, {
        challenge: wanted.get('code_challenge') ?? '',
        back,
        token: `${head}.${body}.${seal ?? signed}`,
      });
      return `${new URL(back).pathname}?${new URLSearchParams({ code, state: wanted.get('state') ?? '', scope: 'openid email' })}`;
    },
    renewKey() {
      signing = pair();
      kid = randomBytes(4).toString('hex');
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
