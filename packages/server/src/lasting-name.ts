/** That a name is in its folder lasts: through to the disk, as the file itself was. */
import { open } from 'node:fs/promises';

export async function lastingName(folder: string): Promise<void> {
  const at = await open(folder, 'r');
  try {
    await at.sync();
  } finally {
    await at.close();
  }
}
