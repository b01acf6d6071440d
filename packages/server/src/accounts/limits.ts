/** How often the forms of an account may be sent: by one account, by one network address, and mails by all. */
import { DAY, HOUR, MINUTE, type RateLimit, rateLimit, tryAll } from './rate-limit.ts';

/** Each counts a try: null where it may be made, else the seconds until one may. */
export interface AccountLimits {
  signIn(email: string, address: string): number | null;
  /** A form that sends a mail. */
  mail(email: string, address: string): number | null;
  /** A link of a mail, with a password. */
  code(address: string): number | null;
  /** The password asked for once more. */
  confirm(userId: string): number | null;
  /** The code of an app, or a backup code. */
  step(userId: string, address: string): number | null;
  /** Drops what counts no more. */
  forget(): void;
}

const ACCOUNT = [
  { most: 5, within: MINUTE },
  { most: 30, within: HOUR },
];
const ADDRESS = [
  { most: 20, within: MINUTE },
  { most: 200, within: HOUR },
];
const MAILBOX = [
  { most: 3, within: HOUR },
  { most: 8, within: DAY },
];
const SENDER = [
  { most: 10, within: HOUR },
  { most: 40, within: DAY },
];
const ALL_MAILS = [{ most: 500, within: HOUR }];
const ALL = 'all';

/** `now` in milliseconds since 1970. */
export function accountLimits(now: () => number): AccountLimits {
  const made: RateLimit[] = [];
  const limit = (rules: typeof ACCOUNT): RateLimit => {
    const one = rateLimit(rules, now);
    made.push(one);
    return one;
  };
  const [account, address, mailbox, sender, mails, codes, confirmed, steps] = [
    limit(ACCOUNT),
    limit(ADDRESS),
    limit(MAILBOX),
    limit(SENDER),
    limit(ALL_MAILS),
    limit(ADDRESS),
    limit(ACCOUNT),
    limit(ACCOUNT),
  ];
  return {
    signIn: (email, from) => tryAll([account, email], [address, from]),
    mail: (email, from) => tryAll([mailbox, email], [sender, from], [mails, ALL]),
    code: (from) => tryAll([codes, from]),
    confirm: (userId) => tryAll([confirmed, userId]),
    step: (userId, from) => tryAll([steps, userId], [codes, from]),
    forget() {
      for (const one of made) one.forget();
    },
  };
}
