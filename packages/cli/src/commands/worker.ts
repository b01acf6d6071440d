/** `readingscan worker`: does the jobs of servers on the same database, until it is told to stop. */
import { Usage } from '../failure.ts';
import { knowledgeFolder, programParts, version } from '../program.ts';

export async function workerCommand(): Promise<void> {
  const { startWorker, WrongSetting } = await import('@readingscan/server');
  try {
    await startWorker({ knowledge: knowledgeFolder, version: version(), parts: programParts });
  } catch (error) {
    throw error instanceof WrongSetting ? new Usage(error.message) : error;
  }
}
