/** Every table of the database and what stands in it. Of a person there is the mail address; nothing of a report. */
import type { ColumnType, Selectable } from 'kysely';

/** Text in SQLite, a time of its own in PostgreSQL: `timeOf` reads both. Written as ISO 8601. */
type Time = ColumnType<string | Date, string, string>;

/** Somebody with an account. There is a row only once the address was proven. */
interface Users {
  /** 128 random bits */
  readonly id: string;
  /** in small letters */
  readonly email: string;
  /** always true: kept because the library asks for it */
  readonly email_verified: ColumnType<boolean | number, boolean | number, boolean | number>;
  readonly created_at: Time;
  readonly updated_at: Time;
}

/** A way that somebody signs in by. */
interface Logins {
  readonly id: string;
  readonly user_id: string;
  /** "credential" for a password, else who vouches for the person */
  readonly provider: string;
  /** the person's name there; of a password, the user's id */
  readonly subject: string;
  /** scrypt, with its cost and salt; null where somebody else vouches */
  readonly password: string | null;
  readonly created_at: Time;
  readonly updated_at: Time;
}

/** A browser that is signed in. */
interface Sessions {
  readonly id: string;
  readonly user_id: string;
  /** SHA-256: what the browser holds is not known here */
  readonly token_hash: string;
  /** "Firefox, Windows": enough to know one's own by, and no more. No network address. */
  readonly device: string;
  readonly expires_at: Time;
  readonly created_at: Time;
  readonly updated_at: Time;
}

/** What a mail lets somebody do once: prove an address, or choose a new password. */
interface OneTimeCodes {
  readonly id: string;
  /** SHA-256 of its purpose and the code */
  readonly code_hash: string;
  /** whom it is for: the id of a user, or an address that is still to be proven */
  readonly value: string;
  readonly expires_at: Time;
  readonly created_at: Time;
  readonly updated_at: Time;
}

export interface Tables {
  readonly users: Users;
  readonly logins: Logins;
  readonly sessions: Sessions;
  readonly one_time_codes: OneTimeCodes;
}

export type SessionRow = Selectable<Sessions>;

/** In milliseconds since 1970. */
export const timeOf = (stored: string | Date): number => new Date(stored).getTime();
