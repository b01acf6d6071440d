/** Messages as files of one folder, one JSON file each: written whole or not at all, readable by this program's user only. */
import { randomBytes } from 'node:crypto';
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LANGUAGES } from '@readingscan/reader/languages';
import { CONTACT_ABOUT } from '@readingscan/web';
import { z } from 'zod';

const schema = z.object({
  /** ISO 8601, UTC */
  time: z.iso.datetime(),
  language: z.enum(LANGUAGES),
  about: z.enum(CONTACT_ABOUT),
  name: z.string().max(400).nullable(),
  mail: z.email().max(254).nullable(),
  message: z.string(),
});

export type ContactMessage = Readonly<z.infer<typeof schema>>;

/** ID.json is done with; ID.unsent.json is still to be mailed; ID.undelivered.json could not be. */
const ENDING = { done: '.json', unsent: '.unsent.json', undelivered: '.undelivered.json' } as const;
type State = keyof typeof ENDING;

export interface MessageStore {
  /** Resolves with the name of the message once it would survive a loss of power; rejects where it is not stored. */
  keep(message: ContactMessage, state: 'done' | 'unsent'): Promise<string>;
  /** names of those still to be mailed */
  unsent(): Promise<readonly string[]>;
  /** Null where there is no such message, or its file was changed into none. */
  read(id: string): Promise<ContactMessage | null>;
  /** An unsent message is so no longer. */
  settle(id: string, as: Exclude<State, 'unsent'>): Promise<void>;
  /** Takes away what a crash left half-written. */
  clean(): Promise<void>;
  /** Removes messages from before `time`, in milliseconds since 1970, whatever became of them. Resolves with how many. */
  removeBefore(time: number): Promise<number>;
}

const MESSAGE = /^[0-9a-f]{32}(?:\.unsent|\.undelivered)?\.json$/;
const TEMPORARY = /^\.[0-9a-f]{32}\.tmp$/;
/** A file is written in moments: what is older was left behind. */
const LEFT_BEHIND = 60 * 60 * 1000;

export function messageStore(dir: string): MessageStore {
  const path = (id: string, state: State): string => join(dir, `${id}${ENDING[state]}`);
  return {
    async keep(message, state) {
      const id = randomBytes(16).toString('hex');
      const temporary = join(dir, `.${id}.tmp`);
      try {
        await writeThrough(temporary, `${JSON.stringify(message, null, 2)}\n`);
        await rename(temporary, path(id, state));
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
      await syncFolder(dir);
      return id;
    },
    async unsent() {
      const names = await readdir(dir);
      return names.flatMap((name) => /^([0-9a-f]{32})\.unsent\.json$/.exec(name)?.[1] ?? []).sort();
    },
    async read(id) {
      try {
        // the folder is others' to write in too: one boundary
        return schema.parse(JSON.parse(await readFile(path(id, 'unsent'), 'utf8')));
      } catch {
        return null;
      }
    },
    async settle(id, as) {
      await rename(path(id, 'unsent'), path(id, as));
      await syncFolder(dir);
    },
    async clean() {
      for (const name of await readdir(dir)) {
        if (!TEMPORARY.test(name)) continue;
        const { mtimeMs } = await stat(join(dir, name));
        if (Date.now() - mtimeMs > LEFT_BEHIND) await rm(join(dir, name), { force: true });
      }
    },
    async removeBefore(time) {
      let count = 0;
      for (const name of await readdir(dir)) {
        if (!MESSAGE.test(name) || (await writtenAt(join(dir, name))) >= time) continue;
        await rm(join(dir, name), { force: true });
        count += 1;
      }
      return count;
    },
  };
}

/** As the message says; where it cannot be read, as the file system does. One that is gone is not old. */
async function writtenAt(path: string): Promise<number> {
  try {
    const { mtimeMs } = await stat(path);
    const { data } = schema.pick({ time: true }).safeParse(parsed(await readFile(path, 'utf8')));
    return data ? Date.parse(data.time) : mtimeMs;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function writeThrough(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A new name lasts once its folder is written. Some file systems cannot do this for folders: the name is there all the same. */
async function syncFolder(dir: string): Promise<void> {
  try {
    const folder = await open(dir, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch {
    // the message itself is written
  }
}
