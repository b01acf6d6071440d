/** A file that is there whole or not at all: written beside its place, through to the disk, then given its name. */
import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { codeOf } from '../failure-code.ts';
import { lastingName } from '../lasting-name.ts';
import { BackupFault } from './fault.ts';

export interface Sink {
  write(text: string): Promise<void>;
}

/** What is asked of the disk, each of which can fail. */
export interface Disk {
  open(path: string): Promise<FileHandle>;
  write(file: FileHandle, bytes: Uint8Array): Promise<void>;
  sync(file: FileHandle): Promise<void>;
  rename(from: string, to: string): Promise<void>;
}

export const DISK: Disk = {
  // new, and this user's alone
  open: (path) => open(path, 'wx', 0o600),
  write: (file, bytes) => file.appendFile(bytes),
  sync: (file) => file.sync(),
  rename,
};

/** Characters gathered before they are written. */
const GATHERED = 1 << 20;

/** `fill` gives what is in it. Throws `BackupFault` where the disk does not take it: then nothing is left of it. */
export async function wholeFile<T>(path: string, fill: (sink: Sink) => Promise<T>, disk: Disk = DISK): Promise<T> {
  const beside = join(dirname(path), `.${basename(path)}-${randomBytes(6).toString('hex')}.part`);
  const file = await taken(disk.open(beside));
  try {
    const filled = await filledBy(fill, file, disk);
    await taken(disk.sync(file));
    await taken(disk.rename(beside, path));
    await taken(lastingName(dirname(path)));
    return filled;
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

async function filledBy<T>(fill: (sink: Sink) => Promise<T>, file: FileHandle, disk: Disk): Promise<T> {
  let gathered: string[] = [];
  let length = 0;
  const flush = async (): Promise<void> => {
    const bytes = Buffer.from(gathered.join(''));
    [gathered, length] = [[], 0];
    await taken(disk.write(file, bytes));
  };
  const filled = await fill({
    async write(text) {
      gathered.push(text);
      length += text.length;
      if (length >= GATHERED) await flush();
    },
  });
  await flush();
  return filled;
}

async function taken<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new BackupFault(
      'failed',
      `It could not be written (${codeOf(error)}), and nothing of it was left. Is there room, and may this program write there?`,
    );
  }
}
