/** Every table of the database and what stands in it. Of a person there is the mail address; of a report nothing that can be read. */
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

/** A report that somebody saved in their account. */
interface SavedReports {
  readonly user_id: string;
  /** random, of this owner alone */
  readonly id: string;
  /** the day, as in 2026-11-29 */
  readonly saved_on: string;
  /** of all that is sealed of it, its originals too */
  readonly bytes: number;
  /** of the master key */
  readonly key_id: string;
  /** the key of this report alone, wrapped */
  readonly wrapped_key: Uint8Array;
  /** words, whose it is, tags, names of files */
  readonly sealed: Uint8Array;
}

/** A photograph or file of a saved report, under the key of that report. */
interface SavedOriginals {
  readonly user_id: string;
  readonly report_id: string;
  /** random */
  readonly id: string;
  /** empty where it lies in the store of files */
  readonly sealed: Uint8Array;
  /** its name there; null: it stands here */
  readonly object: string | null;
}

/** Something in the store of files that no row names: on its way in, or about to go. */
interface LooseObjects {
  /** SHA-256 of the sealed bytes */
  readonly name: string;
  readonly goes_at: Time;
  /** 1: nobody can hold it any longer */
  readonly is_going: number;
}

/** What somebody has chosen for what they save. */
interface SavingChoices {
  readonly user_id: string;
  /** after which a saved report is deleted; null: never */
  readonly keep_years: number | null;
}

/** What happened in an account: written once, never changed, gone with the account. */
interface AccountEvents {
  readonly user_id: string;
  /** from 1 */
  readonly number: number;
  readonly at: Time;
  /** "Firefox, Windows" as of a session; '' where it is not known, "program" where nobody asked for it */
  readonly who: string;
  readonly what: string;
  /** how many reports */
  readonly count: number;
  /** SHA-256 of this event and of the hash before it */
  readonly hash: string;
}

/** The code of an app, asked for after the password. */
interface SecondSteps {
  readonly user_id: string;
  /** AES-256-GCM by a key made from SECRET_KEY, bound to the user */
  readonly sealed_key: string;
  /** null while the key waits for its first code */
  readonly on_since: ColumnType<string | Date | null, string | null, string | null>;
  /** the step of the newest code that was taken: it and all before are good no longer */
  readonly last_counter: number;
  /** wrong codes in a row, and when the last one was tried */
  readonly failures: number;
  readonly tried_at: ColumnType<string | Date | null, string | null, string | null>;
  readonly created_at: Time;
  readonly updated_at: Time;
}

/** What stands in for the app once. */
interface BackupCodes {
  readonly id: string;
  readonly user_id: string;
  /** HMAC by a key made from SECRET_KEY */
  readonly code_hash: string;
  readonly created_at: ColumnType<string | Date, string, never>;
}

/** What a program of somebody's may ask with. */
interface ApiKeys {
  readonly id: string;
  readonly user_id: string;
  /** as its owner wrote it */
  readonly name: string;
  /** how the key begins */
  readonly prefix: string;
  /** SHA-256 of the whole key */
  readonly key_hash: string;
  /** with spaces between */
  readonly scopes: string;
  /** days, as in 2026-11-29: no times, which would tell when somebody works */
  readonly made_on: string;
  readonly ends_on: string | null;
  readonly used_on: string | null;
}

/** A passkey of somebody's: what makes it one lies on their device. */
interface Passkeys {
  readonly id: string;
  readonly user_id: string;
  /** as its owner wrote it */
  readonly name: string;
  /** as the device calls it, in base64url */
  readonly credential_id: string;
  /** checks what the device signs; in base64url, as COSE has it */
  readonly public_key: string;
  /** how often the device says that it was used; 0 where it does not count */
  readonly counter: number;
  /** days, as in 2026-11-29 */
  readonly made_on: string;
  readonly used_on: string | null;
}

/** A request of a program that is to be done once, for a day. */
interface RequestsOnce {
  readonly user_id: string;
  /** HMAC by a key made from SECRET_KEY: of the name that the program gave it, and of all that it asks for */
  readonly name_hash: string;
  readonly body_hash: string;
  /** of what is made */
  readonly report_id: string;
  readonly begun_at: Time;
  /** null while it is under way, or ended with the server */
  readonly done_at: ColumnType<string | Date | null, string | null, string | null>;
}

/** An explanation that somebody shares by a link. */
interface SharedLinks {
  /** 128 random bits, chosen by the browser that sealed it, as they are sealed with it */
  readonly id: string;
  readonly user_id: string;
  /** the saved report that it is of: it goes with it */
  readonly report_id: string;
  readonly made_at: Time;
  readonly ends_at: Time;
  /** 1: the words of the report are in it */
  readonly has_report: number;
  /** how often; neither when nor by whom */
  readonly opened: number;
  readonly bytes: number;
  /** AES-256-GCM by a key that stands in the link alone */
  readonly sealed: Uint8Array;
}

/** Something that was deleted, which no older copy is to bring back. It outlives its account. */
interface Deletions {
  /** of this deletion: a copy that holds it was made after it */
  readonly id: string;
  readonly what: string;
  readonly user_id: string;
  /** of an account, its own id again */
  readonly of_id: string;
  /** the day, as in 2026-11-29 */
  readonly deleted_on: string;
}

/** One row: when the last backup of this database was made. */
interface LastBackups {
  readonly id: string;
  readonly made_at: string;
}

/** Work that a program left here to be done. Of a report nothing stands in it. */
interface Jobs {
  /** random */
  readonly id: string;
  readonly user_id: string;
  /** the key that it was made by, and may be asked for by */
  readonly api_key_id: string;
  /** "batch": lines of reports; "file": one file */
  readonly kind: string;
  readonly task: string;
  /** language, level and region, as JSON */
  readonly options: string;
  /** "receiving" until all of it is here: until then it is nobody's */
  readonly state: string;
  /** reports, or pages of a file: null while it is not known how many there are */
  readonly total: number | null;
  readonly done: number;
  /** of them, answered with an error */
  readonly refused: number;
  /** as they were sent */
  readonly bytes: number;
  readonly made_at: Time;
  /** when a chunk of it was last taken: whoever waited longest is next */
  readonly served_at: Time;
  readonly started_at: ColumnType<string | Date | null, string | null, string | null>;
  readonly ended_at: ColumnType<string | Date | null, string | null, string | null>;
  /** when it is deleted, unless something happens to it before */
  readonly goes_at: Time;
  /** why it failed, as a code */
  readonly error: string | null;
  /** of the master key */
  readonly key_id: string;
  /** the key of this job alone, wrapped */
  readonly wrapped_key: Uint8Array;
}

interface JobPart {
  readonly job_id: string;
  /** from 0, in the order of what was sent */
  readonly number: number;
  /** reports before it */
  readonly first: number;
  readonly count: number;
  readonly sealed: Uint8Array;
}

/** What is still to be done of a job: it is deleted in the transaction that writes what came of it. */
interface JobInputs extends JobPart {
  /** how often it was taken */
  readonly attempts: number;
  /** a worker's random name, and until when it is that one's */
  readonly leased_by: string | null;
  readonly leased_until: ColumnType<string | Date | null, string | null, string | null>;
}

/** Whose credits these are: the one row that leads from an account to the ledger. */
interface CreditHolders {
  readonly user_id: string;
  /** random: what the ledger calls the person */
  readonly id: string;
  /** what the payment service calls the person */
  readonly customer: string | null;
  /** as in 2026-11: of the newest allowance; '' before the first */
  readonly month: string;
  /** up to how many megabytes storage was paid for, and for which month */
  readonly stored_month: string;
  readonly stored_megabytes: number;
}

/** One thing that happened to credits: what moved stands in its lines, which sum to zero. */
interface CreditEntries {
  readonly id: string;
  /** of its cause: the same one is booked once */
  readonly reference: string;
  readonly holder: string;
  /** of this person, from 1 */
  readonly number: number;
  readonly kind: string;
  /** what was done for it, or what was bought */
  readonly of_what: string;
  readonly count: number;
  readonly at: Time;
}

interface CreditLines {
  readonly entry_id: string;
  readonly number: number;
  /** '' for an account of the house */
  readonly holder: string;
  readonly account: string;
  /** in its account, from 1; 0 for the house */
  readonly place: number;
  readonly amount: number;
  /** of its account after it, never below zero; 0 for the house */
  readonly balance: number;
}

/** Credits set aside for a job, with the prices it was taken in at. */
interface CreditHolds {
  readonly id: string;
  readonly holder: string;
  readonly job_id: string;
  /** whose allowance the free ones are of */
  readonly month: string;
  readonly free: number;
  readonly paid: number;
  readonly text_price: number;
  readonly page_price: number;
  readonly report_price: number;
}

/** Something bought, or on its way to be: a pack, or a period of a subscription. */
interface Purchases {
  readonly id: string;
  readonly user_id: string;
  readonly kind: string;
  /** as the operator calls it */
  readonly plan: string;
  readonly credits: number;
  /** in the smallest unit of the currency */
  readonly amount: number;
  readonly currency: string;
  readonly state: string;
  /** names at the payment service */
  readonly session: string | null;
  readonly payment: string | null;
  /** credits that went back with the money, and of them those that were spent already */
  readonly returned: number;
  readonly lost: number;
  /** goes up with each change: what was asked of others before it is asked again */
  readonly version: number;
  readonly made_at: Time;
}

interface CreditSubscriptions {
  /** its name at the payment service */
  readonly id: string;
  readonly user_id: string;
  readonly plan: string;
  /** for each period */
  readonly credits: number;
  readonly state: string;
  /** 1: it ends with its period */
  readonly is_ending: number;
  readonly until: Time;
  readonly version: number;
}

/** What the payment service told, once each. */
interface PaymentEvents {
  readonly id: string;
  readonly kind: string;
  readonly came_at: Time;
  readonly done_at: ColumnType<string | Date | null, string | null, string | null>;
}

/** What is to be asked of the payment service until it has answered. */
interface PaymentTasks {
  readonly id: string;
  readonly kind: string;
  readonly object: string;
  readonly tries: number;
  readonly due_at: Time;
}

export interface Tables {
  readonly users: Users;
  readonly logins: Logins;
  readonly sessions: Sessions;
  readonly one_time_codes: OneTimeCodes;
  readonly second_steps: SecondSteps;
  readonly backup_codes: BackupCodes;
  readonly api_keys: ApiKeys;
  readonly passkeys: Passkeys;
  readonly requests_once: RequestsOnce;
  readonly saved_reports: SavedReports;
  readonly saved_originals: SavedOriginals;
  readonly loose_objects: LooseObjects;
  readonly saving_choices: SavingChoices;
  readonly account_events: AccountEvents;
  readonly shared_links: SharedLinks;
  readonly jobs: Jobs;
  readonly job_inputs: JobInputs;
  readonly job_results: JobPart;
  readonly credit_holders: CreditHolders;
  readonly credit_entries: CreditEntries;
  readonly credit_lines: CreditLines;
  readonly credit_holds: CreditHolds;
  readonly purchases: Purchases;
  readonly credit_subscriptions: CreditSubscriptions;
  readonly payment_events: PaymentEvents;
  readonly payment_tasks: PaymentTasks;
  readonly deletions: Deletions;
  readonly last_backups: LastBackups;
}

export type SessionRow = Selectable<Sessions>;

/** In milliseconds since 1970. */
export const timeOf = (stored: string | Date): number => new Date(stored).getTime();
