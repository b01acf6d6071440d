/** `readingscan serve`: the web application and API. */
import { fileURLToPath } from 'node:url';
import { Usage } from '../failure.ts';
import { knowledgeFolder, openReader } from '../program.ts';

export async function serveCommand(): Promise<void> {
  const { startServer, WrongSetting } = await import('@readingscan/server');
  try {
    await startServer({
      reader: openReader(),
      knowledge: knowledgeFolder,
      dist: fileURLToPath(new URL('../../web/dist', import.meta.url)),
    });
  } catch (error) {
    if (error instanceof WrongSetting) throw new Usage(error.message);
    if (!isAddressInUse(error)) throw error;
    throw new Usage('The port is taken by another program. Set PORT to a free one, such as PORT=3001.');
  }
}

const isAddressInUse = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
