/** `readingscan rotate-keys`: the keys of saved reports under the newest master key; exit code 2 where some could not be. */
import { Usage } from '../failure.ts';

export async function rotateKeysCommand(): Promise<void> {
  const { rotateKeys, WrongSetting } = await import('@readingscan/server');
  try {
    const { done, failed, unneeded } = await rotateKeys(process.env, (count) =>
      process.stderr.write(`${count} report keys are wrapped anew\n`),
    );
    process.stdout.write(
      `${done} report keys are wrapped anew. ${failed === 0 ? 'All are under the newest master key.' : ''}\n`,
    );
    if (unneeded.length > 0)
      process.stdout.write(`No report needs these master keys any longer: ${unneeded.join(', ')}\n`);
    if (failed === 0) return;
    process.stderr.write(`${failed} could not be opened with the keys of MASTER_KEY, and were left as they are.\n`);
    process.exitCode = 2;
  } catch (error) {
    throw error instanceof WrongSetting ? new Usage(error.message) : error;
  }
}
