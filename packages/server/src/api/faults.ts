/** Why a caller of the interface is not let in. None of it repeats a key. */
import type { KeyScope } from '@readingscan/web';
import { FAULTS, type Fault } from '../problem.ts';

const HOW = 'Make one at /account/keys and send it as Authorization: Bearer rs_….';

export const ACCESS_FAULTS = {
  noKey: { code: 'no-key', message: 'This server asks programs for a key.', hint: HOW },
  slip: {
    code: 'wrong-key',
    message: 'This key is not written right.',
    hint: 'A letter is wrong or missing. Copy the whole key again: rs_ and 42 letters and figures.',
  },
  unknown: { code: 'wrong-key', message: 'This key is not known here, or it was ended.', hint: HOW },
  over: { code: 'wrong-key', message: 'The time of this key is over.', hint: HOW },
  often: {
    code: 'too-often',
    reason: 'busy',
    message: 'That was more than is allowed in a minute.',
    hint: 'Wait as many seconds as Retry-After says, then go on.',
  },
  elsewhere: FAULTS.forbidden,
} as const satisfies Readonly<Record<string, Fault>>;

export const SAVING_FAULTS = {
  name: {
    code: 'usage',
    message: 'The Idempotency-Key cannot be read.',
    hint: 'Send 1 to 255 letters, figures and signs without spaces, such as a UUID.',
  },
  running: {
    code: 'running',
    message: 'The same request is under way already.',
    hint: 'Wait as many seconds as Retry-After says, then send it again with the same Idempotency-Key.',
  },
  other: {
    code: 'other-request',
    message: 'This Idempotency-Key was used for another request.',
    hint: 'Use a new one for each report; the same one only to send the same again.',
  },
  names: {
    code: 'too-often',
    message: 'So many Idempotency-Keys of this account are held already.',
    hint: 'Each is held for 24 hours. Wait, or send the request without one.',
  },
} as const satisfies Readonly<Record<string, Fault>>;

export const scopeFault = (scope: KeyScope): Fault => ({
  code: 'scope',
  message: 'This key may not do that.',
  hint: `It needs the scope "${scope}". Make a key with it at /account/keys.`,
});
