/** Who has given the right password and still owes the code: a cookie of its own, good for ten minutes and for that one page. */
import { parse, serialize } from 'hono/utils/cookie';
import type { OneTimeCodes } from '../one-time-codes.ts';

export interface HalfWay {
  /** The cookie to set. Of one account only the newest is good. */
  begin(userId: string, stay: boolean): Promise<string>;
  /** Null where nobody is half-way. `stay`: wants to stay signed in. */
  who(headers: Headers): Promise<{ readonly userId: string; readonly stay: boolean } | null>;
  /** Whoever uses it up may go in: of two at the same moment one gets false. */
  use(headers: Headers): Promise<boolean>;
  /** Takes the cookie away. */
  readonly end: string;
}

const SECONDS = 10 * 60;
const STAY = '.stay';

export function halfWay(codes: OneTimeCodes, origin: string): HalfWay {
  const secure = origin.startsWith('https:');
  const name = secure ? '__Host-readingscan-step' : 'readingscan-step';
  const cookie = (value: string, maxAge: number): string =>
    serialize(name, value, { path: '/', secure, httpOnly: true, sameSite: 'Lax', maxAge });
  const given = (headers: Headers): string => parse(headers.get('cookie') ?? '', name)[name] ?? '';
  const codeIn = (value: string): string => value.replace(STAY, '');
  return {
    async begin(userId, stay) {
      return cookie(`${await codes.make('step', userId)}${stay ? STAY : ''}`, SECONDS);
    },
    async who(headers) {
      const value = given(headers);
      const userId = value === '' ? null : await codes.whose('step', codeIn(value));
      return userId === null ? null : { userId, stay: value.endsWith(STAY) };
    },
    async use(headers) {
      return (await codes.use('step', codeIn(given(headers)))) !== null;
    },
    end: cookie('', 0),
  };
}
