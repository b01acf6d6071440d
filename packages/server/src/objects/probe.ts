/** Does the store of files do all that is asked of it? Put, taken, listed and deleted: a few random bytes. */
import { randomBytes } from 'node:crypto';
import { codeOf } from '../failure-code.ts';
import type { Objects } from './objects.ts';

/** Null where it does; else what it does not do, and the code of why. */
export async function probe(objects: Objects): Promise<string | null> {
  const bytes = new Uint8Array(randomBytes(48));
  let doing = 'take';
  try {
    const name = await objects.put(bytes);
    doing = 'give back';
    const back = await objects.get(name);
    if (!back || Buffer.compare(back, bytes) !== 0) return 'does not give back what it was given';
    doing = 'list';
    let isListed = false;
    for await (const found of objects.list()) {
      isListed = found.name === name;
      if (isListed) break;
    }
    if (!isListed) return 'does not list what it was given';
    doing = 'delete';
    await objects.delete(name);
    return (await objects.get(name)) === null ? null : 'does not delete';
  } catch (error) {
    return `does not ${doing} files (${codeOf(error)})`;
  }
}
