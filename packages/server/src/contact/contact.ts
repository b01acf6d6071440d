/** The contact form's own parts, open as long as the server: where messages go, and what keeps them few. */
import { unheld } from '../unheld.ts';
import { type Delivery, delivery } from './delivery.ts';
import { type Limits, limits } from './limits.ts';
import { type Mailer, openMail } from './mail.ts';
import { type Once, once } from './once.ts';
import type { ContactSettings } from './settings.ts';
import { type ContactMessage, messageStore } from './store.ts';
import { type Tokens, tokens } from './token.ts';

/** Null: stored. Else the seconds until a message may be taken. */
export type Kept = number | null;

export interface Contact {
  readonly tokens: Tokens;
  readonly limits: Limits;
  readonly presses: Once<Kept>;
  readonly now: () => number;
  /** Resolves when the message is stored; it is mailed afterwards. */
  keep(message: ContactMessage): Promise<void>;
  /** Mails what waits and is due. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}

export interface ContactParts {
  readonly log: (line: string) => void;
  /** milliseconds since 1970; default: the clock */
  readonly now?: () => number;
  /** default: a timer that keeps no process alive */
  readonly every?: (milliseconds: number, call: () => void) => () => void;
  /** default: the mail server of the settings */
  readonly mailer?: Mailer;
}

/** As many as are taken in a day. */
const PRESSES = 200;
const TIDY = 10 * 60 * 1000;
const DAY = 24 * 60 * 60 * 1000;

/** Opens the folder. What an earlier run left there is mailed at the first `sweep`. */
export async function openContact(settings: ContactSettings, parts: ContactParts): Promise<Contact> {
  const { log, now = Date.now, every = unheld } = parts;
  const store = messageStore(settings.dir);
  await store.clean();
  const [limited, presses] = [limits(now), once<Kept>(PRESSES, now)];
  const removeOld = async (): Promise<void> => {
    try {
      const count = await store.removeBefore(now() - settings.days * DAY);
      if (count > 0) log(`contact: ${count} removed after ${settings.days} days`);
    } catch {
      log('contact: old messages could not be removed');
    }
  };
  await removeOld();
  let removed = now();
  const stop = every(TIDY, () => {
    limited.forget();
    presses.forget();
    if (now() - removed < DAY) return;
    removed = now();
    void removeOld();
  });
  const mailer = parts.mailer ?? (settings.smtp ? await openMail(settings.smtp) : null);
  const post: Delivery | null = mailer ? delivery({ store, mailer, now, every, log }) : null;
  return {
    tokens: tokens(now),
    limits: limited,
    presses,
    now,
    async keep(message) {
      const id = await store.keep(message, post ? 'unsent' : 'done');
      post?.deliver(id);
    },
    sweep: async () => post?.sweep(),
    close: async () => {
      stop();
      await post?.close();
    },
  };
}
