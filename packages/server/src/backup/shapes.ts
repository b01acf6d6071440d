/** What a backup holds: each table with its columns and how their values are written, in the order in which they can be put back. */
import type { Tables } from '../database/tables.ts';

export type ColumnKind = 'text' | 'number' | 'time' | 'truth' | 'bytes';

export interface Shape {
  /** what names a row, and the order of rows */
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, ColumnKind>>;
}

/** Gone with a restore: everybody signs in again, asks for a new mail, and makes links anew, as one that was ended must not come back; work that programs left is left again; what the payment service told is asked of it again. When the last backup was made is no part of it. */
type LeftOut =
  | 'sessions'
  | 'one_time_codes'
  | 'shared_links'
  | 'jobs'
  | 'job_inputs'
  | 'job_results'
  | 'payment_events'
  | 'loose_objects'
  | 'last_backups';
export type HeldTable = Exclude<keyof Tables, LeftOut>;

/** The compiler asks for each table and each column that there is. */
type Shapes = {
  readonly [Table in HeldTable]: {
    readonly key: readonly (keyof Tables[Table])[];
    readonly columns: { readonly [Column in keyof Tables[Table]]: ColumnKind };
  };
};

export const SHAPES: Shapes = {
  // first: what was deleted before is known before all else is read
  deletions: {
    key: ['id'],
    columns: { id: 'text', what: 'text', user_id: 'text', of_id: 'text', deleted_on: 'text' },
  },
  users: {
    key: ['id'],
    columns: { id: 'text', email: 'text', email_verified: 'truth', created_at: 'time', updated_at: 'time' },
  },
  logins: {
    key: ['id'],
    columns: {
      id: 'text',
      user_id: 'text',
      provider: 'text',
      subject: 'text',
      password: 'text',
      created_at: 'time',
      updated_at: 'time',
    },
  },
  second_steps: {
    key: ['user_id'],
    columns: {
      user_id: 'text',
      sealed_key: 'text',
      on_since: 'time',
      last_counter: 'number',
      failures: 'number',
      tried_at: 'time',
      created_at: 'time',
      updated_at: 'time',
    },
  },
  backup_codes: {
    key: ['id'],
    columns: { id: 'text', user_id: 'text', code_hash: 'text', created_at: 'time' },
  },
  api_keys: {
    key: ['id'],
    columns: {
      id: 'text',
      user_id: 'text',
      name: 'text',
      prefix: 'text',
      key_hash: 'text',
      scopes: 'text',
      made_on: 'text',
      ends_on: 'text',
      used_on: 'text',
    },
  },
  passkeys: {
    key: ['id'],
    columns: {
      id: 'text',
      user_id: 'text',
      name: 'text',
      credential_id: 'text',
      public_key: 'text',
      counter: 'number',
      made_on: 'text',
      used_on: 'text',
    },
  },
  requests_once: {
    key: ['user_id', 'name_hash'],
    columns: {
      user_id: 'text',
      name_hash: 'text',
      body_hash: 'text',
      report_id: 'text',
      begun_at: 'time',
      done_at: 'time',
    },
  },
  saved_reports: {
    key: ['user_id', 'id'],
    columns: {
      user_id: 'text',
      id: 'text',
      saved_on: 'text',
      bytes: 'number',
      key_id: 'text',
      wrapped_key: 'bytes',
      sealed: 'bytes',
    },
  },
  saved_originals: {
    key: ['user_id', 'report_id', 'id'],
    columns: { user_id: 'text', report_id: 'text', id: 'text', sealed: 'bytes', object: 'text' },
  },
  saving_choices: { key: ['user_id'], columns: { user_id: 'text', keep_years: 'number' } },
  account_events: {
    key: ['user_id', 'number'],
    columns: {
      user_id: 'text',
      number: 'number',
      at: 'time',
      who: 'text',
      what: 'text',
      count: 'number',
      hash: 'text',
    },
  },
  credit_holders: {
    key: ['user_id'],
    columns: {
      user_id: 'text',
      id: 'text',
      customer: 'text',
      month: 'text',
      stored_month: 'text',
      stored_megabytes: 'number',
    },
  },
  // lines first, each behind the one before it: their entries close them
  credit_lines: {
    key: ['holder', 'account', 'place', 'entry_id', 'number'],
    columns: {
      entry_id: 'text',
      number: 'number',
      holder: 'text',
      account: 'text',
      place: 'number',
      amount: 'number',
      balance: 'number',
    },
  },
  credit_entries: {
    key: ['id'],
    columns: {
      id: 'text',
      reference: 'text',
      holder: 'text',
      number: 'number',
      kind: 'text',
      of_what: 'text',
      count: 'number',
      at: 'time',
    },
  },
  credit_holds: {
    key: ['id'],
    columns: {
      id: 'text',
      holder: 'text',
      job_id: 'text',
      month: 'text',
      free: 'number',
      paid: 'number',
      text_price: 'number',
      page_price: 'number',
      report_price: 'number',
    },
  },
  purchases: {
    key: ['id'],
    columns: {
      id: 'text',
      user_id: 'text',
      kind: 'text',
      plan: 'text',
      credits: 'number',
      amount: 'number',
      currency: 'text',
      state: 'text',
      session: 'text',
      payment: 'text',
      returned: 'number',
      lost: 'number',
      version: 'number',
      made_at: 'time',
    },
  },
  credit_subscriptions: {
    key: ['id'],
    columns: {
      id: 'text',
      user_id: 'text',
      plan: 'text',
      credits: 'number',
      state: 'text',
      is_ending: 'number',
      until: 'time',
      version: 'number',
    },
  },
  payment_tasks: {
    key: ['id'],
    columns: { id: 'text', kind: 'text', object: 'text', tries: 'number', due_at: 'time' },
  },
};

/** The compiler knows the names of an object's fields only as text. */
const isHeld = (name: string): name is HeldTable => name in SHAPES;

export const HELD: readonly (readonly [HeldTable, Shape])[] = Object.keys(SHAPES)
  .filter(isHeld)
  .map((table) => [table, SHAPES[table]]);
