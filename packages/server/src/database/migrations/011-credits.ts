/** Credits by double entry: lines that sum to zero, each following the one before it in its account, none below zero, none ever changed. And what was bought, set aside for jobs, and told by the payment service. */
import { sql } from 'kysely';
import type { MigrationOf } from './migration.ts';

export const credits: MigrationOf = (kind) => ({
  async up(db) {
    const time = kind === 'postgres' ? 'timestamptz' : 'text';
    const rules = kind === 'postgres' ? RULES_OF_POSTGRES : RULES_OF_SQLITE;
    for (const statement of [...tables(time), ...rules]) await sql.raw(statement).execute(db);
  },
});

const tables = (time: string): readonly string[] => [
  // all that leads from a person to the ledger: gone with the account
  `create table credit_holders (
    user_id text primary key references users (id) on delete cascade,
    id text not null unique,
    customer text unique,
    month text not null,
    stored_month text not null,
    stored_megabytes integer not null
  )`,
  `create table credit_entries (
    id text primary key,
    reference text not null unique,
    holder text not null,
    number integer not null,
    kind text not null,
    of_what text not null,
    count integer not null,
    at ${time} not null,
    unique (holder, number)
  )`,
  // lines come first and their entry closes them: one that does not sum to zero is never whole
  `create table credit_lines (
    entry_id text not null references credit_entries (id) deferrable initially deferred,
    number integer not null,
    holder text not null,
    account text not null,
    place integer not null,
    amount integer not null check (amount <> 0),
    balance integer not null,
    primary key (entry_id, number),
    check ((holder = '' and place = 0 and balance = 0) or (holder <> '' and place > 0 and balance >= 0))
  )`,
  "create unique index credit_lines_place on credit_lines (holder, account, place) where holder <> ''",
  // of a job, by its name alone: what is set aside outlives a job that is deleted, until it is given back
  `create table credit_holds (
    id text primary key,
    holder text not null,
    job_id text not null unique,
    month text not null,
    free integer not null check (free >= 0),
    paid integer not null check (paid >= 0),
    text_price integer not null,
    page_price integer not null,
    report_price integer not null
  )`,
  `create table purchases (
    id text primary key,
    user_id text not null references users (id) on delete cascade,
    kind text not null,
    plan text not null,
    credits integer not null,
    amount integer not null,
    currency text not null,
    state text not null,
    session text unique,
    payment text unique,
    returned integer not null check (returned >= 0),
    lost integer not null check (lost >= 0),
    version integer not null,
    made_at ${time} not null
  )`,
  'create index purchases_owner on purchases (user_id, made_at)',
  `create table credit_subscriptions (
    id text primary key,
    user_id text not null references users (id) on delete cascade,
    plan text not null,
    credits integer not null,
    state text not null,
    is_ending integer not null,
    until ${time} not null,
    version integer not null
  )`,
  'create index credit_subscriptions_owner on credit_subscriptions (user_id)',
  `create table payment_events (
    id text primary key,
    kind text not null,
    came_at ${time} not null,
    done_at ${time}
  )`,
  // to be asked of the payment service, until it has answered
  `create table payment_tasks (
    id text primary key,
    kind text not null,
    object text not null,
    tries integer not null,
    due_at ${time} not null
  )`,
];

const FIXED = ['credit_entries', 'credit_lines'] as const;

const RULES_OF_SQLITE = [
  `create trigger credit_lines_follow before insert on credit_lines
   when exists (select 1 from credit_entries where id = new.entry_id)
     or (new.holder <> '' and new.balance is not new.amount + case new.place when 1 then 0 else
       (select balance from credit_lines where holder = new.holder and account = new.account and place = new.place - 1) end)
   begin select raise(abort, 'a line follows the one before it'); end`,
  `create trigger credit_entries_close before insert on credit_entries
   when (select count(*) from credit_lines where entry_id = new.id) < 2
     or (select sum(amount) from credit_lines where entry_id = new.id) <> 0
   begin select raise(abort, 'an entry sums to zero'); end`,
  ...FIXED.flatMap((table) =>
    ['update', 'delete'].map(
      (what) => `create trigger ${table}_${what} before ${what} on ${table}
        begin select raise(abort, 'the ledger is never changed'); end`,
    ),
  ),
];

const RULES_OF_POSTGRES = [
  `create function credit_lines_follow() returns trigger language plpgsql as $$
   declare before integer := 0;
   begin
     if exists (select 1 from credit_entries where id = new.entry_id) then
       raise exception 'a line follows the one before it';
     end if;
     if new.holder <> '' then
       if new.place > 1 then
         select balance into before from credit_lines
           where holder = new.holder and account = new.account and place = new.place - 1;
       end if;
       if before is null or new.balance <> before + new.amount then
         raise exception 'a line follows the one before it';
       end if;
     end if;
     return new;
   end $$`,
  `create trigger credit_lines_follow before insert on credit_lines
   for each row execute function credit_lines_follow()`,
  `create function credit_entries_close() returns trigger language plpgsql as $$
   begin
     if (select count(*) < 2 or sum(amount) <> 0 from credit_lines where entry_id = new.id) then
       raise exception 'an entry sums to zero';
     end if;
     return new;
   end $$`,
  `create trigger credit_entries_close before insert on credit_entries
   for each row execute function credit_entries_close()`,
  `create function credits_fixed() returns trigger language plpgsql as $$
   begin raise exception 'the ledger is never changed'; end $$`,
  ...FIXED.flatMap((table) => [
    `create trigger ${table}_stay before update or delete on ${table}
     for each row execute function credits_fixed()`,
    `create trigger ${table}_whole before truncate on ${table}
     for each statement execute function credits_fixed()`,
  ]),
];
