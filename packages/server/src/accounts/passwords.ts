/** Passwords are kept as scrypt at the strength that OWASP asks for, worked out beside the event loop, few at a time: each takes 128 MB. */
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { turnstile } from '../turnstile.ts';

export interface Passwords {
  hash(password: string): Promise<string>;
  /** False also where what is stored is no password of ours. */
  verify(stored: string, password: string): Promise<boolean>;
}

/** So many wait already that it is better to ask again. */
export class TooBusy extends Error {
  override readonly name = 'TooBusy';
}

/** N of scrypt, beside r = 8 and p = 1. */
const COST = 2 ** 17;
const BLOCK = 8;
const MOST_COST = 2 ** 20;
const BYTES = 32;
const AT_ONCE = 2;
const MOST_WAITING = 20;

const SHAPE = /^scrypt\$(\d{4,7})\$([\w-]{22})\$([\w-]{43})$/;

/** `cost` is lower in tests alone. */
export function passwords(cost = COST): Passwords {
  const gate = turnstile(AT_ONCE, MOST_WAITING);
  const worked = async (password: string, salt: Buffer, n: number): Promise<Buffer> => {
    const turn = gate.enter();
    if (!turn) throw new TooBusy();
    const leave = await turn;
    try {
      return await derived(password, salt, { N: n, r: BLOCK, p: 1, maxmem: 256 * n * BLOCK });
    } finally {
      leave();
    }
  };
  return {
    async hash(password) {
      const salt = randomBytes(16);
      const key = await worked(password, salt, cost);
      return `scrypt$${cost}$${salt.toString('base64url')}$${key.toString('base64url')}`;
    },
    async verify(stored, password) {
      const [, n = '', salt = '', key = ''] = SHAPE.exec(stored) ?? [];
      const known = Number(n);
      if (!(known > 1 && known <= MOST_COST && Number.isInteger(Math.log2(known)))) return false;
      const given = await worked(password, Buffer.from(salt, 'base64url'), known);
      return timingSafeEqual(given, Buffer.from(key, 'base64url'));
    },
  };
}

/** However a keyboard puts its letters together, the password is the same. */
function derived(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, BYTES, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
