/** What a killed backup left in its folder: half files, and copies that would keep what is deleted meanwhile. */
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

export const COPY = '.readingscan-copy-';
const LEFT = [/^\.readingscan-copy-/, /^\..+-[0-9a-f]{12}\.part$/];
/** One that is made now is younger. */
const DAY = 24 * 60 * 60_000;

/** How many there were. `now` in milliseconds since 1970. */
export async function removeLeftovers(folder: string, now: number): Promise<number> {
  let count = 0;
  for (const name of await readdir(folder)) {
    if (!LEFT.some((pattern) => pattern.test(name))) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (!found || now - found.mtimeMs < DAY) continue;
    await rm(path, { recursive: true, force: true });
    count += 1;
  }
  return count;
}
