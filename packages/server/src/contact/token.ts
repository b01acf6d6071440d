/** Says when a form was made, so that it cannot be sent at once by a program or days later; signed with a key that lives as long as the server. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export interface Tokens {
  make(): string;
  /** forged: not made here, or before the last start */
  judge(token: string): 'good' | 'quick' | 'old' | 'forged';
}

/** Milliseconds. Nobody writes a message in less; a page left open overnight is asked once more. */
const QUICKEST = 3_000;
export const OLDEST = 12 * 60 * 60 * 1000;

const SHAPE = /^([0-9a-z]{1,12}\.[\w-]{12})\.([\w-]{43})$/;

/** `now` in milliseconds since 1970. */
export function tokens(now: () => number): Tokens {
  const key = randomBytes(32);
  const sign = (what: string): string => createHmac('sha256', key).update(what).digest('base64url');
  return {
    make() {
      const what = `${now().toString(36)}.${randomBytes(9).toString('base64url')}`;
      return `${what}.${sign(what)}`;
    },
    judge(token) {
      const [, what, signature] = SHAPE.exec(token) ?? [];
      if (what === undefined || signature === undefined) return 'forged';
      if (!timingSafeEqual(Buffer.from(sign(what)), Buffer.from(signature))) return 'forged';
      const age = now() - Number.parseInt(what, 36);
      // a clock that was set back makes no token wait for hours
      if (age < 0 || age > OLDEST) return 'old';
      return age < QUICKEST ? 'quick' : 'good';
    },
  };
}
