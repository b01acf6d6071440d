/** A device with passkeys, in software: what it signs can be wrong in each way that a test asks for. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

export interface Slips {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  /** the person was not asked for finger, face or PIN */
  readonly unverified?: boolean;
  /** a maker's certificate, which nobody asked for */
  readonly certified?: boolean;
  readonly counter?: number;
  readonly userHandle?: string;
  readonly id?: string;
  /** signed by another key */
  readonly forged?: boolean;
}

export interface Device {
  readonly id: string;
  /** What a browser sends of a new passkey; `page` holds what it was asked with. */
  make(page: string, slips?: Slips): string;
  /** What a browser sends of a passkey that is shown. */
  show(asked: string, slips?: Slips): string;
}

const [PRESENT, VERIFIED, NEW] = [0x01, 0x04, 0x40];

export function device(origin: string, rpId: string): Device {
  const pair = (): ReturnType<typeof generateKeyPairSync> => generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const own = pair();
  const credential = randomBytes(32);
  let [userHandle, count] = ['', 0];
  const clientData = (type: string, challenge: string, slips: Slips): Buffer =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: slips.challenge ?? challenge,
        origin: slips.origin ?? origin,
        crossOrigin: false,
      }),
    );
  const head = (flags: number, slips: Slips): Buffer => {
    const counted = Buffer.alloc(4);
    counted.writeUInt32BE(slips.counter ?? count);
    const present = slips.unverified ? PRESENT : PRESENT | VERIFIED;
    return Buffer.concat([hash(slips.rpId ?? rpId), Buffer.from([present | flags]), counted]);
  };
  const named = (slips: Slips) => {
    const id = slips.id ?? credential.toString('base64url');
    return { id, rawId: id, type: 'public-key' };
  };
  return {
    id: credential.toString('base64url'),
    make(page, slips = {}) {
      const order = orderIn(page);
      userHandle = order.user.id;
      const length = Buffer.from([0, credential.length]);
      const data = Buffer.concat([head(NEW, slips), Buffer.alloc(16), length, credential, coseOf(own.publicKey)]);
      const statement = slips.certified
        ? map({
            alg: Buffer.from([0x26]),
            sig: bytes(randomBytes(70)),
            x5c: Buffer.concat([Buffer.from([0x81]), bytes(randomBytes(90))]),
          })
        : map({});
      const object = map({ fmt: text(slips.certified ? 'packed' : 'none'), attStmt: statement, authData: bytes(data) });
      const clientDataJSON = clientData('webauthn.create', order.challenge, slips).toString('base64url');
      return JSON.stringify({
        ...named(slips),
        response: { clientDataJSON, attestationObject: object.toString('base64url') },
      });
    },
    show(asked, slips = {}) {
      count += 1;
      const { challenge } = JSON.parse(asked);
      const client = clientData('webauthn.get', challenge, slips);
      const data = head(0, slips);
      const key = slips.forged ? pair().privateKey : own.privateKey;
      const signature = sign('sha256', Buffer.concat([data, hash(client)]), key);
      return JSON.stringify({
        ...named(slips),
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signature.toString('base64url'),
          userHandle: slips.userHandle ?? userHandle,
        },
      });
    },
  };
}

/** What a page asks a browser with. */
export function orderIn(page: string): {
  readonly challenge: string;
  readonly user: { readonly id: string };
  readonly excludeCredentials: readonly object[];
} {
  const [, written = '{}'] = /data-order="([^"]*)"/.exec(page) ?? [];
  return JSON.parse(written.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
}

const hash = (of: string | Buffer): Buffer => createHash('sha256').update(of).digest();

/** CBOR, as far as a passkey needs it. */
const text = (of: string): Buffer => Buffer.concat([Buffer.from([0x60 + of.length]), Buffer.from(of)]);
const bytes = (of: Buffer): Buffer => Buffer.concat([Buffer.from([0x59, of.length >> 8, of.length & 255]), of]);
const map = (of: Readonly<Record<string, Buffer>>): Buffer =>
  Buffer.concat([
    Buffer.from([0xa0 + Object.keys(of).length]),
    ...Object.entries(of).flatMap(([name, value]) => [text(name), value]),
  ]);

function coseOf(key: ReturnType<typeof generateKeyPairSync>['publicKey']): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const [first, second] = [Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')];
  return Buffer.concat([Buffer.from('a5010203262001215820', 'hex'), first, Buffer.from('225820', 'hex'), second]);
}
